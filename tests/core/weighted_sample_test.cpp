// Draws that count unequally: hand calculations, closed forms, and the same sample written out.

#include "export_potential/weighted_sample.hpp"

#include "estimate_support.hpp"
#include "export_potential/forecast_score.hpp"
#include "special_functions.hpp"
#include "test_support.hpp"

namespace export_potential {
namespace {

std::vector<double> standardNormals(std::uint64_t seed, std::size_t count) {
    std::vector<double> column = uniforms(seed, 0, count);
    for (double &value : column) {
        value = normalQuantile(value);
    }
    return column;
}

TEST(WeightedSample, OfOneValueIsAPointForecast) {
    const WeightedSample point(std::array{2.0}, std::array{0.25});
    EXPECT_EQ(point.mean(), 2);
    EXPECT_EQ(point.crps(5), 3);
    EXPECT_EQ(point.crps(2), 0);
    EXPECT_EQ(point.quantile(0), 2);
    EXPECT_EQ(point.quantile(1), 2);
    EXPECT_EQ(point.pit(1), 0);
    EXPECT_EQ(point.pit(2), 0.5);
    EXPECT_EQ(point.pit(3), 1);
}

TEST(WeightedSample, OfTwoValuesIsTheHandCalculation) {
    // 8 with 1/4 and 0 with 3/4, seen from 2: 3/4 2 + 1/4 6 - 3/4 1/4 8 = 1.5.
    const WeightedSample two(std::array{8.0, 0.0}, std::array{1.0, 3.0});
    EXPECT_EQ(two.mean(), 2);
    EXPECT_EQ(two.crps(2), 1.5);
    // Below all: 3/4 4 + 1/4 12 - 1.5.
    EXPECT_EQ(two.crps(-4), 4.5);
    EXPECT_EQ(two.pit(0), 0.375);
    EXPECT_EQ(two.pit(1), 0.75);
    EXPECT_EQ(two.pit(8), 0.875);
    EXPECT_EQ(two.quantile(0.75), 0);
    EXPECT_EQ(two.quantile(0.76), 8);
}

TEST(WeightedSample, OfEqualWeightsIsTheSampleItself) {
    const std::vector<double> values = standardNormals(3, 999);
    const std::vector<double> weights(values.size(), 0.125);
    const WeightedSample sample(values, weights);
    for (const double observed : {-2.0, 0.1, 1.5}) {
        EXPECT_TRUE(close(sample.crps(observed), crps(values, observed), 1e-12)) << observed;
        EXPECT_NEAR(sample.pit(observed), pit(values, observed), 1e-12) << observed;
    }
    EXPECT_NEAR(sample.mean(), meanOf(values), 1e-12);
    std::vector<double> sorted = values;
    std::ranges::sort(sorted);
    // Of 999 values, 499 / 999 < 1/2 <= 500 / 999.
    EXPECT_EQ(sample.quantile(0.5), sorted[499]);
}

TEST(WeightedSample, CountsAWeightOfThreeAsThreeEqualValues) {
    const WeightedSample weighted(std::array{4.0, 1.0, 9.0, 2.5, 0.5},
                                  std::array{3.0, 2.0, 1.0, 0.0, 0.0});
    const std::array written{4.0, 4.0, 4.0, 1.0, 1.0, 9.0};
    for (const double observed : {0.0, 1.0, 2.0, 4.0, 7.0, 11.0}) {
        EXPECT_TRUE(close(weighted.crps(observed), crps(written, observed), 1e-14)) << observed;
        EXPECT_NEAR(weighted.pit(observed), pit(written, observed), 1e-15) << observed;
    }
    // Smallest value with at least that share at or below: 1 has 2/6, 4 has 5/6.
    EXPECT_EQ(weighted.quantile(0), 1);
    EXPECT_EQ(weighted.quantile(0.33), 1);
    EXPECT_EQ(weighted.quantile(0.34), 4);
    EXPECT_EQ(weighted.quantile(0.83), 4);
    EXPECT_EQ(weighted.quantile(0.84), 9);
}

TEST(WeightedSample, ReweightedToAnotherNormalScoresAsThatOne) {
    // Draws of N(0, 1) weighted by the density of N(1, 1) over their own: exp(x - 1/2). They tell
    // as much as n / E[w^2] = n / e equal ones; the CRPS of so many is within 0.02 (5 errors).
    const std::vector<double> values = standardNormals(1, 65'536);
    std::vector<double> weights;
    for (const double value : values) {
        weights.push_back(std::exp(value - 0.5));
    }
    EXPECT_NEAR(effectiveDraws(weights) / 65'536, std::exp(-1), 0.02);
    const WeightedSample sample(values, weights);
    for (const double observed : {0.0, 1.0, 2.5}) {
        EXPECT_NEAR(sample.crps(observed), normalCrps(1, 1, observed), 0.02) << observed;
        EXPECT_NEAR(sample.pit(observed), normalCdf(observed - 1), 0.02) << observed;
    }
    EXPECT_NEAR(sample.mean(), 1, 0.03);
    EXPECT_NEAR(sample.quantile(0.95), 1 + 1.6448536, 0.06);
}

TEST(EffectiveDraws, AreAllOfEqualOnesAndOneWhereOneHasAll) {
    EXPECT_EQ(effectiveDraws(std::vector<double>(64, 0.5)), 64);
    EXPECT_EQ(effectiveDraws(std::array{0.0, 7.0, 0.0}), 1);
    // (1 + 3)^2 / (1 + 9)
    EXPECT_EQ(effectiveDraws(std::array{1.0, 3.0}), 1.6);
    EXPECT_EQ(effectiveDraws(std::array{0.0, 0.0}), 0);
}

} // namespace
} // namespace export_potential
