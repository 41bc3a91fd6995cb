// Dependence between dimensions: rank correlations, their repair, conditional values.

#include "export_potential/copula.hpp"

#include "../data/sampling_reference.hpp"
#include "correlation_matrix.hpp"
#include "export_potential/sampling.hpp"
#include "special_functions.hpp"
#include "test_support.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace export_potential {
namespace {

using Columns = std::vector<std::vector<double>>;

std::vector<std::span<double>> columnSpans(Columns &columns, std::size_t first = 0,
                                           std::size_t count = std::dynamic_extent) {
    std::vector<std::span<double>> views;
    for (std::vector<double> &column : columns) {
        views.push_back(std::span(column).subspan(first, count));
    }
    return views;
}

Columns uniformColumns(const PointSource &points, std::size_t dimensions, std::size_t draws) {
    Columns columns(dimensions, std::vector<double>(draws));
    for (std::size_t i = 0; i < dimensions; ++i) {
        points.fill(0, i, columns[i]);
    }
    return columns;
}

GaussianCopula copulaOf(std::span<const RankCorrelation> correlations) {
    Result<GaussianCopula> copula = GaussianCopula::make(correlations);
    EXPECT_TRUE(copula) << describe(copula.errors());
    return copula.value();
}

GaussianCopula copulaOf(std::initializer_list<RankCorrelation> correlations) {
    return copulaOf(std::span(correlations.begin(), correlations.size()));
}

double spearman(const std::vector<double> &a, const std::vector<double> &b) {
    const auto ranks = [](const std::vector<double> &values) {
        std::vector<std::size_t> order(values.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
        std::vector<double> rank(values.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            rank[order[i]] = static_cast<double>(i);
        }
        return rank;
    };
    const std::vector<double> x = ranks(a);
    const std::vector<double> y = ranks(b);
    double squares = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        squares += (x[i] - y[i]) * (x[i] - y[i]);
    }
    const auto n = static_cast<double>(x.size());
    return 1 - 6 * squares / (n * (n * n - 1));
}

/// Largest distance between the empirical distribution function and that of the uniform.
double kolmogorov(std::vector<double> u) {
    std::ranges::sort(u);
    const auto n = static_cast<double>(u.size());
    double distance = 0;
    for (std::size_t i = 0; i < u.size(); ++i) {
        const auto rank = static_cast<double>(i);
        distance = std::max({distance, u[i] - rank / n, (rank + 1) / n - u[i]});
    }
    return distance;
}

TEST(NormalCorrelation, OfARankCorrelationIsPearsons) {
    // 2 sin(pi / 12) = (sqrt 6 - sqrt 2) / 2 = 0.5176 and 2 sin(pi / 6) = 1.
    EXPECT_TRUE(close(normalCorrelation(0.5), (std::sqrt(6.0) - std::sqrt(2.0)) / 2, 1e-15));
    EXPECT_TRUE(close(normalCorrelation(-1), -1, 1e-15));
    EXPECT_EQ(normalCorrelation(0), 0);
    for (const double rho : {-0.9, -0.5, 0.1, 0.99}) {
        EXPECT_TRUE(close(rankCorrelation(normalCorrelation(rho)), rho, 1e-14));
    }
}

TEST(Cholesky, IsNumPys) {
    const Matrix matrix(4, {reference::kNormal.begin(), reference::kNormal.end()});
    const auto factor = choleskyFactor(matrix);
    ASSERT_TRUE(factor);
    for (std::size_t i = 0; i < reference::kCholesky.size(); ++i) {
        EXPECT_TRUE(close(factor->values[i], reference::kCholesky[i], 1e-14, 1)) << i;
    }
    EXPECT_FALSE(choleskyFactor(Matrix(2, {1, 1, 1, 1})));
    EXPECT_FALSE(choleskyFactor(Matrix(2, {1, 2, 2, 1})));
}

TEST(Eigenvalues, AreNumPys) {
    const Matrix matrix(4, {reference::kNormal.begin(), reference::kNormal.end()});
    auto [values, vectors] = eigen(matrix);
    for (std::size_t k = 0; k < 4; ++k) {
        for (std::size_t i = 0; i < 4; ++i) {
            double image = 0;
            for (std::size_t j = 0; j < 4; ++j) {
                image += matrix(i, j) * vectors(j, k);
            }
            EXPECT_TRUE(close(image, values[k] * vectors(i, k), 1e-14, 1)) << k << ' ' << i;
        }
    }
    std::ranges::sort(values);
    for (std::size_t k = 0; k < 4; ++k) {
        EXPECT_TRUE(close(values[k], reference::kEigenvalues[k], 1e-14)) << k;
    }
}

TEST(NearestCorrelation, IsThePublishedOne) {
    // Higham 2002, section 5, to the digits given there.
    const Matrix nearest = nearestCorrelation(Matrix(3, {1, 1, 0, 1, 1, 1, 0, 1, 1}), 1e-9);
    const std::array<double, 9> expected{1, 0.7607, 0.1573, 0.7607, 1, 0.7607, 0.1573, 0.7607, 1};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_NEAR(nearest.values[i], expected[i], 5.1e-5) << i;
    }
}

