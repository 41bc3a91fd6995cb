// Bounds for a probability, against SciPy.

#include "export_potential/proportion.hpp"

#include "../data/sensitivity_reference.hpp"
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

} // namespace
} // namespace export_potential
