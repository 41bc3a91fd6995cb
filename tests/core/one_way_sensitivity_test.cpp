// Tornado bars and what doubling an input does.

#include "export_potential/one_way_sensitivity.hpp"

#include "estimate_support.hpp"
#include "special_functions.hpp"
#include "test_functions.hpp"

namespace export_potential {
namespace {

TEST(Tornado, ShowsTheWidestFirstAndKeepsDirection) {
    const auto bars = tornado(std::vector{4.0, 9.0, 5.0, 6.0}, std::vector{6.0, 2.0, 5.0, 4.0});
    ASSERT_EQ(bars.size(), 4u);
    EXPECT_EQ(bars[0].input, 1u);
    EXPECT_EQ(bars[0].low, 9);
    EXPECT_EQ(bars[0].high, 2);
    // 0 and 3 are equally wide.
    EXPECT_EQ(bars[1].input, 0u);
    EXPECT_EQ(bars[2].input, 3u);
    EXPECT_EQ(bars[3].input, 2u);
    EXPECT_TRUE(tornado({}, {}).empty());
}

TEST(Tornado, OfAProductOfLognormalsIsInTheOrderOfTheirDeviations) {
    std::vector<double> low;
    std::vector<double> high;
    for (std::size_t i = 0; i < 3; ++i) {
        std::array x{0.5, 0.5, 0.5};
        x[i] = kTornadoLow;
        low.push_back(lognormalProduct(x));
        x[i] = kTornadoHigh;
        high.push_back(lognormalProduct(x));
    }
    const auto bars = tornado(low, high);
    for (std::size_t place = 0; place < 3; ++place) {
        EXPECT_EQ(bars[place].input, 2 - place);
        // exp(+-1.644854 s)
        EXPECT_NEAR(bars[place].high, std::exp(1.6448536 * kLogDeviations[2 - place]), 1e-6);
        EXPECT_NEAR(bars[place].low * bars[place].high, 1, 1e-12);
    }
}

TEST(MedianRatio, OfAPowerIsExactInAnySample) {
    // Y = x^1.5 z: doubling x raises Y by 2^1.5 in each draw.
    std::vector<double> base = uniforms(1, 0, 101);
    std::vector<double> changed;
    for (const double value : base) {
        changed.push_back(std::pow(2, 1.5) * value);
    }
    const auto ratio = medianRatio(base, changed);
    ASSERT_TRUE(ratio);
    EXPECT_NEAR(*ratio, 2.8284271, 1e-7);
    EXPECT_NEAR(arcElasticity(*ratio, 2), 1.5, 1e-14);
}

TEST(MedianRatio, OfASumIsThatOfTheMedians) {
    // Y = 10 + 3 x + z, x ~ N(2, 1), z ~ N(0, 1): the median goes from 16 to 22. Paired, the ratio
    // has an error of about 22/16 * 0.15 sqrt(pi / 2 / n) = 0.002.
    constexpr std::size_t kCount = 16'384;
    const std::vector<double> u = uniforms(2, 0, kCount);
    const std::vector<double> v = uniforms(2, 1, kCount);
    std::vector<double> base;
    std::vector<double> changed;
    for (std::size_t j = 0; j < kCount; ++j) {
        const double x = 2 + normalQuantile(u[j]);
        const double rest = 10 + normalQuantile(v[j]);
        base.push_back(rest + 3 * x);
        changed.push_back(rest + 6 * x);
    }
    const auto ratio = medianRatio(base, changed);
    ASSERT_TRUE(ratio);
    EXPECT_NEAR(*ratio, 22.0 / 16, 0.008);
}

TEST(MedianRatio, NeedsPositiveMedians) {
    const std::vector positive{1.0, 2.0, 3.0};
    const std::vector zero{-1.0, 0.0, 3.0};
    EXPECT_FALSE(medianRatio(zero, positive));
    EXPECT_FALSE(medianRatio(positive, zero));
}

} // namespace
} // namespace export_potential