TEST(GaussianCopula, KeepsWhatIsConsistent) {
    const GaussianCopula copula = copulaOf(reference::kConsistent);
    EXPECT_FALSE(copula.repaired());
    EXPECT_EQ(copula.largestChange(), 0);
    ASSERT_EQ(copula.dimensions().size(), 4u);
    for (std::size_t i = 0; i < 16; ++i) {
        EXPECT_TRUE(close(copula.correlation(i / 4, i % 4), reference::kNormal[i], 1e-15, 1)) << i;
    }
}

TEST(GaussianCopula, ReplacesAContradictionByTheNearestThatIsNone) {
    const GaussianCopula copula = copulaOf(reference::kContradictory);
    EXPECT_TRUE(copula.repaired());
    EXPECT_NEAR(copula.largestChange(), reference::kLargestChange, 1e-9);
    for (std::size_t i = 0; i < 16; ++i) {
        EXPECT_NEAR(copula.correlation(i / 4, i % 4), reference::kRepaired[i], 1e-9) << i;
    }
}

TEST(GaussianCopula, ReplacesThreeEqualContradictionsByTheLargestThatGoTogether) {
    // With r of the signs +, +, - the eigenvalues are 1 + r, twice, and 1 - 2 r; by symmetry the
    // nearest has the largest r for which 1 - 2 r is still 1e-6.
    const GaussianCopula copula = copulaOf({{3, 8, 0.9}, {3, 20, 0.9}, {20, 8, -0.9}});
    constexpr double kLargest = 0.5 * (1 - 1e-6);
    EXPECT_NEAR(copula.correlation(0, 1), kLargest, 1e-12);
    EXPECT_NEAR(copula.correlation(0, 2), kLargest, 1e-12);
    EXPECT_NEAR(copula.correlation(1, 2), -kLargest, 1e-12);
    EXPECT_EQ(copula.correlation(1, 1), 1);
    EXPECT_TRUE(copula.repaired());
    // A rank correlation of 6 / pi asin(1/4) = 0.482584 in place of 0.9; asin by hand to 6 digits.
    EXPECT_NEAR(copula.largestChange(), 0.417416, 2e-6);
}

TEST(GaussianCopula, RepairsOnlyTheDimensionsThatContradictEachOther) {
    const GaussianCopula copula = copulaOf({{0, 1, 0.9}, {0, 2, 0.9}, {1, 2, -0.9}, {3, 4, 0.7}});
    EXPECT_TRUE(copula.repaired());
    EXPECT_NEAR(copula.correlation(3, 4), 2 * std::sin(std::acos(-1.0) * 0.7 / 6), 1e-14);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(copula.correlation(i, 3), 0);
        EXPECT_EQ(copula.correlation(i, 4), 0);
    }
}

