// How newcomers are spread over the years: equation (1).

#include "export_potential/onboarding.hpp"

#include "test_support.hpp"

#include <cmath>
#include <numeric>

namespace export_potential {
namespace {

double sum(const std::vector<double> &values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

TEST(Bass, HasItsKnownAnswers) {
    const double p = 0.03;
    const double q = 0.38;
    const double peak = bassPeak(p, q);
    EXPECT_NEAR(peak, 6.192, 1e-3);
    EXPECT_TRUE(close(peak, std::log(38.0 / 3) / 0.41, 1e-14));
    EXPECT_NEAR(bassCumulative(p, q, peak), 0.46053, 5e-6);
    EXPECT_NEAR(bassCumulative(p, q, 1), 0.036, 5e-4);
    EXPECT_NEAR(bassCumulative(p, q, 5), 0.331, 5e-4);
    EXPECT_NEAR(bassCumulative(p, q, 10), 0.813, 5e-4);
    EXPECT_EQ(bassCumulative(p, q, 0), 0);
}

TEST(Bass, WithoutImitationIsExponential) {
    for (const double t : {0.5, 1.0, 5.0, 30.0}) {
        EXPECT_TRUE(close(bassCumulative(0.03, 0, t), 1 - std::exp(-0.03 * t), 1e-13)) << t;
    }
    EXPECT_EQ(bassPeak(0.03, 0), 0);
    EXPECT_EQ(bassPeak(0.03, 0.03), 0);
}

TEST(Bass, RisesFastestAtItsPeak) {
    const double peak = bassPeak(0.03, 0.38);
    const auto pace = [](double t) {
        return bassCumulative(0.03, 0.38, t + 0.01) - bassCumulative(0.03, 0.38, t - 0.01);
    };
    EXPECT_GT(pace(peak), pace(peak - 0.5));
    EXPECT_GT(pace(peak), pace(peak + 0.5));
}

TEST(OnboardingPaths, SumToTheTotal) {
    for (const int years : {1, 2, 5, 15}) {
        EXPECT_TRUE(close(sum(linearPath(100'000, years)), 100'000, 1e-14)) << years;
        EXPECT_TRUE(close(sum(logisticPath(100'000, years)), 100'000, 1e-14)) << years;
        EXPECT_TRUE(close(sum(bassPath(100'000, years, 0.03, 0.38)), 100'000, 1e-14)) << years;
        EXPECT_EQ(logisticPath(100'000, years).size(), static_cast<std::size_t>(years));
        EXPECT_EQ(bassPath(0, years, 0.03, 0.38),
                  std::vector<double>(static_cast<std::size_t>(years)));
    }
}

TEST(OnboardingPaths, LinearIsTheSameEveryYear) {
    EXPECT_EQ(linearPath(1000, 4), (std::vector<double>{250, 250, 250, 250}));
}

TEST(OnboardingPaths, LogisticFollowsItsCurve) {
    // s(t) = 1 / (1 + exp(-8 (t/4 - 1/2))): s(0) = .017986, s(1) = .119203, s(2) = .5,
    // s(3) = .880797, s(4) = .982014. Yearly rises over .964028: .104994, .395006 and mirrored.
    const std::vector<double> path = logisticPath(1000, 4);
    const std::vector<double> expected = {104.9936, 395.0064, 395.0064, 104.9936};
    ASSERT_EQ(path.size(), 4u);
    for (std::size_t year = 0; year < 4; ++year) {
        EXPECT_NEAR(path[year], expected[year], 5e-5) << year;
    }
}

TEST(OnboardingPaths, BassFollowsItsCurve) {
    // e^-.41 = .663650, so F(1) = .336350 / (1 + 12.6667 x .663650) = .035758; likewise F(2) =
    // .085056, F(3) = .150500. Yearly rises over F(3): .237596, .327562, .434842.
    const std::vector<double> path = bassPath(1000, 3, 0.03, 0.38);
    const std::vector<double> expected = {237.596, 327.562, 434.842};
    ASSERT_EQ(path.size(), 3u);
    for (std::size_t year = 0; year < 3; ++year) {
        EXPECT_NEAR(path[year], expected[year], 5e-4) << year;
    }
}

} // namespace
} // namespace export_potential
