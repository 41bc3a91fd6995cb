// Shapley effects against closed forms and, for linear Gaussian models, all subsets (NumPy).

#include "export_potential/shapley_effects.hpp"

#include "../data/sensitivity_reference.hpp"
#include "estimate_support.hpp"
#include "special_functions.hpp"
#include "test_functions.hpp"

#include <numeric>

namespace export_potential {
namespace {

/// A function of one point as one of a batch.
template <class Function>
EvaluatePoints batch(const Function &f, std::size_t inputs) {
    return [f, inputs](std::span<const double> points, std::span<double> outputs) {
        std::vector<double> x(inputs);
        for (std::size_t p = 0; p < outputs.size(); ++p) {
            for (std::size_t i = 0; i < inputs; ++i) {
                x[i] = points[i * outputs.size() + p];
            }
            outputs[p] = f(x);
        }
    };
}

std::vector<std::size_t> single(std::size_t inputs) {
    std::vector<std::size_t> groups(inputs);
    std::iota(groups.begin(), groups.end(), std::size_t{0});
    return groups;
}

double sum(const ShapleyEffects &effects) {
    double total = 0;
    for (const Estimate &share : effects.shares) {
        total += share.value;
    }
    return total;
}

/// SUM b_i z_i of the normal scores of a point.
template <class Weights>
auto linear(const Weights &b) {
    return [&b](std::span<const double> x) {
        double sum = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            sum += b[i] * normalQuantile(x[i]);
        }
        return sum;
    };
}

TEST(ShapleyEffects, OfIshigamisFunctionAreExact) {
    // Standard errors times the root of the draws, from NumPy.
    const auto found = shapleyEffects(*makeIndependentSampler(3), single(3), *makeCounterPoints(1),
                                      32'768, batch(ishigami, 3));
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_TRUE(estimates(found.shares[i], kIshigamiShapley[i],
                              std::array{0.83, 0.59, 0.67}[i] / std::sqrt(32'768.0)))
            << i;
    }
    EXPECT_NEAR(sum(found), 1, 1e-14);
    // (Y - Y')^2 / 2 has about the standard deviation 1.2 V: 1 % of V among 2^15.
    EXPECT_NEAR(found.variance, kIshigamiVariance, 0.03 * kIshigamiVariance);
}

TEST(ShapleyEffects, OfTwoCorrelatedNormalsAreExact) {
    // phi_1 = b1^2 s1^2 (1 - rho^2 / 2) + rho b1 b2 s1 s2 + b2^2 s2^2 rho^2 / 2 = 2.375 of V = 7.
    const auto sampler = makeNormalCopulaSampler(std::array{1.0, 0.5, 0.5, 1.0}, 2);
    const std::array b{1.0, 2.0};
    const auto found =
        shapleyEffects(*sampler, single(2), *makeCounterPoints(2), 32'768, batch(linear(b), 2));
    EXPECT_TRUE(estimates(found.shares[0], 2.375 / 7, 0.5 / std::sqrt(32'768.0)));
    EXPECT_TRUE(estimates(found.shares[1], 4.625 / 7, 0.5 / std::sqrt(32'768.0)));
    EXPECT_NEAR(reference::kShapleyPair[0], 0.3393, 5e-5);
    EXPECT_NEAR(reference::kShapleyPair[1], 0.6607, 5e-5);
    EXPECT_NEAR(reference::kShapleyPair[0], 2.375 / 7, 1e-14);
    EXPECT_NEAR(found.variance, 7, 7 * 4 * std::sqrt(2.0 / 32'768));
}

TEST(ShapleyEffects, OfFourCorrelatedNormalsAreThoseOfAllSubsets) {
    const auto sampler = makeNormalCopulaSampler(reference::kShapleyR, 4);
    const auto found = shapleyEffects(*sampler, single(4), *makeCounterPoints(3), 8192,
                                      batch(linear(reference::kShapleyB), 4));
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_TRUE(estimates(found.shares[i], reference::kShapley[i], 0.5 / std::sqrt(8192.0)))
            << i;
    }
    EXPECT_NEAR(sum(found), 1, 1e-14);
}

TEST(ShapleyEffects, OfGroupsAreThoseOfAllSubsetsOfGroups) {
    const auto sampler = makeNormalCopulaSampler(reference::kShapleyR, 4);
    const std::array<std::size_t, 4> groups{0, 1, 2, 0};
    const auto found = shapleyEffects(*sampler, groups, *makeCounterPoints(4), 8192,
                                      batch(linear(reference::kShapleyB), 4));
    ASSERT_EQ(found.shares.size(), 3u);
    for (std::size_t g = 0; g < 3; ++g) {
        EXPECT_TRUE(
            estimates(found.shares[g], reference::kShapleyGrouped[g], 0.5 / std::sqrt(8192.0)))
            << g;
    }
}

TEST(ShapleyEffects, OfALogProductAreTheSharesOfTheLogVariance) {
    // Independent and additive: nothing is shared, so the effects are s_i^2 / SUM s^2. Twenty
    // inputs with s_i^2 = i + 1. Errors are 0.3 / sqrt(draws) at most (NumPy).
    constexpr std::size_t kInputs = 20;
    std::array<double, kInputs> b;
    for (std::size_t i = 0; i < kInputs; ++i) {
        b[i] = std::sqrt(static_cast<double>(i + 1));
    }
    const auto found = shapleyEffects(*makeIndependentSampler(kInputs), single(kInputs),
                                      *makeCounterPoints(5), 4096, batch(linear(b), kInputs));
    for (std::size_t i = 0; i < kInputs; ++i) {
        EXPECT_TRUE(estimates(found.shares[i], static_cast<double>(i + 1) / 210, 0.3 / 64)) << i;
    }
}

TEST(ShapleyEffects, OfAProductOfLognormalsLieBetweenFirstAndTotalOrder) {
    // With e_i = exp(s_i^2), the variance of u's interaction is PRODUCT_{i in u} (e_i - 1), of
    // which each member has the same part. Here of the root of the product. Errors from NumPy.
    std::array<double, 3> part;
    for (std::size_t i = 0; i < 3; ++i) {
        part[i] = std::exp(kLogDeviations[i] * kLogDeviations[i] / 4) - 1;
    }
    const double variance = (1 + part[0]) * (1 + part[1]) * (1 + part[2]) - 1;
    const auto root = [](auto x) { return std::sqrt(lognormalProduct(x)); };
    const auto found = shapleyEffects(*makeIndependentSampler(3), single(3), *makeCounterPoints(6),
                                      32'768, batch(root, 3));
    for (std::size_t i = 0; i < 3; ++i) {
        const double other = part[(i + 1) % 3];
        const double third = part[(i + 2) % 3];
        const double share = part[i] * (1 + (other + third) / 2 + other * third / 3) / variance;
        EXPECT_TRUE(estimates(found.shares[i], share,
                              std::array{0.48, 0.79, 0.83}[i] / std::sqrt(32'768.0)))
            << i;
    }
}

TEST(ShapleyEffects, StateTheirError) {
    const auto sampler = makeNormalCopulaSampler(reference::kShapleyR, 4);
    EXPECT_TRUE(statesItsError(reference::kShapley[1], [&](std::uint64_t seed) {
        return shapleyEffects(*sampler, single(4), *makeCounterPoints(seed), 256,
                              batch(linear(reference::kShapleyB), 4))
            .shares[1];
    }));
}

TEST(ShapleyEffects, OfAnIndependentInputThatDoesNothingIsZero) {
    const auto found = shapleyEffects(*makeIndependentSampler(3), single(3), *makeCounterPoints(7),
                                      100, batch([](auto x) { return x[0] * x[2]; }, 3));
    EXPECT_EQ(found.shares[1].value, 0);
    EXPECT_EQ(found.shares[1].standardError, 0);
    EXPECT_GT(found.shares[0].value, 0.3);
}

TEST(ShapleyEffects, OfAConstantAreZero) {
    const auto found = shapleyEffects(*makeIndependentSampler(2), single(2), *makeCounterPoints(8),
                                      100, batch([](auto) { return 0.1; }, 2));
    EXPECT_EQ(found.variance, 0);
    EXPECT_EQ(found.shares[0].value, 0);
}

TEST(ShapleyEffects, CostWhatTheySay) {
    // 2 * groups evaluations a draw; the batches neither too many nor too large.
    std::size_t calls = 0;
    std::size_t points = 0;
    std::size_t largest = 0;
    const auto count = [&](std::span<const double> table, std::span<double> outputs) {
        EXPECT_EQ(table.size(), 3 * outputs.size());
        std::copy_n(table.begin(), outputs.size(), outputs.begin());
        ++calls;
        points += outputs.size();
        largest = std::max(largest, outputs.size());
    };
    shapleyEffects(*makeIndependentSampler(3), single(3), *makeCounterPoints(9), 5000, count);
    EXPECT_EQ(points, 30'000u);
    EXPECT_LE(largest, 2048u);
    EXPECT_EQ(calls, 15u);
}

} // namespace
} // namespace export_potential
