// Points with dependent coordinates, and some of them drawn again given the others.

#include "export_potential/conditional_sampler.hpp"

#include "estimate_support.hpp"
#include "special_functions.hpp"

#include <array>

namespace export_potential {
namespace {

// The third coordinate is independent of all others.
constexpr std::array kCorrelations{1.0, 0.6, 0.0, -0.3, 0.6,  1.0, 0.0, 0.2,
                                   0.0, 0.0, 1.0, 0.0,  -0.3, 0.2, 0.0, 1.0};
constexpr std::size_t kInputs = 4;
constexpr std::size_t kPoints = 16'384;

using Normals = std::vector<std::array<double, kInputs>>;

/// Normal scores of points of which all but the first `kept` of an order are drawn again.
Normals redrawn(const ConditionalSampler &sampler, std::span<const std::size_t> order,
                std::size_t kept, Normals *originals = nullptr) {
    std::vector<std::vector<double>> columns;
    for (std::size_t dimension = 0; dimension < 2 * kInputs; ++dimension) {
        columns.push_back(uniforms(11, dimension, kPoints));
    }
    Normals found(kPoints);
    std::array<double, kInputs> u;
    std::array<double, kInputs> x;
    std::array<double, kInputs> z;
    for (std::size_t j = 0; j < kPoints; ++j) {
        for (std::size_t i = 0; i < kInputs; ++i) {
            u[i] = columns[i][j];
        }
        sampler.sample(u, x);
        for (std::size_t i = 0; i < kInputs; ++i) {
            u[i] = columns[kInputs + i][j];
        }
        sampler.redraw(x, order, kept, u, z);
        for (std::size_t k = 0; k < kept; ++k) {
            EXPECT_EQ(z[order[k]], x[order[k]]);
        }
        for (std::size_t i = 0; i < kInputs; ++i) {
            found[j][i] = normalQuantile(z[i]);
            x[i] = normalQuantile(x[i]);
        }
        if (originals) {
            originals->push_back(x);
        }
    }
    return found;
}

/// Mean of the products of two columns: the correlation of standard normals.
double correlation(const Normals &a, std::size_t i, const Normals &b, std::size_t k) {
    double sum = 0;
    for (std::size_t j = 0; j < a.size(); ++j) {
        sum += a[j][i] * b[j][k];
    }
    return sum / static_cast<double>(a.size());
}

// A product of standard normals has variance 1 + rho^2: four standard errors of its mean.
const double kLargestGap = 4 * std::sqrt(1.36 / kPoints);

TEST(NormalCopulaSampler, HasTheCorrelationsWhateverIsDrawnAgain) {
    const auto sampler = makeNormalCopulaSampler(kCorrelations, kInputs);
    ASSERT_TRUE(sampler);
    const std::array<std::size_t, kInputs> order{3, 1, 2, 0};
    for (std::size_t kept = 0; kept <= kInputs; ++kept) {
        const Normals found = redrawn(*sampler, order, kept);
        for (std::size_t i = 0; i < kInputs; ++i) {
            for (std::size_t k = 0; k < kInputs; ++k) {
                EXPECT_NEAR(correlation(found, i, found, k), kCorrelations[i * kInputs + k],
                            i == k ? 4 * std::sqrt(2.0 / kPoints) : kLargestGap)
                    << kept << ' ' << i << ' ' << k;
            }
        }
    }
}

TEST(NormalCopulaSampler, KeepsOfTheOldPointWhatTheKeptCoordinatesImply) {
    // With coordinate 1 kept, z_0 = .6 x_1 + noise, so corr(z_0, x_0) = .6 * .6; z_3 likewise
    // .2 * .2; with nothing kept all are 0.
    const auto sampler = makeNormalCopulaSampler(kCorrelations, kInputs);
    const std::array<std::size_t, kInputs> order{1, 0, 3, 2};
    Normals originals;
    const Normals one = redrawn(*sampler, order, 1, &originals);
    EXPECT_NEAR(correlation(one, 0, originals, 0), 0.36, kLargestGap);
    EXPECT_NEAR(correlation(one, 3, originals, 3), 0.04, kLargestGap);
    EXPECT_NEAR(correlation(one, 2, originals, 2), 0, kLargestGap);
    const Normals none = redrawn(*sampler, order, 0);
    for (std::size_t i = 0; i < kInputs; ++i) {
        EXPECT_NEAR(correlation(none, i, originals, i), 0, kLargestGap);
    }
    // Given 1 and 0, coordinate 3 has the mean (-.3 - .2 * .6, .2 + .3 * .6) (x_0, x_1) / .64, so
    // corr(z_3, x_3) = (.42 * .3 + .38 * .2) / .64 = .315625.
    const Normals two = redrawn(*sampler, order, 2);
    EXPECT_NEAR(correlation(two, 3, originals, 3), 0.315625, kLargestGap);
}

TEST(NormalCopulaSampler, StaysInsideTheUnitCube) {
    const auto sampler = makeNormalCopulaSampler(std::array{1.0, 0.7, 0.7, 1.0}, 2);
    std::array<double, 2> x;
    for (const double u : {0x1p-53, 1 - 0x1p-53}) {
        sampler->sample(std::array{u, u}, x);
        for (const double value : x) {
            EXPECT_GT(value, 0);
            EXPECT_LT(value, 1);
        }
    }
}

TEST(NormalCopulaSampler, NeedsACorrelationMatrix) {
    EXPECT_FALSE(makeNormalCopulaSampler(std::array{1.0, 0.5, 0.4, 1.0}, 2));
    EXPECT_FALSE(makeNormalCopulaSampler(std::array{1.0, 0.5, 0.5, 2.0}, 2));
    EXPECT_FALSE(makeNormalCopulaSampler(std::array{1.0, 1.0, 1.0, 1.0}, 2));
    EXPECT_FALSE(
        makeNormalCopulaSampler(std::array{1.0, 0.9, -0.9, 0.9, 1.0, 0.9, -0.9, 0.9, 1.0}, 3));
}

TEST(IndependentSampler, TakesEachCoordinateFromOneOfTwoPoints) {
    const auto sampler = makeIndependentSampler(3);
    EXPECT_EQ(sampler->inputs(), 3u);
    std::array<double, 3> x;
    sampler->sample(std::array{0.1, 0.2, 0.3}, x);
    EXPECT_EQ(x, (std::array{0.1, 0.2, 0.3}));
    std::array<double, 3> z;
    sampler->redraw(x, std::array<std::size_t, 3>{2, 0, 1}, 1, std::array{0.7, 0.8, 0.9}, z);
    EXPECT_EQ(z, (std::array{0.7, 0.8, 0.3}));
}

} // namespace
} // namespace export_potential
