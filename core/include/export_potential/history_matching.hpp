#pragma once

#include <span>

namespace export_potential {

/// An observation of the past and how far a correct model may miss it: variances, in the square of
/// its unit, of the observation's error and of the model's discrepancy from reality.
struct HistoryTarget {
    double observed = 0;
    double observationVariance = 0;
    double discrepancyVariance = 0;
};

/// What the model says about a target at one setting of its inputs: expected value, and variance
/// where that is estimated or the model is stochastic, else 0.
struct HistoryPrediction {
    double mean = 0;
    double variance = 0;
};

/// A setting whose implausibility is above this can be ruled out: of any distribution with one
/// mode, at least 95 % lies within 3 standard deviations (Pukelsheim 1994, The three sigma rule).
inline constexpr double kImplausible = 3;

/// I = |E f - z| / sqrt(Var f + Var discrepancy + Var observation), the distance in standard
/// deviations (Craig, Goldstein, Seheult and Smith 1997). Without any variance it is 0 or infinite.
double implausibility(const HistoryPrediction &prediction, const HistoryTarget &target);

/// The largest over all targets; spans of the same length. 0 without targets.
double maxImplausibility(std::span<const HistoryPrediction> predictions,
                         std::span<const HistoryTarget> targets);

} // namespace export_potential
