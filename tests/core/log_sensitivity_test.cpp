// Shares of the variance of a logarithm: exact for products, NumPy's least squares for the rest.

#include "export_potential/log_sensitivity.hpp"

#include "../data/sensitivity_reference.hpp"
#include "estimate_support.hpp"
#include "export_potential/normal_scores.hpp"
#include "special_functions.hpp"
#include "test_functions.hpp"
#include "test_support.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace export_potential {
namespace {

/// Logarithms of the three factors of lognormalProduct, then that of the product.
std::vector<std::vector<double>> productLogs(std::uint64_t seed, std::size_t count) {
    std::vector<std::vector<double>> columns(4, std::vector<double>(count));
    for (std::size_t i = 0; i < 3; ++i) {
        const std::vector<double> u = uniforms(seed, i, count);
        for (std::size_t j = 0; j < count; ++j) {
            columns[i][j] = kLogDeviations[i] * normalQuantile(u[j]);
            columns[3][j] += columns[i][j];
        }
    }
    return columns;
}

TEST(Logarithms, AreNaturalAndOfPositiveValuesOnly) {
    const auto found = logarithms(std::vector{1.0, std::exp(2.0)});
    ASSERT_TRUE(found);
    EXPECT_EQ((*found)[0], 0);
    EXPECT_NEAR((*found)[1], 2, 1e-15);
    EXPECT_FALSE(logarithms(std::vector{1.0, 0.0}));
    EXPECT_FALSE(logarithms(std::vector{-1.0}));
}

TEST(CovarianceShare, OfTheFactorsOfAProductIsTheirShareOfTheLogVariance) {
    // S_i = s_i^2 / SUM s^2: .0714 .2857 .6429, error at most 0.77 / sqrt(count).
    const auto columns = productLogs(1, 16'384);
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const Estimate share = covarianceShare(columns[i], columns[3]);
        EXPECT_TRUE(estimates(share, std::array{0.0714286, 0.2857143, 0.6428571}[i], 0.006)) << i;
        sum += share.value;
    }
    EXPECT_NEAR(sum, 1, 1e-14);
}

TEST(CovarianceShare, AddsUpInEverySampleAndForCorrelatedFactorsToo) {
    const std::vector<double> first = uniforms(2, 0, 50);
    std::vector<double> second = uniforms(2, 1, 50);
    std::vector<double> whole(50);
    for (std::size_t j = 0; j < 50; ++j) {
        second[j] = 1000 + 0.5 * second[j] - 0.3 * first[j];
        whole[j] = first[j] + second[j];
    }
    EXPECT_NEAR(covarianceShare(first, whole).value + covarianceShare(second, whole).value, 1,
                1e-13);
}

TEST(CovarianceShare, StatesItsError) {
    EXPECT_TRUE(statesItsError(0.2857143, [](std::uint64_t seed) {
        const auto columns = productLogs(seed, 512);
        return covarianceShare(columns[1], columns[3]);
    }));
}

TEST(CovarianceShare, OfWhatDoesNotVaryIsZero) {
    const std::vector<double> same(20, 0.1);
    EXPECT_EQ(covarianceShare(uniforms(3, 0, 20), same).value, 0);
    EXPECT_EQ(covarianceShare(same, uniforms(3, 0, 20)).value, 0);
}

TEST(RegressionShares, AreTheSquaredCoefficientsOfNumPysLeastSquares) {
    const std::vector<double> same(48, 7);
    const std::vector<std::span<const double>> inputs{reference::kRegressionInput0,
                                                      reference::kRegressionInput1, same,
                                                      reference::kRegressionInput2};
    const auto found = regressionShares(inputs, reference::kRegressionResponse);
    ASSERT_TRUE(found);
    EXPECT_TRUE(close(found->shares[0].value, reference::kSquaredCoefficients[0], 1e-12));
    EXPECT_TRUE(close(found->shares[1].value, reference::kSquaredCoefficients[1], 1e-12));
    EXPECT_EQ(found->shares[2].value, 0);
    EXPECT_EQ(found->shares[2].standardError, 0);
    EXPECT_TRUE(close(found->shares[3].value, reference::kSquaredCoefficients[2], 1e-12));
    EXPECT_TRUE(close(found->rSquared.value, reference::kRSquared, 1e-12));
}

TEST(RegressionShares, OnNormalScoresAreThoseOfAProductOfPowers) {
    // Y = x_1^2 x_2^(-1/2), x_1 with log-sd .3 and x_2 with .6, and noise of log-sd .2 that no
    // input explains: variances .36, .09 and .04 of .49. A share is known to 0.9 / sqrt(count) and
    // R^2 to 2 sqrt(R^2) (1 - R^2) / sqrt(count).
    constexpr std::size_t kCount = 8192;
    const auto logs = productLogs(4, kCount);
    std::vector<double> response(kCount);
    std::vector<std::vector<double>> scores;
    for (const std::size_t i : {0u, 1u}) {
        std::vector<double> x(kCount);
        for (std::size_t j = 0; j < kCount; ++j) {
            x[j] = std::exp(logs[i][j]);
            response[j] += std::array{2.0, -0.5}[i] * logs[i][j];
        }
        scores.push_back(normalScores(x));
    }
    for (std::size_t j = 0; j < kCount; ++j) {
        response[j] += 0.2 / 0.9 * logs[2][j];
    }
    const auto found = regressionShares(spans(scores), response);
    ASSERT_TRUE(found);
    EXPECT_TRUE(estimates(found->shares[0], 0.36 / 0.49, 0.01));
    EXPECT_TRUE(estimates(found->shares[1], 0.09 / 0.49, 0.01));
    EXPECT_TRUE(estimates(found->rSquared, 0.45 / 0.49, 0.0018));
}

TEST(RegressionShares, StateTheirError) {
    EXPECT_TRUE(statesItsError(0.2857143, [](std::uint64_t seed) {
        auto columns = productLogs(seed, 512);
        const std::vector<double> response = columns.back();
        columns.pop_back();
        columns.pop_back(); // the largest factor is noise
        return regressionShares(spans(columns), response)->shares[1];
    }));
}

TEST(RegressionShares, OfAGroupAreThoseOfItsSum) {
    // y = x_0 + x_1 + x_2 of variance 1 each, x_0 and x_1 with correlation 1/2: the group of these
    // two has 1 + 1 + 2 / 2 of the 4. A share p is known to 2 p sqrt((1 - p) / count).
    constexpr std::size_t kCount = 8192;
    std::vector<std::vector<double>> columns;
    for (std::size_t i = 0; i < 3; ++i) {
        std::vector<double> z = uniforms(6, i, kCount);
        std::ranges::transform(z, z.begin(), [](double u) { return normalQuantile(u); });
        columns.push_back(std::move(z));
    }
    std::vector<double> response(kCount);
    for (std::size_t j = 0; j < kCount; ++j) {
        columns[1][j] = 0.5 * columns[0][j] + std::sqrt(0.75) * columns[1][j];
        response[j] = columns[0][j] + columns[1][j] + columns[2][j];
    }
    const auto found =
        regressionShares(spans(columns), std::vector<std::size_t>{1, 1, 0}, 3, response);
    ASSERT_TRUE(found);
    EXPECT_TRUE(estimates(found->shares[1], 0.75, 0.0083));
    EXPECT_TRUE(estimates(found->shares[0], 0.25, 0.0048));
    EXPECT_EQ(found->shares[2].value, 0) << "a group without inputs";
    EXPECT_NEAR(found->rSquared.value, 1, 1e-12);
}

TEST(RegressionShares, LeaveOutWhatVariesInASixteenthOfTheDrawsAlone) {
    std::vector<std::vector<double>> columns{uniforms(7, 0, 64)};
    const std::vector<double> response = uniforms(7, 1, 64);
    const auto without = regressionShares(spans(columns), response);
    std::vector<double> rare(64);
    rare[5] = 1; // of the draws 4 to 7
    columns.push_back(rare);
    const auto with = regressionShares(spans(columns), response);
    ASSERT_TRUE(without && with);
    EXPECT_EQ(with->shares[0].value, without->shares[0].value);
    EXPECT_EQ(with->shares[1].value, 0);
    EXPECT_EQ(with->shares[1].standardError, 0);
    columns[1][8] = 1;
    EXPECT_GT(regressionShares(spans(columns), response)->shares[1].value, 0);
    EXPECT_FALSE(regressionShares(spans(columns), rare));
}

TEST(RegressionShares, NeedIndependentInputsAndEnoughDraws) {
    std::vector<std::vector<double>> columns{uniforms(5, 0, 40), uniforms(5, 1, 40)};
    const std::vector<double> response = uniforms(5, 2, 40);
    EXPECT_TRUE(regressionShares(spans(columns), response));
    EXPECT_FALSE(regressionShares(spans(columns), std::vector<double>(40, 1)));
    columns.push_back(columns[0]);
    EXPECT_FALSE(regressionShares(spans(columns), response));
    const std::vector<std::vector<double>> few{uniforms(5, 0, 15)};
    EXPECT_FALSE(regressionShares(spans(few), uniforms(5, 1, 15)));
    std::vector<std::vector<double>> many;
    for (std::size_t i = 0; i < 15; ++i) {
        many.push_back(uniforms(5, i, 16));
    }
    EXPECT_FALSE(regressionShares(spans(many), uniforms(5, 40, 16)));
}

} // namespace
} // namespace export_potential
