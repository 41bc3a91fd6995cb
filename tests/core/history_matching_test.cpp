// Implausibility of a setting of the inputs in the light of the past.

#include "export_potential/history_matching.hpp"

#include "test_support.hpp"

#include <limits>

namespace export_potential {
namespace {

TEST(Implausibility, OfAnExactModelIsZeroAndOfThreeDeviationsThree) {
    // Variances 16, 4 and 5 make one of 25.
    const HistoryTarget target{
        .observed = 100, .observationVariance = 16, .discrepancyVariance = 4};
    EXPECT_EQ(implausibility({.mean = 100, .variance = 5}, target), 0);
    EXPECT_EQ(implausibility({.mean = 115, .variance = 5}, target), kImplausible);
    EXPECT_EQ(implausibility({.mean = 85, .variance = 5}, target), kImplausible);
}

TEST(Implausibility, WithoutAnyVarianceIsZeroOrInfinite) {
    EXPECT_EQ(implausibility({.mean = 7}, {.observed = 7}), 0);
    EXPECT_EQ(implausibility({.mean = 7}, {.observed = 8}),
              std::numeric_limits<double>::infinity());
}

TEST(Implausibility, OfSeveralTargetsIsTheWorst) {
    const std::array targets{HistoryTarget{.observed = 10, .observationVariance = 4},
                             HistoryTarget{.observed = 20, .discrepancyVariance = 1}};
    const std::array predictions{HistoryPrediction{.mean = 11}, HistoryPrediction{.mean = 18}};
    EXPECT_EQ(maxImplausibility(predictions, targets), 2);
    EXPECT_EQ(maxImplausibility({}, {}), 0);
}

} // namespace
} // namespace export_potential
