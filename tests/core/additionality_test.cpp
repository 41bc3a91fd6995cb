// From gross to net impact: equations (5) and (6).

#include "export_potential/additionality.hpp"

#include <gtest/gtest.h>

namespace export_potential {
namespace {

TEST(Additionality, IsTheWorkedExampleOf48Point6) {
    // .9 x .75 x 1 x 1.2 x (100 - 40)
    const Adjustment adjustment{0.1, 0.25, 0, 1.2};
    EXPECT_DOUBLE_EQ(additionalImpact(100, adjustment, 40, adjustment), 48.6);
}

TEST(Additionality, WithoutAdjustmentIsTheDifference) {
    EXPECT_EQ(netImpact(100, {}), 100);
    EXPECT_EQ(additionalImpact(100, {}, 40, {}), 60);
}

TEST(Additionality, IsNothingWhereAHaircutTakesAll) {
    EXPECT_EQ(netImpact(100, {1, 0, 0, 1}), 0);
    EXPECT_EQ(netImpact(100, {0, 1, 0, 1}), 0);
    EXPECT_EQ(netImpact(100, {0, 0, 1, 1}), 0);
    EXPECT_EQ(netImpact(100, {0, 0, 0, 0}), 0);
    EXPECT_EQ(additionalImpact(100, {0.1, 0.2, 0.3, 1.5}, 100, {0.1, 0.2, 0.3, 1.5}), 0);
}

TEST(Additionality, AdjustsTheReferenceCaseByItsOwnFactors) {
    // 100 x .8 x .5 - 40 x .5 = 40 - 20
    EXPECT_DOUBLE_EQ(additionalImpact(100, {0, 0.2, 0.5, 1}, 40, {0.5, 0, 0, 1}), 20);
}

} // namespace
} // namespace export_potential
