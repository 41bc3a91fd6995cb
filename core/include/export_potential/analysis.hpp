#pragma once

#include "export_potential/error.hpp"
#include "export_potential/pack.hpp"
#include "export_potential/scenario.hpp"
#include "export_potential/simulation.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace export_potential {

/// What an analysis is about: one output in one fiscal year.
struct Focus {
    Output output = Output::exportsAdditional;
    int year = 0;
};

/// The focus on a named output, by default the headline, and a reported fiscal year, by default the
/// last of the plan or of the run, whichever is earlier. Errors: unknownName at /output, outOfRange
/// at /year.
Result<Focus> makeFocus(const Scenario &scenario, const std::optional<std::string> &output,
                        std::optional<double> year);

/// A computation that is done in pieces, so that whoever waits can show how far it is or stop it.
class Analysis {
public:
    virtual ~Analysis() = default;

    /// Does the next piece, some ten milliseconds of work; false once there is none left.
    virtual bool advance() = 0;

    /// Part of the work that is done, 0 to 1.
    virtual double progress() const = 0;

    /// The result as JSON (public/schemas/analysis.schema.json), after advance() has returned
    /// false.
    virtual std::string result() const = 0;
};

/// Inputs that an analysis moves together: a parameter, or one element of it; parameters that are
/// correlated with one another; or the interruptions of market access, the chance of one and which
/// happen. Inputs that do not vary belong to none.
struct Factor {
    std::string name;                ///< "psi", "act + r1", "interruptions"
    std::vector<std::size_t> inputs; ///< positions in Simulation::inputNames()
};
std::vector<Factor> factorsOf(const Simulation &simulation);

/// The most draws that analyses of sensitivity use; more change no figure that is shown.
inline constexpr int kMaxAnalysisDraws = 8192;

/// The most draws that goals are sought on: a share of them has an error below half a per cent.
inline constexpr int kMaxGoalDraws = 16'384;

/// The most probabilities that one goal may name.
inline constexpr std::size_t kMaxProbabilities = 16;

/// Ways to ask what an output is sensitive to, and what users call them.
enum class Method { sobol, shapley, tornado, evppi };
inline constexpr std::array<std::string_view, 4> kMethodNames{"sobol", "shapley", "tornado",
                                                              "evppi"};

// Each analysis may use several threads; the result is the same whatever their number.

/// Sobol' indices of first and total order (variance_sensitivity.hpp) of every factor, the largest
/// total first, with standard errors. Besides, where the output is positive in every draw, the
/// share of the variance of its logarithm that the factor explains in a regression on the normal
/// scores of all inputs (log_sensitivity.hpp), and R^2.
std::unique_ptr<Analysis> makeSobolAnalysis(const Pack &pack, const Scenario &scenario,
                                            const Focus &focus, int threads = 1);

/// Shapley effects (shapley_effects.hpp) of every varying parameter, correlations included, on the
/// logarithm of the output where it is positive in every draw, else on the output.
std::unique_ptr<Analysis> makeShapleyAnalysis(const Pack &pack, const Scenario &scenario,
                                              const Focus &focus, int threads = 1);

/// Each parameter alone at its 5 % and 95 % quantile, the others at their medians
/// (one_way_sensitivity.hpp), and the elasticity of the output's median to it.
std::unique_ptr<Analysis> makeTornadoAnalysis(const Pack &pack, const Scenario &scenario,
                                              const Focus &focus, int threads = 1);

/// What it is worth to know a factor before deciding whether the programme is worth having, that
/// is, whether the output is above `threshold` (decision.hpp): the net benefit of doing it is
/// output less threshold, of not doing it 0. Without a threshold it is the output's median, where
/// the decision is hardest.
std::unique_ptr<Analysis> makeEvppiAnalysis(const Pack &pack, const Scenario &scenario,
                                            const Focus &focus, std::optional<double> threshold,
                                            int threads = 1);

/// One of the four above; the threshold is for evppi alone.
std::unique_ptr<Analysis> makeSensitivityAnalysis(Method method, const Pack &pack,
                                                  const Scenario &scenario, const Focus &focus,
                                                  std::optional<double> threshold, int threads = 1);

/// The registrations that a target needs: for each probability the smallest newSellers with which
/// the output reaches the target in at least that share of draws, by bisection on fixed draws
/// (goal_seek.hpp), or that it is out of reach even with all establishments of the pool; and the
/// probability with the scenario's own number. 0 < probability < 1.
std::unique_ptr<Analysis> makeGoalAnalysis(const Pack &pack, const Scenario &scenario,
                                           const Focus &focus, double target,
                                           std::vector<double> probabilities, int threads = 1);

} // namespace export_potential
