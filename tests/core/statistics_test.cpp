// Means and quantiles of draws, against NumPy.

#include "export_potential/statistics.hpp"

#include "../data/scipy_reference.hpp"
#include "export_potential/sampling.hpp"
#include "test_support.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace export_potential {
namespace {

std::vector<double> quantilesOf(const std::vector<double> &values, std::span<const double> shares) {
    std::vector<double> quantiles(shares.size());
    std::vector<double> scratch;
    sampleQuantiles(values, shares, quantiles, scratch);
    return quantiles;
}

template <class Sample, class Quantiles>
void expectQuantiles(const Sample &sample, const Quantiles &expected) {
    const auto found = quantilesOf({sample.begin(), sample.end()}, reference::kShares);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_TRUE(close(found[i], expected[i], 1e-14)) << reference::kShares[i];
    }
}

TEST(SampleQuantiles, AreNumPys) {
    expectQuantiles(reference::kSample0, reference::kSampleQuantiles0);
    expectQuantiles(reference::kSample1, reference::kSampleQuantiles1);
}

TEST(SampleQuantiles, OfOneAndOfEqualValuesAreThatValue) {
    EXPECT_EQ(quantilesOf({7}, kQuantiles), std::vector<double>(7, 7));
    EXPECT_EQ(quantilesOf(std::vector<double>(50, -2.5), kQuantiles), std::vector<double>(7, -2.5));
}

TEST(SampleQuantiles, DoNotDependOnTheOrder) {
    std::vector<double> values(257);
    makeCounterPoints(5)->fill(0, 0, values);
    std::vector<double> sorted = values;
    std::ranges::sort(sorted);
    std::vector<double> reversed(sorted.rbegin(), sorted.rend());
    const auto expected = quantilesOf(sorted, kQuantiles);
    EXPECT_EQ(quantilesOf(values, kQuantiles), expected);
    EXPECT_EQ(quantilesOf(reversed, kQuantiles), expected);
    // 256 steps between 257 values: the quartiles are values themselves.
    EXPECT_EQ(expected[2], sorted[64]);
    EXPECT_EQ(expected[3], sorted[128]);
    EXPECT_EQ(expected[4], sorted[192]);
    EXPECT_EQ(expected[0], sorted[12] + 0.8 * (sorted[13] - sorted[12]));
}

TEST(SampleMean, IsThatOfTheValues) {
    const std::vector<double> values{1, 2, 3, 4.5};
    EXPECT_EQ(sampleMean(values), 2.625);
    EXPECT_EQ(sampleMean({values.data(), 1}), 1);
}

TEST(SampleMean, LosesNoDigitsOverManyValues) {
    // A running sum of 2^18 tenths is off by 1e-12 and more.
    const std::vector<double> values(std::size_t{1} << 18, 0.1);
    EXPECT_TRUE(close(sampleMean(values), 0.1, 1e-14));
}

TEST(SampleDeviation, IsNumPysWithNMinusOne) {
    EXPECT_TRUE(close(sampleDeviation(reference::kSample0), reference::kSampleDeviation0, 1e-14));
    EXPECT_TRUE(close(sampleDeviation(reference::kSample1), reference::kSampleDeviation1, 1e-14));
    EXPECT_EQ(sampleDeviation(std::array{3.0}), 0);
    EXPECT_EQ(sampleDeviation(std::array{3.0, 3.0}), 0);
}

TEST(Summary, LeavesTheValuesAlone) {
    std::vector<double> values(reference::kSample0.begin(), reference::kSample0.end());
    const std::vector<double> before = values;
    std::vector<double> scratch;
    const Summary summary = summarise(values, scratch);
    EXPECT_EQ(values, before);
    EXPECT_EQ(summary.mean, sampleMean(values));
    const auto quantiles = quantilesOf(values, kQuantiles);
    EXPECT_TRUE(std::ranges::equal(summary.quantiles, quantiles));
}

} // namespace
} // namespace export_potential
