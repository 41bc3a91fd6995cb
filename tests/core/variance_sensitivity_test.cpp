// Sobol' indices against functions whose indices are known (method: closed forms in comments).

#include "export_potential/variance_sensitivity.hpp"

#include "estimate_support.hpp"
#include "test_functions.hpp"

#include <vector>

namespace export_potential {
namespace {

/// The outputs that Saltelli's scheme needs, from the uniforms of one seed.
template <class Function>
class SobolRun {
public:
    SobolRun(const Function &f, std::size_t inputs, std::size_t rows, std::uint64_t seed)
        : a(rows), b(rows), ab(inputs, std::vector<double>(rows)) {
        std::vector<std::vector<double>> u;
        for (std::size_t dimension = 0; dimension < 2 * inputs; ++dimension) {
            u.push_back(uniforms(seed, dimension, rows));
        }
        std::vector<double> x(inputs);
        std::vector<double> other(inputs);
        for (std::size_t j = 0; j < rows; ++j) {
            for (std::size_t i = 0; i < inputs; ++i) {
                x[i] = u[i][j];
                other[i] = u[inputs + i][j];
            }
            a[j] = f(x);
            b[j] = f(other);
            for (std::size_t i = 0; i < inputs; ++i) {
                std::swap(x[i], other[i]);
                ab[i][j] = f(x);
                std::swap(x[i], other[i]);
            }
        }
    }

    SobolIndices indices(std::size_t input) const { return sobolIndices(a, b, ab[input]); }

    std::vector<double> a;
    std::vector<double> b;
    std::vector<std::vector<double>> ab;
};

// Standard errors of the estimators times the root of the rows come from 2^19 rows in NumPy.

TEST(SobolIndices, OfIshigamisFunctionAreExact) {
    constexpr std::size_t kRows = 65'536;
    const double root = std::sqrt(static_cast<double>(kRows));
    const SobolRun run(ishigami, 3, kRows, 1);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_TRUE(estimates(run.indices(i).first, kIshigamiFirst[i],
                              std::array{1.00, 0.88, 0.92}[i] / root))
            << i;
        EXPECT_TRUE(estimates(run.indices(i).total, kIshigamiTotal[i],
                              std::array{1.42, 0.67, 0.44}[i] / root))
            << i;
    }
}

TEST(SobolIndices, OfSobolsFunctionAreExact) {
    // V_i = 1 / (3 (1 + a_i)^2), V = PRODUCT (1 + V_i) - 1 = .46542, S_i = V_i / V,
    // ST_i = V_i (V + 1) / (V (1 + V_i)). Published to four digits; the last four are alike.
    // Errors shrink with the index, so that even the order of small ones can be told.
    constexpr std::array kFirst{0.7162, 0.1790, 0.0237, 0.0072};
    constexpr std::array kTotal{0.7871, 0.2422, 0.0343, 0.0105};
    constexpr double kFirstOfTheLast = 7.162e-5; // V_8 = 1 / 30,000
    constexpr double kTotalOfTheLast = 1.0495e-4;
    constexpr std::size_t kRows = 32'768;
    constexpr std::array kFirstErrors{1.12, 0.67, 0.26, 0.144, 0.015, 0.015, 0.015, 0.015};
    constexpr std::array kTotalErrors{1.15, 0.47, 0.073, 0.022, 0.0003, 0.0003, 0.0003, 0.0003};
    const double root = std::sqrt(static_cast<double>(kRows));
    const SobolRun run(sobolG, kSobolA.size(), kRows, 2);
    for (std::size_t i = 0; i < kSobolA.size(); ++i) {
        const SobolIndices found = run.indices(i);
        const double first = i < kFirst.size() ? kFirst[i] : kFirstOfTheLast;
        const double total = i < kTotal.size() ? kTotal[i] : kTotalOfTheLast;
        EXPECT_TRUE(estimates(found.first, first, kFirstErrors[i] / root)) << i;
        EXPECT_TRUE(estimates(found.total, total, kTotalErrors[i] / root)) << i;
    }
}

TEST(SobolIndices, OfAProductOfLognormalsAreExact) {
    // With e_i = exp(s_i^2) and E their product: S_i = (e_i - 1) / (E - 1),
    // ST_i = (1 - 1 / e_i) E / (E - 1). Published: .0373 .1716 .4941 and .1201 .4220 .7750.
    // A heavy tail makes large errors that are uncertain themselves, by a factor of two.
    constexpr std::size_t kRows = 262'144;
    const double root = std::sqrt(static_cast<double>(kRows));
    const SobolRun run(lognormalProduct, 3, kRows, 3);
    const double product = std::exp(0.09 + 0.36 + 0.81);
    for (std::size_t i = 0; i < 3; ++i) {
        const double e = std::exp(kLogDeviations[i] * kLogDeviations[i]);
        EXPECT_TRUE(estimates(run.indices(i).first, (e - 1) / (product - 1),
                              std::array{1.0, 4.0, 8.0}[i] / root))
            << i;
        EXPECT_TRUE(estimates(run.indices(i).total, (1 - 1 / e) * product / (product - 1),
                              std::array{3.0, 9.0, 9.0}[i] / root))
            << i;
    }
    EXPECT_NEAR((std::exp(0.81) - 1) / (product - 1), 0.4941, 5e-5);
    EXPECT_NEAR((1 - std::exp(-0.81)) * product / (product - 1), 0.7750, 5e-5);
}

TEST(SobolIndices, StateTheirError) {
    EXPECT_TRUE(statesItsError(kIshigamiFirst[0], [](std::uint64_t seed) {
        return SobolRun(ishigami, 3, 1024, seed).indices(0).first;
    }));
    EXPECT_TRUE(statesItsError(kIshigamiTotal[2], [](std::uint64_t seed) {
        return SobolRun(ishigami, 3, 1024, seed).indices(2).total;
    }));
}

TEST(SobolIndices, DoNotFeelTheLevelOrTheUnitOfTheOutput) {
    const SobolRun run(ishigami, 3, 1024, 4);
    const SobolRun moved([](auto x) { return 1e6 + 1000 * ishigami(x); }, 3, 1024, 4);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(run.indices(i).first.value, moved.indices(i).first.value, 1e-10) << i;
        EXPECT_NEAR(run.indices(i).total.value, moved.indices(i).total.value, 1e-10) << i;
        EXPECT_NEAR(run.indices(i).first.standardError, moved.indices(i).first.standardError, 1e-10)
            << i;
    }
}

