#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace export_potential {

/// The quantiles that results report.
inline constexpr std::array<double, 7> kQuantiles{0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95};

/// Mean by pairwise summation in the order of the values, so that the same values give the same
/// bits. values must not be empty.
double sampleMean(std::span<const double> values);

/// Standard deviation with n - 1 in the denominator; 0 for a single value.
double sampleDeviation(std::span<const double> values);

/// Quantiles at ascending probabilities, interpolated linearly between order statistics (definition
/// 7 of Hyndman and Fan 1996, the default of R and NumPy). values must not be empty nor contain
/// NaN. `scratch` is memory that calls can share; it grows as needed.
void sampleQuantiles(std::span<const double> values, std::span<const double> probabilities,
                     std::span<double> quantiles, std::vector<double> &scratch);

/// The 50 % quantile.
double sampleMedian(std::span<const double> values);

/// Mean and kQuantiles of one quantity over the draws.
struct Summary {
    double mean = 0;
    std::array<double, kQuantiles.size()> quantiles{};
};

/// Summary of a column; `scratch` as for sampleQuantiles.
Summary summarise(std::span<const double> values, std::vector<double> &scratch);

} // namespace export_potential
