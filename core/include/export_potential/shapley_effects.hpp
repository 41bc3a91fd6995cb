#pragma once

#include "export_potential/conditional_sampler.hpp"
#include "export_potential/estimate.hpp"
#include "export_potential/sampling.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace export_potential {

/// Outputs at a batch of points: coordinate i of point p is at i * outputs.size() + p.
using EvaluatePoints =
    std::function<void(std::span<const double> points, std::span<double> outputs)>;

/// Shares of the variance of the output. All >= 0 but for their errors, they sum to exactly 1, also
/// when inputs are correlated: what several inputs do together, by interaction or by correlation,
/// is divided evenly among them (Owen 2014, SIAM/ASA JUQ 2(1)).
struct ShapleyEffects {
    std::vector<Estimate> shares; ///< one for each group; 0 if the output does not vary
    double variance = 0;          ///< of the output, as the estimator found it
};

/// Estimates the Shapley effects of groups of inputs; group[i] = 0, 1, ... is the group of
/// coordinate i, no group being empty, and an input may be a group of its own. Inputs that are
/// strongly correlated are better put into one group than compared.
///
/// The value of a set u of groups is E[Var(Y | all but u)] (Song, Nelson and Staum 2016, SIAM/ASA
/// JUQ 4(1)), of which (Y(x) - Y(z))^2 / 2 is an unbiased estimate if z is x with u drawn again.
/// For each draw, u grows by one group at a time in random order until everything is drawn again,
/// and then in the reverse order; a group has half of what it added on the two walks. For
/// independent inputs a single walk is the algorithm of Goda 2021 (RESS 213). The way back takes
/// out part of the error that the choice of order leaves, with two groups all of it.
///
/// Cost: draws * 2 * groups evaluations, in batches of some thousand points. There is no other
/// method for few groups: in trials with 3 to 11 inputs, independent and correlated, all 2^groups
/// subsets at each draw gave a larger error for the same number of evaluations. If Y has a heavy
/// tail, let evaluate return its logarithm.
///
/// Works in pieces of some thousand evaluations. `points` supplies draws 0 .. draws - 1 in
/// dimensions 0 .. 2 inputs + groups - 1. 16 draws at least.
class ShapleyEstimation {
public:
    /// Sampler and points have to stay; `group` and `evaluate` are kept.
    ShapleyEstimation(const ConditionalSampler &sampler, std::span<const std::size_t> group,
                      const PointSource &points, std::size_t draws, EvaluatePoints evaluate);
    ~ShapleyEstimation();
    ShapleyEstimation(const ShapleyEstimation &) = delete;
    ShapleyEstimation &operator=(const ShapleyEstimation &) = delete;

    /// Does the next piece; false once there is none left.
    bool advance();

    /// Part of the work that is done, 0 to 1.
    double progress() const;

    /// The estimates, after advance() has returned false.
    ShapleyEffects effects() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// All pieces at once.
ShapleyEffects shapleyEffects(const ConditionalSampler &sampler, std::span<const std::size_t> group,
                              const PointSource &points, std::size_t draws,
                              const EvaluatePoints &evaluate);

} // namespace export_potential
