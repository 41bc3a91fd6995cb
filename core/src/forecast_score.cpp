#include "export_potential/forecast_score.hpp"

#include "pairwise_sum.hpp"
#include "special_functions.hpp"
#include "vector_math.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <vector>

namespace export_potential {

namespace {

std::vector<double> sortedCopy(std::span<const double> values) {
    assert(!values.empty());
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    return sorted;
}

/// P(K > x) of Kolmogorov's distribution.
double kolmogorovTail(double x) {
    // Below, the series converges slowly, and the tail is 1 to 13 digits.
    constexpr double kNearOne = 0.2;
    if (x < kNearOne) {
        return 1;
    }
    double sum = 0;
    double sign = 1;
    for (int k = 1; k <= 100; ++k) {
        sum += sign * scalar::exp(-2.0 * k * k * x * x);
        sign = -sign;
    }
    return std::clamp(2 * sum, 0.0, 1.0);
}

} // namespace

double crps(std::span<const double> sample, double observed) {
    const std::vector<double> sorted = sortedCopy(sample);
    const auto n = static_cast<double>(sorted.size());
    // Among the pairs of a sorted sample, element j is the larger j times and the smaller n - 1 - j
    // times. Distances from `observed` keep the digits that values far from 0 would lose.
    const auto sums = pairwiseSum<Sums<2>>(0, sorted.size(), [&](Sums<2> &sum, std::size_t j) {
        const double distance = sorted[j] - observed;
        sum[0] += std::fabs(distance);
        sum[1] += (2 * static_cast<double>(j) + 1 - n) * distance;
    });
    return sums[0] / n - sums[1] / (n * n);
}

double normalCrps(double mean, double sd, double observed) {
    assert(sd >= 0);
    constexpr double kInvSqrtPi = 0.56418958354775628695;
    if (sd == 0) {
        return std::fabs(observed - mean);
    }
    const double z = (observed - mean) / sd;
    return sd * (z * (2 * normalCdf(z) - 1) + 2 * normalDensity(z) - kInvSqrtPi);
}

double pit(std::span<const double> sample, double observed) {
    assert(!sample.empty());
    const auto below = std::ranges::count_if(sample, [=](double x) { return x < observed; });
    const auto equal = std::ranges::count(sample, observed);
    return static_cast<double>(2 * below + equal) / (2 * static_cast<double>(sample.size()));
}

bool isInside(double pit, double level) {
    assert(level > 0 && level < 1);
    return (1 - level) / 2 <= pit && pit <= (1 + level) / 2;
}

Coverage coverage(std::span<const double> pits, double level, double confidence) {
    assert(!pits.empty());
    const auto inside = static_cast<std::uint64_t>(
        std::ranges::count_if(pits, [=](double u) { return isInside(u, level); }));
    return {static_cast<double>(inside) / static_cast<double>(pits.size()),
            clopperPearson(inside, pits.size(), confidence)};
}

Uniformity uniformity(std::span<const double> pits) {
    const std::vector<double> sorted = sortedCopy(pits);
    const auto n = static_cast<double>(sorted.size());
    double distance = 0;
    for (std::size_t j = 0; j < sorted.size(); ++j) {
        const auto before = static_cast<double>(j);
        distance = std::max({distance, sorted[j] - before / n, (before + 1) / n - sorted[j]});
    }
    const double root = std::sqrt(n);
    return {distance, kolmogorovTail((root + 0.12 + 0.11 / root) * distance)};
}

} // namespace export_potential