TEST(SobolIndices, OfAnInputThatDoesNothingAreZero) {
    const SobolRun run([](auto x) { return x[0]; }, 2, 100, 5);
    EXPECT_EQ(run.indices(1).first.value, 0);
    EXPECT_EQ(run.indices(1).total.value, 0);
    EXPECT_EQ(run.indices(1).total.standardError, 0);
}

TEST(SobolIndices, OfAConstantAreZero) {
    const SobolRun run([](auto) { return 0.1; }, 1, 100, 6);
    EXPECT_EQ(run.indices(0).first.value, 0);
    EXPECT_EQ(run.indices(0).total.value, 0);
}

TEST(SobolIndices, AreThoseOfAHandCalculationAndItsJackknife) {
    // f = (0, 1), (1, 0), (1, 1) for A, B and A_B, eight times over: mean 1/2, V = 1/4.
    // First: mean of (b - 1/2)(ab - a) = (1/2 * 1 + -1/2 * 0) / 2 = 1/4, over V is 1. Total: half
    // the mean of 1 and 0, 1/4, over V is 1. Without a batch, that is one row of 16: first kind of
    // row gone: n = 15, sum a + b = 15, V = 1/4, sums over b'(ab - a) = 7/2 and (ab - a)^2 / 2 =
    // 7/2, so both are 14/15; second kind gone: 4/15 on the left is 8/2 / 15 / (1/4) = 16/15.
    // Spread: sqrt(15/16 * 16 / 15^2) = 1 / sqrt(15).
    std::vector<double> a;
    std::vector<double> b;
    const std::vector<double> ab(16, 1);
    for (int row = 0; row < 16; ++row) {
        a.push_back(row % 2);
        b.push_back(1 - row % 2);
    }
    const SobolIndices found = sobolIndices(a, b, ab);
    EXPECT_DOUBLE_EQ(found.first.value, 1);
    EXPECT_DOUBLE_EQ(found.total.value, 1);
    EXPECT_DOUBLE_EQ(found.first.standardError, 1 / std::sqrt(15.0));
    EXPECT_DOUBLE_EQ(found.total.standardError, 1 / std::sqrt(15.0));
}

template <class Function>
Estimate mainEffectOf(const Function &f, std::size_t inputs, std::size_t input, std::size_t count,
                      std::uint64_t seed) {
    std::vector<std::vector<double>> u;
    for (std::size_t i = 0; i < inputs; ++i) {
        u.push_back(uniforms(seed, i, count));
    }
    return mainEffect(u[input], valuesAt(f, u));
}

TEST(MainEffect, IsTheFirstOrderIndexFromOnePlainSample) {
    // The error is about 0.8 / sqrt(draws).
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_TRUE(estimates(mainEffectOf(ishigami, 3, i, 16'384, 7), kIshigamiFirst[i], 0.0063))
            << i;
    }
    EXPECT_TRUE(estimates(mainEffectOf(sobolG, 8, 0, 16'384, 8), 0.7162, 0.0063));
    EXPECT_TRUE(estimates(mainEffectOf(sobolG, 8, 1, 16'384, 8), 0.1790, 0.0063));
}

TEST(MainEffect, StatesItsError) {
    EXPECT_TRUE(statesItsError(kIshigamiFirst[0], [](std::uint64_t seed) {
        return mainEffectOf(ishigami, 3, 0, 2048, seed);
    }));
}

TEST(MainEffect, OfAFunctionOfOneInputIsOne) {
    const auto only = mainEffectOf([](auto x) { return std::exp(2 * x[0]); }, 1, 0, 4096, 9);
    EXPECT_NEAR(only.value, 1, 1e-4);
    EXPECT_LE(only.value, 1);
}

TEST(MainEffect, OfLogarithmsAddsUpToOneForAProduct) {
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto found =
            mainEffectOf([](auto x) { return std::log(lognormalProduct(x)); }, 3, i, 16'384, 10);
        // S_i = s_i^2 / SUM s^2, error 2 sqrt(S) (1 - S) / sqrt(draws).
        const double share = kLogDeviations[i] * kLogDeviations[i] / 1.26;
        EXPECT_TRUE(estimates(found, share, 2 * std::sqrt(share) * (1 - share) / 128)) << i;
        sum += found.value;
    }
    EXPECT_NEAR(sum, 1, 0.03);
}

TEST(MainEffect, OfConstantsIsZero) {
    const std::vector<double> same(100, 0.1);
    const std::vector<double> other = uniforms(11, 0, 100);
    for (const Estimate &found : {mainEffect(same, other), mainEffect(other, same)}) {
        EXPECT_EQ(found.value, 0);
        EXPECT_EQ(found.standardError, 0);
    }
}

} // namespace
} // namespace export_potential
