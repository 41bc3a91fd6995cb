// The smallest input that reaches a target.

#include "export_potential/goal_seek.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace export_potential {
namespace {

TEST(GoalSeek, FindsTheRootOfAContinuousFunction) {
    // x^2 >= 2: the square root of 2, from above.
    const auto found =
        smallestReaching([](double x) { return x * x; }, 0, 100, 2, {.relativeTolerance = 1e-12});
    EXPECT_EQ(found.outcome, SearchOutcome::found);
    EXPECT_GE(found.value, 2);
    EXPECT_EQ(found.value, found.x * found.x);
    EXPECT_NEAR(found.x, std::sqrt(2.0), 2e-12);
}

TEST(GoalSeek, FindsTheStepOfAStepFunctionFromAbove) {
    int calls = 0;
    const auto share = [&calls](double x) {
        ++calls;
        return x >= 1e6 / 3 ? 0.8 : 0.5;
    };
    const auto found = smallestReaching(share, 0, 5e6, 0.8, {.relativeTolerance = 1e-3});
    EXPECT_EQ(found.outcome, SearchOutcome::found);
    EXPECT_EQ(found.value, 0.8);
    EXPECT_GE(found.x, 1e6 / 3);
    EXPECT_LE(found.x, 1e6 / 3 * 1.001001);
    EXPECT_EQ(found.evaluations, calls);
    // Two ends, and halves of 5e6 until the width is a thousandth of 333,333: 14 of them.
    EXPECT_EQ(calls, 16);
}

TEST(GoalSeek, SaysThatATargetIsOutOfReach) {
    const auto found = smallestReaching([](double x) { return x; }, 0, 10, 11);
    EXPECT_EQ(found.outcome, SearchOutcome::notReachable);
    EXPECT_EQ(found.x, 10);
    EXPECT_EQ(found.value, 10);
    EXPECT_EQ(found.evaluations, 1);
}

TEST(GoalSeek, TakesTheLowerEndIfThatIsEnough) {
    const auto found = smallestReaching([](double x) { return x; }, 3, 10, 3);
    EXPECT_EQ(found.outcome, SearchOutcome::found);
    EXPECT_EQ(found.x, 3);
    EXPECT_EQ(smallestReaching([](double x) { return x; }, 3, 3, 3).x, 3);
}

TEST(GoalSeek, StopsWhenItHasSpentItsEvaluations) {
    int calls = 0;
    const auto identity = [&calls](double x) {
        ++calls;
        return x;
    };
    const auto found =
        smallestReaching(identity, 0, 1024, 300, {.relativeTolerance = 1e-9, .evaluations = 5});
    EXPECT_EQ(found.outcome, SearchOutcome::outOfBudget);
    EXPECT_EQ(calls, 5);
    // 512, 256, 384: what it returns reaches the target.
    EXPECT_EQ(found.x, 384);
    EXPECT_EQ(found.value, 384);
}

TEST(GoalSeek, EndsWhereNumbersEnd) {
    // No tolerance can be met across 0, and neighbouring numbers have none between them.
    const auto found = smallestReaching([](double x) { return x > 0 ? 1.0 : 0.0; }, -1, 1, 1,
                                        {.relativeTolerance = 1e-300, .evaluations = 5000});
    EXPECT_EQ(found.outcome, SearchOutcome::found);
    EXPECT_GT(found.x, 0);
    EXPECT_LT(found.x, 1e-300);
    const auto exact = smallestReaching([](double x) { return x; }, 1, 2, 1.3,
                                        {.relativeTolerance = 1e-30, .evaluations = 5000});
    EXPECT_EQ(exact.x, 1.3);
}

TEST(GoalSeek, TreatsAnAnswerThatIsNotANumberAsShort) {
    const auto found = smallestReaching([](double) { return std::nan(""); }, 0, 1, 0.5);
    EXPECT_EQ(found.outcome, SearchOutcome::notReachable);
}

} // namespace
} // namespace export_potential
