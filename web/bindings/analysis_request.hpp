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

namespace export_potential::bindings {

/// An analysis that is asked for, with everything that was left out filled in.
struct AnalysisRequest {
    std::optional<Method> method; ///< none: a goal
    Scenario scenario;
    Focus focus;
    std::optional<double> threshold;   ///< of evppi, in the unit of the output
    double target = 0;                 ///< of goal, in the unit of the output
    std::vector<double> probabilities; ///< of goal
};

/// Reads a scenario and {"method", "output", "year", "threshold"}, all of which may be left out.
/// Reports every fault; a null in the place of a number, as which JSON.stringify writes those that
/// are not finite, is out of range.
Result<AnalysisRequest> parseSensitivity(std::string_view scenarioText,
                                         std::string_view optionsText, const Pack &pack);

/// Reads a scenario and {"target", "probabilities", "output", "year"}; only the target must be
/// there. Faults as above; at most 16 probabilities, each between 0 and 1.
Result<AnalysisRequest> parseGoal(std::string_view scenarioText, std::string_view optionsText,
                                  const Pack &pack);

/// An upper bound of what the tables of the analysis take, bytes.
std::uint64_t analysisBytes(const Pack &pack, const AnalysisRequest &request);

/// The analysis, ready for its first piece. Draws its inputs. `pack` and `request` may go.
std::unique_ptr<Analysis> makeAnalysis(const Pack &pack, const AnalysisRequest &request);

} // namespace export_potential::bindings
