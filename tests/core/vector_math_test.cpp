// exp, log and powers, against the C library, whose errors are below one unit in the last place.

#include "power.hpp"
#include "vector_math.hpp"

#include "export_potential/sampling.hpp"
#include "test_support.hpp"

#include <cmath>
#include <limits>
#include <vector>

namespace export_potential {
namespace {

constexpr double kUlp = std::numeric_limits<double>::epsilon();

std::vector<double> spread(double low, double high, std::size_t n = 20'000) {
    std::vector<double> values(n);
    makeCounterPoints(3)->fill(0, 0, values);
    for (double &value : values) {
        value = low + (high - low) * value;
    }
    return values;
}

TEST(Exp, AgreesWithTheCLibrary) {
    for (const double reach : {0.01, 0.4, 5.0, 707.0}) {
        for (const double x : spread(-reach, reach)) {
            ASSERT_TRUE(close(scalar::exp(x), std::exp(x), 2 * kUlp)) << x;
        }
    }
    EXPECT_EQ(scalar::exp(0), 1);
    EXPECT_EQ(scalar::exp(-std::numeric_limits<double>::infinity()), 0);
    EXPECT_EQ(scalar::exp(-1e9), 0);
    EXPECT_GT(scalar::exp(1e9), 8e307);
}

TEST(Log, AgreesWithTheCLibrary) {
    for (const double x : spread(0.5, 2)) {
        ASSERT_TRUE(close(scalar::log(x), std::log(x), 2 * kUlp)) << x;
    }
    for (const double l : spread(-700, 700)) {
        const double x = std::exp(l);
        ASSERT_TRUE(close(scalar::log(x), std::log(x), 2 * kUlp)) << x;
    }
    for (const double distance : spread(-1e-6, 1e-6)) {
        ASSERT_TRUE(close(scalar::log(1 + distance), std::log(1 + distance), 2 * kUlp)) << distance;
    }
    EXPECT_EQ(scalar::log(1), 0);
    EXPECT_EQ(scalar::log(2), std::log(2));
}

TEST(Log1p, KeepsItsPrecisionNearZero) {
    for (const double reach : {1e-18, 1e-9, 1e-3, 0.9}) {
        for (const double x : spread(-reach, reach)) {
            ASSERT_TRUE(close(scalar::log1p(x), std::log1p(x), 3 * kUlp)) << x;
        }
    }
}

TEST(Power, AgreesWithTheCLibrary) {
    const std::vector<double> bases = spread(1e-3, 50);
    const std::vector<double> exponents = spread(-6, 6);
    const Lanes d;
    const std::size_t lanes = hn::Lanes(d);
    for (std::size_t i = 0; i + lanes <= bases.size(); i += lanes) {
        std::vector<double> found(lanes);
        hn::StoreU(power(d, hn::LoadU(d, &bases[i]), hn::LoadU(d, &exponents[i])), d, found.data());
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            // A unit in the exponent is as many in the power as the exponent is large.
            ASSERT_TRUE(
                close(found[lane], std::pow(bases[i + lane], exponents[i + lane]), 40 * kUlp))
                << bases[i + lane] << ' ' << exponents[i + lane];
        }
    }
}

} // namespace
} // namespace export_potential
