// Distributions: known answers, agreement with SciPy, and the sampled (tabulated) quantiles.

#include "export_potential/distribution.hpp"

#include "../data/scipy_reference.hpp"
#include "export_potential/sampling.hpp"
#include "export_potential/statistics.hpp"
#include "input_sampler.hpp"
#include "special_functions.hpp"
#include "test_support.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <variant>
#include <vector>

namespace export_potential {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// What the sampler makes of one uniform.
double sampled(const InputSampler &sampler, double u) {
    std::array<double, 1> value{u};
    sampler.transform(value);
    return value[0];
}

TEST(Pert, Of1And3And8HasMean3Point5AndVariance1Point6071) {
    const Pert pert{1, 3, 8};
    EXPECT_DOUBLE_EQ(mean(pert), 3.5);
    EXPECT_NEAR(variance(pert), 1.6071, 5e-5);
    const UnitBeta shape(pert);
    EXPECT_NEAR(shape.alpha(), 2.1429, 5e-5);
    EXPECT_NEAR(shape.beta(), 3.8571, 5e-5);
    for (const double u : {0.01, 0.3, 0.5, 0.9}) {
        EXPECT_TRUE(close(quantile(pert, u), 1 + 7 * quantile(Beta{15.0 / 7, 27.0 / 7}, u), 1e-12));
    }
}

TEST(Triangular, Of0And1And2HasMean1AndVarianceOneSixth) {
    const Triangular triangular{0, 1, 2};
    EXPECT_DOUBLE_EQ(mean(triangular), 1);
    EXPECT_DOUBLE_EQ(variance(triangular), 1.0 / 6);
    EXPECT_DOUBLE_EQ(median(triangular), 1);
}

TEST(Distributions, QuantilesAgreeWithSciPy) {
    for (const reference::Known &known : reference::kDistributions) {
        for (std::size_t i = 0; i < reference::kProbabilities.size(); ++i) {
            const double expected = known.quantiles[i];
            // The promise: 1e-12 of probability, besides rounding of the value itself.
            const double allowed = 1e-12 / known.densities[i] + 4e-16 * std::fabs(expected);
            EXPECT_NEAR(quantile(known.distribution, reference::kProbabilities[i]), expected,
                        allowed)
                << "distribution " << &known - reference::kDistributions
                << ", u = " << reference::kProbabilities[i];
        }
    }
}

TEST(Distributions, MeansAndVariancesAgreeWithSciPy) {
    for (const reference::Known &known : reference::kDistributions) {
        const auto which = &known - reference::kDistributions;
        EXPECT_TRUE(close(mean(known.distribution), known.mean, 1e-12)) << which;
        EXPECT_TRUE(close(variance(known.distribution), known.variance, 1e-9)) << which;
    }
}

TEST(Distributions, QuantilesRiseAndStayInTheSupport) {
    for (const reference::Known &known : reference::kDistributions) {
        const auto which = &known - reference::kDistributions;
        const Support range = support(known.distribution);
        double last = range.min;
        for (const double u : {0x1p-53, 1e-12, 1e-6, 0.01, 0.1, 0.4, 0.5, 0.6, 0.9, 0.99, 1 - 1e-6,
                               1 - 1e-12, 1 - 0x1p-53}) {
            const double x = quantile(known.distribution, u);
            EXPECT_GE(x, last) << which << ' ' << u;
            EXPECT_LE(x, range.max) << which << ' ' << u;
            EXPECT_TRUE(std::isfinite(x)) << which << ' ' << u;
            last = x;
        }
        EXPECT_EQ(median(known.distribution), quantile(known.distribution, 0.5)) << which;
    }
}

TEST(Distributions, HaveTheirSupport) {
    const auto isFrom = [](const Distribution &d, double min, double max) {
        return support(d).min == min && support(d).max == max;
    };
    EXPECT_TRUE(isFrom(Fixed{3}, 3, 3));
    EXPECT_TRUE(isFrom(Uniform{-1, 2}, -1, 2));
    EXPECT_TRUE(isFrom(Triangular{-1, 0, 2}, -1, 2));
    EXPECT_TRUE(isFrom(Pert{1, 3, 8}, 1, 8));
    EXPECT_TRUE(isFrom(Beta{2, 3}, 0, 1));
    EXPECT_TRUE(isFrom(TruncatedNormal{0, 1, -2, 3}, -2, 3));
    EXPECT_TRUE(isFrom(lognormalByQuantiles(1, 2), 0, kInfinity));
    EXPECT_TRUE(isFrom(Lognormal{0, 1, 0.5, 4}, 0.5, 4));
}

TEST(Distributions, WithoutWidthAreTheirOneValue) {
    for (const Distribution &d :
         {Distribution(Fixed{2.5}), Distribution(Uniform{2.5, 2.5}),
          Distribution(Triangular{2.5, 2.5, 2.5}), Distribution(Pert{2.5, 2.5, 2.5})}) {
        for (const double u : {1e-9, 0.3, 0.5, 0.99}) {
            EXPECT_EQ(quantile(d, u), 2.5);
            EXPECT_EQ(sampled(InputSampler(d), u), 2.5);
        }
        EXPECT_DOUBLE_EQ(mean(d), 2.5);
        EXPECT_NEAR(variance(d), 0, 1e-15);
    }
}

TEST(Lognormal, ByQuantilesHasThem) {
    const Lognormal lognormal = lognormalByQuantiles(12'000, 200'000);
    EXPECT_TRUE(close(quantile(lognormal, 0.05), 12'000, 1e-13));
    EXPECT_TRUE(close(quantile(lognormal, 0.95), 200'000, 1e-13));
    EXPECT_TRUE(close(median(lognormal), std::sqrt(12'000.0 * 200'000), 1e-13));
}

TEST(Lognormal, ByMeanHasItForAnySigma) {
    for (const double sigma : {0.1, 1.0, 2.2, 4.0}) {
        const Lognormal lognormal = lognormalByMean(50'000, sigma);
        EXPECT_TRUE(close(mean(lognormal), 50'000, 1e-12)) << sigma;
        const double relative = std::exp(sigma * sigma) - 1;
        EXPECT_TRUE(close(variance(lognormal), 50'000.0 * 50'000 * relative, 1e-11)) << sigma;
    }
}

TEST(TruncatedNormal, FarFromItsBoundsIsTheNormal) {
    const TruncatedNormal wide{10, 2, -90, 110};
    EXPECT_TRUE(close(quantile(wide, 0.975), 10 + 2 * normalQuantile(0.975), 1e-14));
    EXPECT_TRUE(close(mean(wide), 10, 1e-14));
    EXPECT_TRUE(close(variance(wide), 4, 1e-14));
}

TEST(InputSampler, AgreesWithTheExactQuantileOfBetaAndPert) {
    for (const reference::Known &known : reference::kDistributions) {
        const Support range = support(known.distribution);
        const double width = range.max < kInfinity ? range.max - range.min : 1;
        const InputSampler sampler(known.distribution);
        // Steps of 1/24 on the logit scale fall on the nodes of the table and between them; beyond
        // 16 the table ends.
        for (int step = -18 * 24; step <= 18 * 24; ++step) {
            const double odds = std::exp(step / 24.0);
            const double u = odds / (1 + odds);
            EXPECT_NEAR(sampled(sampler, u), quantile(known.distribution, u), 1e-10 * width)
                << "distribution " << &known - reference::kDistributions << ", u = " << u;
        }
    }
}

TEST(InputSampler, GivesEachNumberTheSameAloneAndAmongOthers) {
    // Neighbours within the table and beyond both its ends, as many as no vector holds.
    const std::array<double, 13> u{0.5,  1e-9, 0.25, 1 - 1e-9, 1e-8, 0.9, 1e-12,
                                   0.01, 0.75, 0.99, 1 - 1e-8, 0.1,  2e-9};
    for (const reference::Known &known : reference::kDistributions) {
        const InputSampler sampler(known.distribution);
        std::array<double, 13> together = u;
        sampler.transform(together);
        for (std::size_t i = 0; i < u.size(); ++i) {
            EXPECT_EQ(together[i], sampled(sampler, u[i]))
                << "distribution " << &known - reference::kDistributions << ", u = " << u[i];
        }
    }
}

TEST(InputSampler, AgreesWithSciPy) {
    for (const reference::Known &known : reference::kDistributions) {
        const InputSampler sampler(known.distribution);
        const bool tabulated = std::holds_alternative<Beta>(known.distribution) ||
                               std::holds_alternative<Pert>(known.distribution);
        const Support range = support(known.distribution);
        for (std::size_t i = 0; i < reference::kProbabilities.size(); ++i) {
            const double expected = known.quantiles[i];
            const double allowed = (tabulated ? 1e-10 * (range.max - range.min) : 0) +
                                   1e-12 / known.densities[i] + 4e-16 * std::fabs(expected);
            EXPECT_NEAR(sampled(sampler, reference::kProbabilities[i]), expected, allowed)
                << "distribution " << &known - reference::kDistributions;
        }
    }
}

TEST(InputSampler, KeepsTheOrderOfTheUniformsAndTheSupport) {
    for (const reference::Known &known : reference::kDistributions) {
        const InputSampler sampler(known.distribution);
        const Support range = support(known.distribution);
        double last = range.min;
        for (int i = 1; i < 4000; ++i) {
            const double x = sampled(sampler, i / 4000.0);
            ASSERT_GE(x, last) << "distribution " << &known - reference::kDistributions;
            ASSERT_LE(x, range.max);
            last = x;
        }
    }
}

TEST(InputSampler, DrawsHaveTheMeanAndVarianceOfTheDistribution) {
    constexpr std::size_t kCount = 4096;
    std::vector<double> stratified(kCount);
    for (const reference::Known &known : reference::kDistributions) {
        if (support(known.distribution).max == kInfinity) {
            continue; // too much of the mean lies in the last draw
        }
        for (std::size_t i = 0; i < kCount; ++i) {
            stratified[i] = (static_cast<double>(i) + 0.5) / kCount;
        }
        InputSampler(known.distribution).transform(stratified);
        const double deviation = std::sqrt(known.variance);
        EXPECT_NEAR(sampleMean(stratified), known.mean, 0.001 * deviation);
        EXPECT_NEAR(sampleDeviation(stratified), deviation, 0.005 * deviation);
    }
}

} // namespace
} // namespace export_potential
