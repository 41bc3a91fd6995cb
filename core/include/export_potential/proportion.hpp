#pragma once

#include <cstdint>
#include <span>

namespace export_potential {

struct Interval {
    double low;
    double high;
};

/// Bounds for the probability behind `successes` out of `trials`, covering it in at least the share
/// `confidence` of samples whatever it is (Clopper and Pearson 1934, Biometrika 26): quantiles of
/// Beta(k, n - k + 1) and Beta(k + 1, n - k). successes <= trials, trials > 0, 0 < confidence < 1.
Interval clopperPearson(std::uint64_t successes, std::uint64_t trials, double confidence = 0.95);

/// Bounds that cover it in about that share of samples, on average over what it may be (Wilson
/// 1927, JASA 22): narrower, and good enough to show how certain a share of draws is.
Interval wilson(std::uint64_t successes, std::uint64_t trials, double confidence = 0.95);

/// Probability of reaching a target: the share of values at or above it, with Wilson's bounds.
struct Reached {
    double probability;
    Interval interval;
};
Reached probabilityOfReaching(std::span<const double> values, double target,
                              double confidence = 0.95);

} // namespace export_potential
