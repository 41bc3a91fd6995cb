// The factor and its solutions, by hand.

#include "cholesky.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace export_potential {
namespace {

TEST(Cholesky, FactorsAndSolves) {
    // L = (2 0 0; 1 3 0; -1 2 1): L L' = (4 2 -2; 2 10 5; -2 5 6); for x = (1, -2, 3):
    // b = (-6, -3, 6).
    std::vector<double> matrix{4, 2, -2, 2, 10, 5, -2, 5, 6};
    ASSERT_TRUE(choleskyFactor(matrix, 3));
    EXPECT_EQ(matrix[0], 2);
    EXPECT_EQ(matrix[3], 1);
    EXPECT_EQ(matrix[4], 3);
    EXPECT_EQ(matrix[6], -1);
    EXPECT_EQ(matrix[7], 2);
    EXPECT_EQ(matrix[8], 1);
    std::vector<double> b{-6, -3, 6};
    choleskySolve(matrix, b);
    EXPECT_EQ(b, (std::vector<double>{1, -2, 3}));
    std::vector<double> lower{2, 7, 4};
    solveLower(matrix, lower);
    EXPECT_EQ(lower, (std::vector<double>{1, 2, 1}));
}

TEST(Cholesky, RefusesWhatIsNotPositiveDefinite) {
    std::vector<double> indefinite{1, 2, 2, 1};
    EXPECT_FALSE(choleskyFactor(indefinite, 2));
    std::vector<double> singular{1, 1, 1, 1};
    EXPECT_FALSE(choleskyFactor(singular, 2));
    std::vector<double> nearly{1, 1, 1, 1 + 1e-14};
    EXPECT_FALSE(choleskyFactor(nearly, 2));
    std::vector<double> zero{0};
    EXPECT_FALSE(choleskyFactor(zero, 1));
}

} // namespace
} // namespace export_potential