TEST(GaussianCopula, ReachesItsRankCorrelations) {
    constexpr std::size_t kDraws = 8192;
    const GaussianCopula copula = copulaOf({{0, 1, 0.5}, {1, 2, -0.5}, {2, 3, 0.6}});
    ASSERT_FALSE(copula.repaired());
    Columns columns = uniformColumns(*makeSobolPoints(4), 4, kDraws);
    copula.transform(columnSpans(columns));
    EXPECT_NEAR(spearman(columns[0], columns[1]), 0.5, 0.01);
    EXPECT_NEAR(spearman(columns[1], columns[2]), -0.5, 0.01);
    EXPECT_NEAR(spearman(columns[2], columns[3]), 0.6, 0.01);
    EXPECT_NEAR(spearman(columns[0], columns[2]), 0, 0.01);
}

TEST(GaussianCopula, KeepsTheMarginals) {
    constexpr std::size_t kDraws = 8192;
    const GaussianCopula copula = copulaOf(reference::kConsistent);
    for (const bool quasiRandom : {false, true}) {
        const auto points = quasiRandom ? makeSobolPoints(5) : makeCounterPoints(5);
        Columns columns = uniformColumns(*points, 4, kDraws);
        copula.transform(columnSpans(columns));
        for (const std::vector<double> &column : columns) {
            // 99.9 % of samples of independent uniforms stay below 1.95 / sqrt(n); quasi-random
            // ones are closer.
            EXPECT_LT(kolmogorov(column), (quasiRandom ? 0.7 : 1.95) / std::sqrt(double{kDraws}));
        }
    }
}

TEST(GaussianCopula, LeavesTheFirstOfEachGroupAsItIs) {
    // Groups of 0, 1, 2 and of 3, 4; 1 is tied to 2 only, so it depends on none before it.
    const GaussianCopula copula = copulaOf({{4, 3, -0.4}, {2, 0, 0.3}, {1, 2, 0.6}});
    const Columns before = uniformColumns(*makeSobolPoints(6), 5, 256);
    Columns after = before;
    copula.transform(columnSpans(after));
    for (const std::size_t kept : {0u, 1u, 3u}) {
        EXPECT_EQ(after[kept], before[kept]) << kept;
    }
    for (const std::size_t changed : {2u, 4u}) {
        EXPECT_NE(after[changed], before[changed]) << changed;
    }
}

TEST(GaussianCopula, TransformsEachDrawByItself) {
    const GaussianCopula copula = copulaOf(reference::kConsistent);
    const Columns before = uniformColumns(*makeCounterPoints(7), 4, 200);
    Columns whole = before;
    copula.transform(columnSpans(whole));
    Columns pieces = before;
    std::size_t at = 0;
    for (const std::size_t count : {1u, 63u, 0u, 64u, 72u}) {
        copula.transform(columnSpans(pieces, at, count));
        at += count;
    }
    EXPECT_EQ(pieces, whole);
    EXPECT_NE(whole, before);
}

TEST(GaussianCopula, OfNothingHasNothingToDo) {
    const GaussianCopula copula = copulaOf({});
    EXPECT_TRUE(copula.dimensions().empty());
    EXPECT_FALSE(copula.repaired());
    copula.transform({});
}

TEST(GaussianCopula, NeverReachesTheEnds) {
    const GaussianCopula copula = copulaOf({{0, 1, 0.99}, {0, 2, 0.98}, {1, 2, 0.98}});
    constexpr double kLeast = 0x1p-53;
    Columns columns(3, {kLeast, 1 - kLeast});
    copula.transform(columnSpans(columns));
    for (const std::vector<double> &column : columns) {
        EXPECT_GE(column[0], kLeast);
        EXPECT_LT(column[0], 1e-15);
        EXPECT_LE(column[1], 1 - kLeast);
        EXPECT_GT(column[1], 1 - 1e-15);
    }
}

TEST(GaussianCopula, NamesEveryFaultOfTheList) {
    const std::array<RankCorrelation, 6> list{
        RankCorrelation{0, 1, 0.5}, {1, 0, 0.5}, {2, 2, 0.1}, {0, 2, 1}, {0, 3, -1.5},
        {1, 3, std::nan("")}};
    const auto copula = GaussianCopula::make(list);
    ASSERT_FALSE(copula);
    const Errors &errors = copula.errors();
    ASSERT_EQ(errors.size(), 5u);
    const std::array paths{"/1", "/2", "/3", "/4", "/5"};
    for (std::size_t i = 0; i < errors.size(); ++i) {
        EXPECT_EQ(errors[i].path, paths[i]);
        EXPECT_EQ(errors[i].code, i < 2 ? ErrorCode::conflict : ErrorCode::outOfRange);
    }
}

