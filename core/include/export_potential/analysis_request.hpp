#pragma once

#include "export_potential/analysis.hpp"
#include "export_potential/error.hpp"
#include "export_potential/pack.hpp"
#include "export_potential/scenario.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace export_potential {

/// What can be asked about scenarios beside a run.
enum class AnalysisKind { sensitivity, goal, comparison };

/// An analysis that is asked for, with everything that was left out filled in.
struct AnalysisRequest {
    AnalysisKind kind = AnalysisKind::sensitivity;
    std::vector<Scenario> scenarios;   ///< one; of a comparison two or more
    Focus focus;                       ///< of all but comparisons
    Method method = Method::sobol;     ///< of sensitivity
    std::optional<double> threshold;   ///< of evppi, in the unit of the output
    double target = 0;                 ///< of goal, in the unit of the output
    std::vector<double> probabilities; ///< of goal
    std::vector<Output> outputs;       ///< of comparison
};

/// Reads the options of an analysis, a JSON object:
/// - of sensitivity {"method", "output", "year", "threshold"}, all of which may be left out; a
///   threshold beside another method than evppi is a conflict;
/// - of a goal {"target", "probabilities", "output", "year"}, of which only the target must be
///   there; at most kMaxProbabilities, each between 0 and 1;
/// - of a comparison {"outputs"}, names without repeats; the headline where they are left out.
/// Reports every fault, those of the scenarios first. A null in the place of a number, as which
/// JSON.stringify writes those that are not finite, is out of range. A comparison is of
/// parseScenarios, the others are of one scenario.
Result<AnalysisRequest> parseAnalysisRequest(AnalysisKind kind,
                                             const Result<std::vector<Scenario>> &scenarios,
                                             std::string_view optionsText);

/// The same of scenarios that are text: a scenario, or for a comparison a list of them.
Result<AnalysisRequest> parseAnalysisRequest(AnalysisKind kind, std::string_view scenarioText,
                                             std::string_view optionsText, const Pack &pack);

/// An upper bound of what the tables of the analysis take, bytes.
std::uint64_t analysisBytes(const Pack &pack, const AnalysisRequest &request);

/// The analysis, ready for its first piece. `pack` and `request` may go.
std::unique_ptr<Analysis> makeAnalysis(const Pack &pack, const AnalysisRequest &request,
                                       int threads = 1);

} // namespace export_potential
