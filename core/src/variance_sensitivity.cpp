#include "export_potential/variance_sensitivity.hpp"

#include "export_potential/statistics.hpp"
#include "jackknife.hpp"
#include "regression_spline.hpp"

#include <cassert>
#include <cstddef>

namespace export_potential {

SobolIndices sobolIndices(std::span<const double> a, std::span<const double> b,
                          std::span<const double> ab) {
    const std::size_t count = a.size();
    assert(b.size() == count && ab.size() == count);
    const double centre = (sampleMean(a) + sampleMean(b)) / 2;
    enum { kValue, kSquare, kChange, kChangeTimesB, kChangeSquare, kSize };
    using Moments = Sums<kSize>;
    const auto batches = batchSums<Moments>(count, [&](Moments &sum, std::size_t j) {
        const double centredA = a[j] - centre;
        const double centredB = b[j] - centre;
        const double change = ab[j] - a[j];
        sum[kValue] += centredA + centredB;
        sum[kSquare] += centredA * centredA + centredB * centredB;
        sum[kChange] += change;
        sum[kChangeTimesB] += centredB * change;
        sum[kChangeSquare] += change * change;
    });
    // Each sample without a batch has a mean of its own, a little off `centre`.
    const auto index = [&](std::size_t batch, auto numerator) {
        const Moments sum = sumWithout(batches, batch);
        const auto n = static_cast<double>(countWithout(count, batch));
        const double mean = sum[kValue] / (2 * n);
        const double variance = sum[kSquare] / (2 * n) - mean * mean;
        return variance > 0 ? numerator(sum, mean) / (n * variance) : 0;
    };
    return {jackknife([&](std::size_t batch) {
                return index(batch, [](const Moments &sum, double mean) {
                    return sum[kChangeTimesB] - mean * sum[kChange];
                });
            }),
            jackknife([&](std::size_t batch) {
                return index(batch,
                             [](const Moments &sum, double) { return sum[kChangeSquare] / 2; });
            })};
}

Estimate mainEffect(std::span<const double> input, std::span<const double> output) {
    return RegressionSpline(input).fit(output).explained;
}

} // namespace export_potential
