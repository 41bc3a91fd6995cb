#pragma once

#include "export_potential/analysis.hpp"
#include "export_potential/error.hpp"
#include "export_potential/pack.hpp"
#include "export_potential/scenario.hpp"
#include "export_potential/simulation.hpp"
#include "export_potential/statistics.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace export_potential {

/// The most scenarios that are held against one another.
inline constexpr std::size_t kMostCompared = 4;

/// The most draws that comparisons use.
inline constexpr int kMaxComparisonDraws = 16'384;

/// The fiscal years that all scenarios report, rising; empty where there is none.
std::vector<int> commonYears(std::span<const Scenario> scenarios);

/// The scenarios as a list to compare; a conflict unless they report a year in common.
Result<std::vector<Scenario>> comparable(std::vector<Scenario> scenarios);

/// Reads a list of two to kMostCompared scenarios with a year in common. Reports every fault; paths
/// begin with the place in the list, as in /1/onboarding/years.
Result<std::vector<Scenario>> parseScenarios(std::string_view text, const Pack &pack);

/// One output of one scenario, a value for each of the common years.
struct ComparedOutput {
    std::vector<Summary> values;
    /// Of the output less that of the first scenario in the same draw; 0 for the first itself.
    std::vector<Summary> differences;
    /// Share of the draws in which that difference is above 0.
    std::vector<double> higher;
};

/// Holds scenarios against the first of them draw by draw, on common random numbers: in the same
/// draw each parameter takes the same quantile of its distribution in all of them, and the same
/// market interruptions happen. So the differences show what the scenarios do, not luck of the
/// draw. What the first says of seed, draws (at most kMaxComparisonDraws) and sampling holds for
/// all. Works in pieces of some ten milliseconds, with at most `threads` threads; the result is the
/// same whatever their number.
class Comparison {
public:
    /// Two scenarios or more, at most kMostCompared, with a year in common. `pack` may go.
    Comparison(const Pack &pack, std::span<const Scenario> scenarios, std::vector<Output> outputs,
               int threads = 1);
    ~Comparison();
    Comparison(Comparison &&) noexcept;
    Comparison &operator=(Comparison &&) noexcept;

    std::size_t scenarios() const;
    std::size_t draws() const;
    std::span<const Output> outputs() const;
    std::span<const int> years() const;

    /// Does the next piece; false once there is none left.
    bool advance();

    /// Part of the work that is done, 0 to 1.
    double progress() const;

    /// Output `output` (its place among outputs()) of a scenario, after advance() has returned
    /// false.
    const ComparedOutput &compared(std::size_t scenario, std::size_t output) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// A comparison as an analysis (analysis.hpp): its result is JSON.
std::unique_ptr<Analysis> makeComparisonAnalysis(const Pack &pack,
                                                 std::span<const Scenario> scenarios,
                                                 std::vector<Output> outputs, int threads = 1);

} // namespace export_potential
