#include "export_potential/proportion.hpp"

#include "special_functions.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace export_potential {

namespace {

/// Quantile of Beta(a, b) at u.
double betaQuantile(double a, double b, double u) {
    return inverseIncompleteBeta(a, b, logBeta(a, b), u, a / (a + b));
}

} // namespace

Interval clopperPearson(std::uint64_t successes, std::uint64_t trials, double confidence) {
    assert(successes <= trials && trials > 0 && confidence > 0 && confidence < 1);
    const double tail = (1 - confidence) / 2;
    const auto hits = static_cast<double>(successes);
    const auto misses = static_cast<double>(trials - successes);
    return {successes == 0 ? 0 : betaQuantile(hits, misses + 1, tail),
            successes == trials ? 1 : betaQuantile(hits + 1, misses, 1 - tail)};
}

Interval wilson(std::uint64_t successes, std::uint64_t trials, double confidence) {
    assert(successes <= trials && trials > 0 && confidence > 0 && confidence < 1);
    const double z = -normalQuantile((1 - confidence) / 2);
    const auto n = static_cast<double>(trials);
    const double share = static_cast<double>(successes) / n;
    const double scale = 1 / (1 + z * z / n);
    const double centre = scale * (share + z * z / (2 * n));
    const double half = scale * z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    // At no or all successes one bound is 0 or 1 but for rounding.
    return {successes == 0 ? 0 : centre - half, successes == trials ? 1 : centre + half};
}

Reached probabilityOfReaching(std::span<const double> values, double target, double confidence) {
    assert(!values.empty());
    const auto reached = static_cast<std::uint64_t>(
        std::ranges::count_if(values, [target](double value) { return value >= target; }));
    return {static_cast<double>(reached) / static_cast<double>(values.size()),
            wilson(reached, values.size(), confidence)};
}

} // namespace export_potential
