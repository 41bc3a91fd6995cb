// The special functions behind the distributions, against SciPy.

#include "special_functions.hpp"

#include "../data/scipy_reference.hpp"
#include "test_support.hpp"

#include <algorithm>
#include <cmath>

namespace export_potential {
namespace {

TEST(SpecialFunctions, LogGammaAgreesWithSciPy) {
    for (const auto &[x, expected] : reference::kLogGamma) {
        EXPECT_TRUE(close(logGamma(x), expected, 1e-14, 1)) << "x = " << x;
    }
}

TEST(SpecialFunctions, LogGammaOfWholeNumbersIsThatOfFactorials) {
    double factorial = 1;
    for (int n = 1; n <= 20; ++n) {
        EXPECT_TRUE(close(logGamma(n), std::log(factorial), 1e-14, 1)) << n;
        factorial *= n;
    }
}

TEST(SpecialFunctions, LogBetaIsSymmetric) {
    EXPECT_EQ(logBeta(2.5, 7), logBeta(7, 2.5));
    EXPECT_TRUE(close(logBeta(2, 3), std::log(1.0 / 12), 1e-14));
    EXPECT_TRUE(close(logBeta(0.5, 0.5), std::log(3.14159265358979323846), 1e-14));
}

TEST(SpecialFunctions, IncompleteBetaAgreesWithSciPy) {
    for (const auto &[a, b, x, expected] : reference::kIncompleteBeta) {
        // Half a unit in ln B moves the value by as much, so large shapes have fewer digits.
        EXPECT_TRUE(close(incompleteBeta(a, b, x), expected, 1e-12)) << a << ' ' << b << ' ' << x;
    }
}

TEST(SpecialFunctions, IncompleteBetaHasItsEndsAndItsMirror) {
    EXPECT_EQ(incompleteBeta(3, 4, 0), 0);
    EXPECT_EQ(incompleteBeta(3, 4, 1), 1);
    EXPECT_TRUE(close(incompleteBeta(1, 1, 0.3), 0.3, 1e-14));
    for (const double x : {0.01, 0.2, 0.5, 0.8, 0.99}) {
        EXPECT_NEAR(incompleteBeta(2.5, 7, x) + incompleteBeta(7, 2.5, 1 - x), 1, 1e-14) << x;
    }
}

TEST(SpecialFunctions, InverseIncompleteBetaIsAnInverse) {
    for (const auto &[a, b] : {std::pair{0.5, 0.5}, {1.0, 5.0}, {3.5, 10.5}, {900.0, 100.0}}) {
        const double logB = logBeta(a, b);
        for (const double u : {1e-9, 1e-3, 0.2, 0.5, 0.8, 0.999}) {
            for (const double start : {0.001, a / (a + b), 0.999}) {
                const double x = inverseIncompleteBeta(a, b, logB, u, start);
                EXPECT_TRUE(close(incompleteBeta(a, b, x), u, 1e-12))
                    << a << ' ' << b << ' ' << u << ' ' << start;
            }
        }
    }
}

TEST(SpecialFunctions, NormalCdfAgreesWithSciPyFarIntoTheTail) {
    for (const auto &[z, expected] : reference::kNormalCdf) {
        EXPECT_TRUE(close(normalCdf(z), expected, 1e-12)) << "z = " << z;
    }
    EXPECT_EQ(normalCdf(-std::numeric_limits<double>::infinity()), 0);
    EXPECT_EQ(normalCdf(std::numeric_limits<double>::infinity()), 1);
}

TEST(SpecialFunctions, NormalQuantileAgreesWithSciPy) {
    for (const auto &[u, expected] : reference::kNormalQuantile) {
        // The published precision of PPND16 is about one part in 10^16.
        EXPECT_TRUE(close(normalQuantile(u), expected, 1e-14)) << "u = " << u;
    }
    EXPECT_EQ(normalQuantile(0.5), 0);
}

TEST(SpecialFunctions, NormalQuantileIsTheInverseOfNormalCdf) {
    for (double z = -8; z <= 4; z += 0.125) {
        EXPECT_NEAR(normalQuantile(normalCdf(z)), z, 1e-11) << z;
    }
}

TEST(SpecialFunctions, NormalDensityIsTheSlopeOfNormalCdf) {
    constexpr double kStep = 1e-4;
    for (const double z : {-3.0, -1.0, 0.0, 0.5, 2.0}) {
        const double slope = (normalCdf(z + kStep) - normalCdf(z - kStep)) / (2 * kStep);
        EXPECT_NEAR(normalDensity(z), slope, 1e-8) << z;
    }
}

} // namespace
} // namespace export_potential
