// How long sellers stay and how their sales grow: equations (2) and (3).

#include "export_potential/lifecycle.hpp"

#include "special_functions.hpp"
#include "test_support.hpp"

#include <cmath>
#include <limits>

namespace export_potential {
namespace {

TEST(Lifecycle, ConstantEntryUnderGeometricRetentionIsAGeometricSum) {
    const double entrants = 1000;
    const double act = 0.25;
    const double r = 0.6;
    for (const int years : {1, 2, 5, 20}) {
        EXPECT_TRUE(close(activeStock(entrants, act, r, years),
                          entrants * act * (1 - std::pow(r, years)) / (1 - r), 1e-14))
            << years;
    }
    EXPECT_EQ(activeStock(entrants, act, r, 0), 0);
    EXPECT_TRUE(close(activeStock(entrants, act, r, 200), entrants * act / (1 - r), 1e-14));
}

TEST(Lifecycle, SurvivalOfAKnownShapeAfterFiveYearsIs14434) {
    const SurvivalShape shape{0.9625, 0.7875};
    EXPECT_NEAR(survival(shape, 5), 0.144344, 5e-6);
    // .45 x .65 x 2.7875/3.75 x 3.7875/4.75 x 4.7875/5.75
    EXPECT_NEAR(survival(shape, 5), 0.14434756, 5e-9);
    for (int age = 0; age <= 30; ++age) {
        const double byBeta =
            std::exp(logBeta(shape.alpha, shape.beta + age) - logBeta(shape.alpha, shape.beta));
        EXPECT_TRUE(close(survival(shape, age), byBeta, 1e-13)) << age;
    }
    EXPECT_EQ(survival(shape, 0), 1);
}

TEST(Lifecycle, RetentionRisesTowardsOne) {
    const SurvivalShape shape{0.9625, 0.7875};
    for (int age = 1; age < 100; ++age) {
        EXPECT_LT(retention(shape, age), retention(shape, age + 1)) << age;
        EXPECT_LT(retention(shape, age + 1), 1) << age;
    }
    EXPECT_NEAR(retention(shape, 1'000'000), 1, 1e-6);
}

TEST(Lifecycle, ManyLikeMindedSellersLeaveGeometrically) {
    // Retention b / (a + b) = 0.45 for all, the more exactly the larger a + b.
    const SurvivalShape alike{0.55e9, 0.45e9};
    for (int age = 1; age <= 10; ++age) {
        EXPECT_TRUE(close(survival(alike, age), std::pow(0.45, age), 1e-7)) << age;
    }
}

TEST(Lifecycle, ShapeAndRetentionGoThereAndBack) {
    for (const auto &[r1, r2] : {std::pair{0.45, 0.65}, {0.3, 0.301}, {0.05, 0.95}, {0.9, 0.99}}) {
        const Result<SurvivalShape> shape = survivalShape(r1, r2);
        ASSERT_TRUE(shape);
        EXPECT_NEAR(retention(shape.value(), 1), r1, 1e-12);
        EXPECT_NEAR(retention(shape.value(), 2), r2, 1e-12);
    }
    const SurvivalShape shape{0.9625, 0.7875};
    const Result<SurvivalShape> back = survivalShape(retention(shape, 1), retention(shape, 2));
    ASSERT_TRUE(back);
    EXPECT_TRUE(close(back.value().alpha, shape.alpha, 1e-12));
    EXPECT_TRUE(close(back.value().beta, shape.beta, 1e-12));
}

TEST(Lifecycle, RejectsRetentionThatDoesNotRise) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const auto &[r1, r2] : {std::pair{0.5, 0.5},
                                 {0.5, 0.4},
                                 {0.0, 0.5},
                                 {-0.1, 0.5},
                                 {0.5, 1.0},
                                 {nan, 0.5},
                                 {0.5, nan}}) {
        const Result<SurvivalShape> shape = survivalShape(r1, r2);
        ASSERT_FALSE(shape) << r1 << ' ' << r2;
        EXPECT_EQ(codesAndPaths(shape.errors()), std::vector<std::string>{"wrong_order /r2"});
    }
}

TEST(Lifecycle, SalesRampUpFromTheirStart) {
    EXPECT_DOUBLE_EQ(ramp(0.4, 1.5, 0), 0.4 * 0.54);
    EXPECT_TRUE(close(ramp(0.4, 1.5, 1), 1 - 0.6 * std::exp(-1 / 1.5), 1e-14));
    EXPECT_TRUE(close(ramp(0.4, 1.5, 3), 1 - 0.6 * std::exp(-2.0), 1e-14));
    EXPECT_TRUE(close(ramp(0.4, 1.5, 60), 1, 1e-14));
    EXPECT_EQ(ramp(1, 2, 4), 1);
    EXPECT_EQ(ramp(1, 2, 0), kFirstYearShare);
}

TEST(Lifecycle, TrainingLiftHalvesInItsHalfLife) {
    const double takeup = 0.8;
    const double delta = 0.1;
    for (const int h : {1, 2, 5, 20}) {
        EXPECT_DOUBLE_EQ(trainingLift(takeup, delta, h, 0), 1 + takeup * delta) << h;
        EXPECT_TRUE(close(trainingLift(takeup, delta, h, h), 1 + takeup * delta / 2, 1e-14)) << h;
        EXPECT_TRUE(close(trainingLift(takeup, delta, h, 2 * h), 1 + takeup * delta / 4, 1e-14))
            << h;
    }
}

TEST(Lifecycle, TrainingThatNobodyTakesLiftsNothing) {
    for (int age = 0; age < 10; ++age) {
        EXPECT_EQ(trainingLift(0, 0.5, 2, age), 1);
    }
}

TEST(Lifecycle, RisesByChannelWhereOnlyTheGainOfTheSecondYearDiffers) {
    // r1 is the same on both channels, r2 = r1 + (1 - r1) gain is not: 0.5 to 0.55 and to 0.8. What
    // is left after one year is the same, after three S = r1 r2 r3 with the shape of equation (2):
    // s = (1 - gain) / gain, beta = s r1, r(b) = (beta + b - 1) / (s + b - 1).
    Pack pack = miniPack();
    pack.correlations.clear();
    fix(pack, Symbol::r1, 0.5);
    Parameter &gain = pack.parameters[static_cast<std::size_t>(Symbol::r2_gain)];
    gain.by = IndexKind::channel;
    gain.values = {Fixed{0.1}, Fixed{0.6}};
    fix(pack, Symbol::x, 0);
    fix(pack, Symbol::act, 0.5);
    // s = 9, beta = 4.5: .5 x 5.5/10 x 6.5/11 = .1625. s = 2/3, beta = 1/3: .5 x .8 x 7/8 = .35.
    const auto left = [&](const char *mix) {
        const Case c(pack, std::string(R"("onboarding": {"mix": {)") + mix + "}}", 1);
        return c.column(ColumnKind::funnel, 3)[0]; // after three years
    };
    EXPECT_TRUE(close(left(R"("goods/bulk": 1)"), 100 * 0.5 * 0.1625, 1e-12));
    EXPECT_TRUE(close(left(R"("goods/retail": 1)"), 100 * 0.5 * 0.35, 1e-12));
}

} // namespace
} // namespace export_potential
