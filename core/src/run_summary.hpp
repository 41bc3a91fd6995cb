#pragma once

#include "columns.hpp"
#include "export_potential/simulation.hpp"
#include "export_potential/statistics.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace export_potential {

/// What measures add and what shocks do is found by evaluating at most so many of the first draws
/// of a run again.
inline constexpr std::size_t kFirstDraws = 512;
std::size_t firstDraws(const Simulation &simulation);

/// Quantiles of the headline at 0, 1, ... 100 per cent. The odd ones are fifty dots of equal
/// probability, at (i + 1/2) / 50.
inline constexpr std::size_t kPercentiles = 101;

/// What results say of the headline, exportsAdditional, in one year beside its summary. In
/// Extent::headline only aboveCeiling is known.
struct HeadlineYear {
    std::array<double, kPercentiles> percentiles{};
    double positive = 0;        ///< share of the draws above 0
    double aboveCeiling = 0;    ///< above ecommerceCeiling x goodsExports
    double exportTarget = 0;    ///< in which it lifts goods exports to the real target
    std::vector<double> reach;  ///< in which it reaches each of the scenario's targets
    double meanError = 0;       ///< standard error of the mean, from the replicates
    double medianError = 0;     ///< and of the median
    double variance = 0;        ///< over the draws
    double luckVariance = 0;    ///< E[(CV_k dX_k)^2], equation (10)
    std::vector<double> first;  ///< the values of the first kFirstDraws draws
    std::vector<double> sector; ///< share of the draws in which a sector adds more than it exports
};

/// All that results report of the draws of a run. Takes the columns in groups of years, so that no
/// more than one group has to be in memory, and in pieces of some milliseconds.
class RunSummary {
public:
    explicit RunSummary(const Simulation &simulation, Extent extent = Extent::all);

    Extent extent() const { return extent_; }

    /// Layout of the columns of so many years.
    ColumnLayout layoutOf(std::size_t years) const;

    /// Number of pieces in which so many years are summarised.
    std::size_t pieces(std::size_t years) const;

    /// Summarises one piece of the reported years [first, first + years). `draws` holds the columns
    /// of layoutOf(years) for every draw of the run.
    void add(std::size_t piece, std::size_t first, std::size_t years, const Draws &draws);

    /// All pieces of all years, of a table with the columns of the simulation.
    void addAll(const Draws &draws);

    const Simulation &simulation() const { return simulation_; }
    std::size_t draws() const { return draws_; }
    std::size_t years() const { return headline_.size(); }
    const Summary &of(ColumnKind kind, std::size_t index, std::size_t year = 0) const {
        return columns_[layout_.of(kind, index, year)];
    }
    const Summary &of(Output output, std::size_t year) const {
        return columns_[layout_.of(output, year)];
    }
    const HeadlineYear &headline(std::size_t year) const { return headline_[year]; }
    std::vector<double> headlineMeans() const;

private:
    void summariseHeadline(std::size_t year, const ColumnLayout &layout, std::size_t inGroup,
                           const Draws &draws);
    /// What only the result of a whole run says of the headline.
    void completeHeadline(HeadlineYear &year, std::span<const double> values,
                          std::span<const double> variation);

    const Simulation &simulation_;
    Extent extent_;
    ColumnLayout layout_;
    std::vector<Summary> columns_; ///< by column of the simulation
    std::vector<HeadlineYear> headline_;
    std::size_t draws_ = 0;
    std::vector<double> scratch_;
};

/// The result of a run as JSON, as result.hpp has it. All years have been added; `firstInputs` are
/// the inputs of the first firstDraws(simulation) draws.
std::string runResultJson(const RunSummary &summary, const Draws &firstInputs);

/// The members of that result that a first answer needs, with the same numbers: model, years,
/// exportsAdditional among outputs, funnel, poolLimits and aboveEcommerceCeiling of probability,
/// checks but for those of sectors, whose columns a headline lacks.
std::string headlineResultJson(const RunSummary &summary);

} // namespace export_potential
