#pragma once

#include "export_potential/assumption.hpp"
#include "export_potential/closure.hpp"
#include "export_potential/error.hpp"
#include "export_potential/measure.hpp"
#include "export_potential/pack.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace export_potential {

/// Where the uniforms of the draws come from: scrambled Sobol points, or a counter-based generator
/// whose draws are independent.
enum class Sampling { sobol, counter };

/// A question put to the model, complete: what the text left out has been filled from the pack.
struct Scenario {
    std::uint64_t seed = 0;
    int draws = 0;
    Sampling sampling = Sampling::sobol;
    int startYear = 0;
    int horizon = 0;
    Onboarding onboarding;
    std::vector<Measure> measures;
    std::vector<Closure> closures;
    /// Amounts of additional exports, US$ a year, to be told the probability of reaching.
    std::vector<double> targets;
    /// In the order in which they replace one another: those of the chosen readings, then the
    /// scenario's own; in each, whole symbols before single elements.
    std::vector<Assumption> assumptions;

    int endYear() const { return startYear + horizon - 1; }
};

inline constexpr int kMinDraws = 256;
inline constexpr int kMaxDraws = 1'048'576;

/// Reads a scenario against a pack (public/schemas/scenario.schema.json). Reports every fault.
Result<Scenario> parseScenario(std::string_view text, const Pack &pack);

/// The power of two from kMinDraws to kMaxDraws that is nearest to n.
int nearestDraws(double n);

/// Reads "SYMBOL=VALUE" or "SYMBOL.ELEMENT=VALUE", as the command line's --set takes it. The
/// error's path is "/assumptions/SYMBOL", as if the scenario had said so.
Result<Assumption> parseAssignment(std::string_view text, const Pack &pack);

} // namespace export_potential
