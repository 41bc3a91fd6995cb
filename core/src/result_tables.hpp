#pragma once

#include "columns.hpp"
#include "export_potential/simulation.hpp"
#include "run_summary.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace export_potential {

/// Layout of the columns of a simulation's results.
ColumnLayout columnLayout(const Simulation &simulation);

/// The same of so many years, in an extent.
ColumnLayout columnLayout(const Simulation &simulation, std::size_t years, Extent extent);

/// exportsAdditional for the draws of `inputs`: a column for each reported year.
Draws headlineOf(const Simulation &simulation, const Draws &inputs);

/// A family of parts whose sum is the total: sectors, channels or markets.
struct PartFamily {
    std::string_view name; ///< "bySector", ...
    ColumnKind gross;
    ColumnKind exports;
    std::vector<std::string_view> ids;
};
std::array<PartFamily, 3> partFamilies(const Pack &pack);

/// The two outputs that are reported for parts, and where their columns are.
struct PartOutput {
    Output output;
    ColumnKind kind;
};
std::array<PartOutput, 2> partOutputs(const PartFamily &family);

/// Share of the values that are above a limit.
double shareAbove(std::span<const double> values, double limit);

/// Share of the values that are a target or more.
double shareReaching(std::span<const double> values, double target);

inline constexpr std::array<std::string_view, kQuantiles.size()> kQuantileNames{
    "p05", "p10", "p25", "p50", "p75", "p90", "p95"};

inline constexpr std::array<std::string_view, kFunnelSteps> kFunnelNames{
    "registered", "active", "after1", "after3", "after5"};

inline constexpr std::array<std::string_view, kSellerColumns> kSellerNames{
    "topShare1", "topShare10", "medianOverMean"};

inline constexpr std::array<std::string_view, kSellerSalesColumns> kSellerSalesNames{
    "mean", "median", "top1"};

inline constexpr std::array<std::string_view, kDomesticColumns> kDomesticNames{
    "retailTax", "courierTax", "domesticSales"};

/// From gross sales to value added: totals, and the steps that lead from one to the next. Steps
/// that take away are negative.
struct WaterfallStep {
    std::string_view id;
    bool total;
    std::vector<double> means; ///< by year
};

/// The waterfall in means over the draws, in which it adds up exactly.
std::vector<WaterfallStep> waterfall(const RunSummary &summary);

} // namespace export_potential
