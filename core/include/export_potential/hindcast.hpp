#pragma once

#include "export_potential/error.hpp"
#include "export_potential/forecast_score.hpp"
#include "export_potential/pack.hpp"
#include "export_potential/simulation.hpp"
#include "export_potential/statistics.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace export_potential {

// Back-test: had one used the model with a pack's priors for a programme of the past, how would it
// have done against what that programme then reported? docs/model.md, "Back-test".

/// A total since a programme began, as it stood at the end of a month.
struct ReportedTotal {
    int month; ///< 12 * year + month, January being 1
    double value;
};

/// What a programme of the past reported, and how it maps onto the model. Whatever else the model
/// needs comes from the pack whose priors are tested.
struct Hindcast {
    std::string id;
    int firstMonth = 1; ///< in which a year of the model begins; years are named by their end
    int baseYear = 0;
    int split = 0;                    ///< month T: what was reported later is only predicted
    std::size_t channel = 0;          ///< of the pack, by which all of the programme sells
    std::vector<double> marketShares; ///< of its sales, by the pack's markets; they sum to 1
    double usdInflation = 0;          ///< a year, as a share, from the base year on
    /// Standard deviation of ln(reported / modelled) that a model with the right parameters has.
    double discrepancy = 0;
    std::vector<ReportedTotal> accounts;   ///< ever registered; begins with 0
    std::vector<ReportedTotal> grossSales; ///< US$ of the day
};

/// Reads a programme (public/schemas/hindcast.schema.json) against the pack whose priors are to be
/// tested. Reports every fault.
Result<Hindcast> parseHindcast(std::string_view text, const Pack &priors);

/// The pack's priors with the programme's registrations, markets and years: nothing is left of the
/// country but its parameters, their correlations and its sets. The years are those after the base
/// year up to the last report.
Simulation hindcastSimulation(const Pack &priors, const Hindcast &hindcast, int draws,
                              std::uint64_t seed);

/// Registrations of each year of hindcastSimulation, from the first year of the programme on, by
/// straight lines between the reported totals; after the last at the pace between the last two.
struct Registrations {
    int firstYear;
    std::vector<double> perYear;
};
Registrations registrationsOf(const Hindcast &hindcast);

/// What was sold between two neighbouring reports, US$ of the day.
struct SalesInterval {
    int from; ///< the end of this month, as in ReportedTotal
    int to;
    double observed;

    double years() const { return (to - from) / 12.0; }
    /// Half-way, in months.
    double middle() const { return (from + to) / 2.0; }
};

/// Between the reports of gross sales, in their order.
std::vector<SalesInterval> salesIntervals(const Hindcast &hindcast);

/// What two forecasts without any model say of an interval after the split, US$ of the day.
struct NaiveForecasts {
    double noChange; ///< as much a year as in the last interval up to the split
    /// Growing as from the first interval to the last up to the split; may be infinite.
    double constantGrowth;
};
NaiveForecasts naiveForecasts(std::span<const SalesInterval> known, const SalesInterval &next);

/// The central ranges whose coverage is reported.
inline constexpr std::array<double, 3> kCoverageLevels{0.5, 0.8, 0.9};

/// How a forecast of one interval did. Amounts in US$ of the day. A skill is 1 - CRPS / |error| of
/// a naive forecast: 1 is perfect, 0 as good, below 0 worse; not finite where that has no error.
struct IntervalScore {
    double mean;
    std::array<double, kQuantiles.size()> quantiles;
    double pit; ///< place of the observed amount, 0 to 1
    double crps;
    double skillNoChange;
    double skillConstantGrowth;
    double observedOverMedian;
};

/// How one reading of the priors did over all intervals after the split.
struct HindcastReading {
    double effectiveDraws;
    std::vector<IntervalScore> intervals;
    std::array<Coverage, kCoverageLevels.size()> coverage; ///< with 95 % bounds
    double crps;                                           ///< mean
    double skillNoChange;                                  ///< of the means of CRPS and error
    double skillConstantGrowth;                            ///< likewise
    double observedOverMedian; ///< geometric mean; infinite where a median is 0
};

/// Below this many effective draws the quantiles of the matched reading are not to be relied on.
inline constexpr double kFewDraws = 100;

struct HindcastResult {
    std::vector<SalesInterval> before;  ///< that end before the model's first year, or in it begun
    std::vector<SalesInterval> matched; ///< by which draws are weighted
    std::vector<SalesInterval> after;   ///< that are predicted
    std::vector<NaiveForecasts> naive;  ///< of each of `after`
    HindcastReading prior;              ///< every draw counts alike
    /// Every draw counts by the likelihood of `matched`; nothing where no draw has any.
    std::optional<HindcastReading> match;
};

/// Runs all draws of the simulation, which hindcastSimulation made, with at most `threads` threads;
/// the same bits whatever their number. Nothing once the context is cancelled.
std::optional<HindcastResult> runHindcast(const Simulation &simulation, const Hindcast &hindcast,
                                          int threads = 1, ExecutionContext *context = nullptr);

/// A back-test that has been run.
struct Backtest {
    Hindcast hindcast;
    Simulation simulation;
    HindcastResult result;
};

/// The results as JSON (public/schemas/hindcast-result.schema.json).
std::string hindcastsJson(std::span<const Backtest> backtests);

} // namespace export_potential
