#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace export_potential {

// What one input does while all others are left alone.

/// The quantiles at which a tornado diagram shows an input.
inline constexpr double kTornadoLow = 0.05;
inline constexpr double kTornadoHigh = 0.95;

/// One bar: the output with one input at a low and at a high value of its own and all others at
/// their central values.
struct TornadoBar {
    std::size_t input;
    double low;
    double high; ///< below `low` if the output falls with the input
};

/// A bar for each input, the widest first and those of equal width in the order of the inputs.
/// Element i of the spans is the output with input i at its kTornadoLow or kTornadoHigh quantile.
/// Shows direction and range and is no share of the variance: interactions do not appear.
std::vector<TornadoBar> tornado(std::span<const double> low, std::span<const double> high);

/// "Doubling this input raises the median by so much": the median of `changed`, the output on the
/// same draws with the input multiplied by a constant in each, over that of `base`. For an output
/// proportional to input^e this is 2^e in every sample, so nothing of the draws' noise is left in
/// it; a slope fitted to a scatter of draws would keep it. Nothing unless both medians are
/// positive. Spans of equal length, not empty.
std::optional<double> medianRatio(std::span<const double> base, std::span<const double> changed);

/// The elasticity that a ratio stands for: ln ratio / ln factor, both positive, factor not 1.
double arcElasticity(double ratio, double factor);

} // namespace export_potential
