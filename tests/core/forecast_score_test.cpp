// CRPS, PIT values and their coverage, against integrals, sums over pairs and SciPy.

#include "export_potential/forecast_score.hpp"

#include "../data/sensitivity_reference.hpp"
#include "estimate_support.hpp"
#include "special_functions.hpp"
#include "test_support.hpp"

namespace export_potential {
namespace {

std::vector<double> normals(std::uint64_t seed, std::size_t count) {
    std::vector<double> column = uniforms(seed, 0, count);
    for (double &value : column) {
        value = normalQuantile(value);
    }
    return column;
}

TEST(Crps, OfANormalIsTheIntegral) {
    for (const auto &[mean, sd, observed, score] : reference::kNormalCrps) {
        EXPECT_TRUE(close(normalCrps(mean, sd, observed), score, 1e-12)) << observed;
    }
    EXPECT_NEAR(normalCrps(0, 1, 0), 0.233695, 5e-7);
    EXPECT_NEAR(normalCrps(0, 1, 1), 0.602441, 5e-7);
}

TEST(Crps, OfASampleIsThatOfItsPairs) {
    for (const auto &[observed, score] : reference::kSampleCrps) {
        EXPECT_TRUE(close(crps(reference::kCrpsSample, observed), score, 1e-14)) << observed;
    }
}

TEST(Crps, OfASampleConvergesToThatOfItsDistribution) {
    // |X - y| - E|X - X'| has a standard deviation below 1: 1 / sqrt(n) is 0.004.
    const std::vector<double> sample = normals(1, 65'536);
    EXPECT_NEAR(crps(sample, 0), 0.233695, 0.012);
    EXPECT_NEAR(crps(sample, 1), 0.602441, 0.012);
}

TEST(Crps, OfAPointForecastIsItsError) {
    EXPECT_EQ(crps(std::array{2.0}, 5), 3);
    EXPECT_EQ(crps(std::vector<double>(1000, 2), 5), 3);
    EXPECT_EQ(crps(std::vector<double>(1000, 5), 5), 0);
    EXPECT_EQ(normalCrps(2, 0, 5), 3);
}

TEST(Crps, OfFarAwayValuesKeepsItsDigits) {
    std::vector<double> far(reference::kCrpsSample.begin(), reference::kCrpsSample.end());
    for (double &value : far) {
        value += 1e9;
    }
    EXPECT_NEAR(crps(far, 1e9 + 5), crps(reference::kCrpsSample, 5), 1e-12);
}

TEST(Pit, IsTheShareBelowWithTiesCountedHalf) {
    const std::array sample{1.0, 2.0, 2.0, 5.0};
    EXPECT_EQ(pit(sample, 0), 0);
    EXPECT_EQ(pit(sample, 2), 0.5);
    EXPECT_EQ(pit(sample, 3), 0.75);
    EXPECT_EQ(pit(sample, 9), 1);
}

/// PIT values of observations N(0, spread) among forecasts of 999 draws of N(0, 1).
std::vector<double> pitsOf(double spread, std::size_t observations) {
    const std::vector<double> truth = normals(2, observations);
    std::vector<double> pits;
    for (std::size_t j = 0; j < observations; ++j) {
        pits.push_back(pit(normals(100 + j, 999), spread * truth[j]));
    }
    return pits;
}

TEST(Pit, OfObservationsFromTheForecastIsUniformAndCovers) {
    const std::vector<double> pits = pitsOf(1, 400);
    EXPECT_GT(uniformity(pits).pValue, 0.01);
    for (const double level : {0.5, 0.8, 0.9}) {
        const Coverage found = coverage(pits, level, 0.999);
        EXPECT_LT(found.interval.low, level);
        EXPECT_GT(found.interval.high, level);
        EXPECT_NEAR(found.share, level, 4 * std::sqrt(level * (1 - level) / 400));
    }
}

TEST(Pit, ShowsAForecastThatIsTooSure) {
    // Observations spread twice as wide: 90 % intervals hold 2 Phi(1.645 / 2) - 1 = 59 % of them.
    const std::vector<double> pits = pitsOf(2, 400);
    EXPECT_LT(uniformity(pits).pValue, 0.01);
    const Coverage found = coverage(pits, 0.9);
    EXPECT_NEAR(found.share, 0.589, 4 * std::sqrt(0.589 * 0.411 / 400));
    EXPECT_LT(found.interval.high, 0.9);
}

TEST(Coverage, CountsBothEndsOfTheInterval) {
    const Coverage found = coverage(std::array{0.125, 0.5, 0.875, 0.9}, 0.75);
    EXPECT_EQ(found.share, 0.75);
    EXPECT_EQ(found.interval.low, clopperPearson(3, 4).low);
    EXPECT_EQ(found.interval.high, clopperPearson(3, 4).high);
}

TEST(Uniformity, IsSciPysKolmogorovAndSmirnovTest) {
    // The approximation of the p-value is worst in the middle and for few values.
    const Uniformity small = uniformity(reference::kUniforms0);
    EXPECT_TRUE(close(small.distance, reference::kDistance0, 1e-14));
    EXPECT_NEAR(small.pValue, reference::kPValue0, 0.02);
    const Uniformity middle = uniformity(reference::kUniforms1);
    EXPECT_TRUE(close(middle.distance, reference::kDistance1, 1e-14));
    EXPECT_NEAR(middle.pValue, reference::kPValue1, 0.004);
    const Uniformity large = uniformity(reference::kUniforms2);
    EXPECT_TRUE(close(large.distance, reference::kDistance2, 1e-14));
    EXPECT_NEAR(large.pValue, reference::kPValue2, 0.004);
}

TEST(Uniformity, OfAnEvenGridIsCertainAndOfOnePlaceImpossible) {
    std::vector<double> grid;
    for (int i = 0; i < 100; ++i) {
        grid.push_back((i + 0.5) / 100);
    }
    EXPECT_NEAR(uniformity(grid).distance, 0.005, 1e-15);
    EXPECT_EQ(uniformity(grid).pValue, 1);
    const Uniformity lump = uniformity(std::vector<double>(100, 0.5));
    EXPECT_EQ(lump.distance, 0.5);
    EXPECT_LT(lump.pValue, 1e-20);
    EXPECT_GE(lump.pValue, 0);
}

} // namespace
} // namespace export_potential