TEST(ConditionalNormal, HasTheMeanAndCovarianceOfTheClosedForm) {
    constexpr std::size_t kDraws = 8192;
    const GaussianCopula copula = copulaOf(reference::kConsistent);
    // Dimension 9 is correlated with none.
    const std::array<std::size_t, 3> known{3, 9, 1};
    const ConditionalNormal conditional = copula.given(known);
    for (const auto &[z1, z3] : {std::pair{0.7, -1.2}, std::pair{-2.0, 0.4}}) {
        Columns columns = uniformColumns(*makeSobolPoints(8), 4, kDraws);
        std::ranges::fill(columns[1], normalCdf(z1));
        std::ranges::fill(columns[3], normalCdf(z3));
        const Columns before = columns;
        conditional.transform(columnSpans(columns));
        EXPECT_EQ(columns[1], before[1]);
        EXPECT_EQ(columns[3], before[3]);
        std::array<double, 2> means{};
        std::array<double, 4> covariance{};
        for (std::size_t draw = 0; draw < kDraws; ++draw) {
            std::array<double, 2> rest{};
            for (std::size_t i = 0; i < 2; ++i) {
                const double z = normalQuantile(columns[2 * i][draw]);
                means[i] += z / kDraws;
                rest[i] = z - reference::kConditionalMean[2 * i] * z1 -
                          reference::kConditionalMean[2 * i + 1] * z3;
            }
            for (std::size_t i = 0; i < 4; ++i) {
                covariance[i] += rest[i / 2] * rest[i % 2] / kDraws;
            }
        }
        for (std::size_t i = 0; i < 2; ++i) {
            const double expected = reference::kConditionalMean[2 * i] * z1 +
                                    reference::kConditionalMean[2 * i + 1] * z3;
            EXPECT_NEAR(means[i], expected, 1e-3) << i;
        }
        for (std::size_t i = 0; i < 4; ++i) {
            EXPECT_NEAR(covariance[i], reference::kConditionalCovariance[i], 5e-3) << i;
        }
    }
}

TEST(ConditionalNormal, OfTwoDimensionsIsTheRegressionOfOneOnTheOther) {
    const GaussianCopula copula = copulaOf({{0, 1, 0.5}});
    const double r = (std::sqrt(6.0) - std::sqrt(2.0)) / 2;
    for (const std::size_t known : {0u, 1u}) {
        const ConditionalNormal conditional = copula.given({&known, 1});
        for (const double z : {-1.5, 0.0, 2.25}) {
            for (const double e : {-1.0, 0.0, 0.5}) {
                Columns columns(2, {normalCdf(e)});
                columns[known][0] = normalCdf(z);
                conditional.transform(columnSpans(columns));
                EXPECT_NEAR(normalQuantile(columns[1 - known][0]), r * z + std::sqrt(1 - r * r) * e,
                            1e-13);
            }
        }
    }
}

TEST(ConditionalNormal, OfWhatNothingIsKnownAboutIsIndependent) {
    const GaussianCopula copula = copulaOf({{0, 1, 0.8}, {2, 3, 0.8}});
    const std::array<std::size_t, 3> known{0, 1, 3};
    const Columns before = uniformColumns(*makeCounterPoints(2), 4, 100);
    Columns after = before;
    // Given 0, 1 and 3, what 0 and 1 are tells nothing of 2.
    copula.given(known).transform(columnSpans(after));
    Columns other = before;
    std::ranges::fill(other[0], 0.01);
    copula.given(known).transform(columnSpans(other));
    EXPECT_EQ(after[2], other[2]);
    EXPECT_NE(after[2], before[2]);
    const std::array<std::size_t, 4> all{0, 1, 2, 3};
    copula.given(all).transform(columnSpans(after));
    EXPECT_EQ(after[0], before[0]);
}

} // namespace
} // namespace export_potential
