// Bounds for a probability, against SciPy.

#include "export_potential/proportion.hpp"

#include "../data/sensitivity_reference.hpp"
#include "export_potential/sampling.hpp"
#include "test_functions.hpp"
#include "test_support.hpp"

namespace export_potential {
namespace {

TEST(Proportion, BoundsAreSciPys) {
    for (const auto &[hits, trials, confidence, exact, score] : reference::kProportions) {
        const Interval clopper = clopperPearson(hits, trials, confidence);
        EXPECT_TRUE(close(clopper.low, exact[0], 1e-11)) << hits << '/' << trials;
        EXPECT_TRUE(close(clopper.high, exact[1], 1e-11)) << hits << '/' << trials;
        const Interval bounds = wilson(hits, trials, confidence);
        EXPECT_TRUE(close(bounds.low, score[0], 1e-13)) << hits << '/' << trials;
        EXPECT_TRUE(close(bounds.high, score[1], 1e-13)) << hits << '/' << trials;
    }
}

TEST(Proportion, BoundsOfAMillionTrialsAreNearTheNormalOnes) {
    // 0.3 +- 1.96 sqrt(.21 / 10^6), but for terms of order 1 / n.
    for (const Interval bounds : {clopperPearson(300'000, 1'000'000), wilson(300'000, 1'000'000)}) {
        EXPECT_NEAR(bounds.low, 0.3 - 8.98172e-4, 2e-6);
        EXPECT_NEAR(bounds.high, 0.3 + 8.98172e-4, 2e-6);
    }
}

TEST(ProbabilityOfReaching, CountsValuesAtTheTarget) {
    const std::array values{1.0, 2.0, 3.0, 3.0, 4.0};
    const Reached reached = probabilityOfReaching(values, 3, 0.9);
    EXPECT_EQ(reached.probability, 0.6);
    const Interval expected = wilson(3, 5, 0.9);
    EXPECT_EQ(reached.interval.low, expected.low);
    EXPECT_EQ(reached.interval.high, expected.high);
    EXPECT_EQ(probabilityOfReaching(values, 4.5).probability, 0);
    EXPECT_EQ(probabilityOfReaching(values, 4.5).interval.low, 0);
    EXPECT_EQ(probabilityOfReaching(values, 1).interval.high, 1);
}

TEST(ProbabilityOfReaching, OfAProductOfLognormalsIsTheClosedForm) {
    // ln Y is normal with the sums of the factors' log-means and log-variances, here 1 and
    // .09 + .36 + .81 = 1.26: P(Y > T) = Phi((1 - ln T) / sqrt(1.26)), computed with Python's
    // math.erfc. 65,536 independent draws would be 0.002 off; scrambled points have less to err.
    constexpr std::size_t kDraws = 65'536;
    const auto points = makeSobolPoints(1);
    std::array<std::vector<double>, 3> u;
    for (std::size_t i = 0; i < u.size(); ++i) {
        u[i].resize(kDraws);
        points->fill(0, i, u[i]);
    }
    std::vector<double> product(kDraws);
    for (std::size_t draw = 0; draw < kDraws; ++draw) {
        const std::array x{u[0][draw], u[1][draw], u[2][draw]};
        product[draw] = std::exp(0.5) * std::exp(-0.25) * std::exp(0.75) * lognormalProduct(x);
    }
    for (const auto &[target, expected] : {std::pair{0.5, 0.9342707615},
                                           {1.0, 0.8135007582},
                                           {std::exp(1.0), 0.5},
                                           {5.0, 0.2935888467},
                                           {10.0, 0.1229358653},
                                           {20.0, 0.0377068861}}) {
        const Reached reached = probabilityOfReaching(product, target);
        EXPECT_NEAR(reached.probability, expected, 5e-4) << target;
        EXPECT_LT(reached.interval.low, expected) << target;
        EXPECT_GT(reached.interval.high, expected) << target;
    }
}

} // namespace
} // namespace export_potential
