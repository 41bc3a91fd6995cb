// The value of information and tail means, against closed forms and SciPy's integrals.

#include "export_potential/decision.hpp"

#include "../data/sensitivity_reference.hpp"
#include "estimate_support.hpp"
#include "export_potential/statistics.hpp"
#include "special_functions.hpp"
#include "test_support.hpp"

namespace export_potential {
namespace {

constexpr std::size_t kJointDraws = 16'384;

std::vector<double> normals(std::uint64_t seed, std::size_t dimension, std::size_t count) {
    std::vector<double> column = uniforms(seed, dimension, count);
    for (double &value : column) {
        value = normalQuantile(value);
    }
    return column;
}

/// E max(0, N(mean, sd)) - max(0, mean): the value of knowing a gain that is normal.
double valueOfKnowing(double mean, double sd) {
    const double z = mean / sd;
    return mean * normalCdf(z) + sd * normalDensity(z) - std::max(0.0, mean);
}

/// Do or do not, the gain being mean + b x + c e; then x and e.
struct DoOrNot {
    DoOrNot(double mean, double b, double c, std::uint64_t seed, std::size_t count = kJointDraws)
        : x(normals(seed, 0, count)),
          e(normals(seed, 1, count)), columns{std::vector<double>(count),
                                              std::vector<double>(count)} {
        for (std::size_t j = 0; j < count; ++j) {
            columns[1][j] = mean + b * x[j] + c * e[j];
        }
    }
    std::vector<double> x;
    std::vector<double> e;
    std::vector<std::vector<double>> columns;
};

/// The three decisions of the reference.
std::vector<std::vector<double>> threeDecisions(const std::vector<double> &x,
                                                const std::vector<double> &e) {
    std::vector<std::vector<double>> columns;
    for (const auto &[a, b, c] : reference::kDecisions) {
        std::vector<double> &column = columns.emplace_back();
        for (std::size_t j = 0; j < x.size(); ++j) {
            column.push_back(a + b * x[j] + c * e[j]);
        }
    }
    return columns;
}

TEST(BestDecision, HasTheHighestMeanAndIsTheFirstOfEquals) {
    const std::vector<std::vector<double>> columns{{1, 2}, {3, 1}, {0, 4}, {-9, 9}};
    EXPECT_EQ(bestDecision(spans(columns)), 1u);
}

TEST(Evpi, OfANormalGainIsItsUnitLoss) {
    // NB ~ N(1, 2), do or do not: .39559. A regret has variance 5 Phi(-.5) - 2 phi(.5) - .39559^2.
    const DoOrNot choice(1, 1.2, 1.6, 1);
    EXPECT_NEAR(valueOfKnowing(1, 2), 0.39559, 5e-6);
    EXPECT_TRUE(estimates(evpi(spans(choice.columns)), 0.39559, 0.826 / 128));
}

TEST(Evpi, IsTheMeanRegret) {
    // Means 2, 2.5 and 1: the second. It loses 0, 4, 0 and 2 to the best of each draw.
    const std::vector<std::vector<double>> columns{{0, 5, 0, 3}, {4, 1, 4, 1}, {1, 2, -1, 2}};
    const Estimate found = evpi(spans(columns));
    EXPECT_EQ(found.value, 1.5);
    EXPECT_DOUBLE_EQ(found.standardError, std::sqrt((2.25 + 6.25 + 2.25 + 0.25) / 3 / 4));
}

TEST(Evpi, OfOneDecisionOrADominantOneIsZero) {
    const std::vector<std::vector<double>> columns{{1, 2, 3}, {2, 3, 4}};
    EXPECT_EQ(evpi(spans(columns)).value, 0);
    EXPECT_EQ(evpi(std::array{std::span<const double>(columns[0])}).value, 0);
}

TEST(Evppi, OfALinearGainIsThatOfItsKnownPart) {
    // Known part of the gain: N(mean, |b|). Errors are below |b| / sqrt(count).
    for (const double mean : {1.0, -0.4, 0.0}) {
        const DoOrNot choice(mean, 1.2, 1.6, 2);
        const auto columns = spans(choice.columns);
        const Estimate x = evppi(columns, choice.x);
        const Estimate e = evppi(columns, choice.e);
        EXPECT_TRUE(estimates(x, valueOfKnowing(mean, 1.2), 1.2 / 128)) << mean;
        EXPECT_TRUE(estimates(e, valueOfKnowing(mean, 1.6), 1.6 / 128)) << mean;
        EXPECT_GT(evpi(columns).value, std::max(x.value, e.value));
    }
}

TEST(Evppi, DoesNotFeelTheScaleOfTheInputNorItsTail) {
    const DoOrNot choice(1, 1.2, 1.6, 3);
    std::vector<double> lognormal;
    for (const double x : choice.x) {
        lognormal.push_back(1e6 * std::exp(-2.2 * x));
    }
    const Estimate plain = evppi(spans(choice.columns), choice.x);
    const Estimate stretched = evppi(spans(choice.columns), lognormal);
    EXPECT_NEAR(plain.value, stretched.value, 1e-8);
    EXPECT_TRUE(estimates(stretched, valueOfKnowing(1, 1.2), 1.2 / 128));
}

TEST(Evppi, OfALognormalFactorIsThatOfACallOption) {
    // Gain m y - cost, y lognormal with mean 1 and log-sd s, m independent with mean 1. Knowing y
    // is worth E max(0, y - cost) - max(0, 1 - cost) = Phi(d) - cost Phi(d - s) - ..., d = s / 2 -
    // ln(cost) / s (Black and Scholes).
    const double s = 0.8;
    const double cost = 1.3;
    const std::vector<double> z = normals(4, 0, kJointDraws);
    const std::vector<double> u = uniforms(4, 1, kJointDraws);
    std::vector<double> y;
    std::vector<std::vector<double>> columns{std::vector<double>(kJointDraws), {}};
    for (std::size_t j = 0; j < kJointDraws; ++j) {
        y.push_back(std::exp(s * z[j] - s * s / 2));
        columns[1].push_back(2 * u[j] * y[j] - cost);
    }
    const double d = s / 2 - std::log(cost) / s;
    EXPECT_TRUE(estimates(evppi(spans(columns), y), normalCdf(d) - cost * normalCdf(d - s), 0.009));
}

TEST(Evppi, OfAGainThatIsNotMonotoneIsFound) {
    // Gain x^2 - 1.5: do if |x| > a = sqrt(1.5); E max(0, x^2 - 1.5) =
    // 2 (a phi(a) + (1 - 1.5) (1 - Phi(a))). A straight line would see nothing.
    const std::vector<double> x = normals(5, 0, kJointDraws);
    const std::vector<double> e = normals(5, 1, kJointDraws);
    std::vector<std::vector<double>> columns{std::vector<double>(kJointDraws), {}};
    for (std::size_t j = 0; j < kJointDraws; ++j) {
        columns[1].push_back(x[j] * x[j] - 1.5 + e[j]);
    }
    const double a = std::sqrt(1.5);
    const double expected = 2 * (a * normalDensity(a) - 0.5 * normalCdf(-a));
    EXPECT_TRUE(estimates(evppi(spans(columns), x), expected, 0.01));
}

TEST(Evppi, OfThreeDecisionsIsSciPysIntegral) {
    const std::vector<double> x = normals(6, 0, kJointDraws);
    const std::vector<double> e = normals(6, 1, kJointDraws);
    const auto decisions = threeDecisions(x, e);
    const auto columns = spans(decisions);
    EXPECT_TRUE(estimates(evpi(columns), reference::kEvpi, 0.015));
    EXPECT_TRUE(estimates(evppi(columns, x), reference::kEvppiX, 0.016));
    EXPECT_TRUE(estimates(evppi(columns, e), reference::kEvppiE, 0.016));
}

TEST(Evppi, StatesItsError) {
    EXPECT_TRUE(statesItsError(reference::kEvppiX, [](std::uint64_t seed) {
        const std::vector<double> x = normals(seed, 0, 1024);
        return evppi(spans(threeDecisions(x, normals(seed, 1, 1024))), x);
    }));
}

TEST(Evppi, OfAnIrrelevantInputIsZeroWithinItsError) {
    // Where the gain has mean 0 noise in a fitted curve pays most: an unpenalised curve with p
    // terms would be worth 0.4 * 2 sqrt(p / n). Of fifty inputs most have exactly 0, none a value
    // above four standard errors or above that of a slope of 3.5 standard errors, 0.4 * 3.5 * 2 /
    // sqrt(n).
    const DoOrNot choice(0, 1.2, 1.6, 7, 4096);
    const auto columns = spans(choice.columns);
    int zeros = 0;
    for (std::size_t dimension = 10; dimension < 60; ++dimension) {
        const Estimate found = evppi(columns, uniforms(7, dimension, 4096));
        EXPECT_GT(found.standardError, 0);
        EXPECT_LE(found.value, 4 * found.standardError) << dimension;
        EXPECT_LE(found.value, 2.8 / 64);
        zeros += found.value == 0 ? 1 : 0;
    }
    EXPECT_GT(zeros, 35);
}

TEST(Evppi, IsNeverBelowZeroNorAboveEvpi) {
    // x tells everything, and the curve through it is bent: evppi may not exceed evpi.
    std::vector<std::vector<double>> columns{std::vector<double>(200), {}};
    const std::vector<double> x = uniforms(8, 0, 200);
    for (const double value : x) {
        columns[1].push_back(value > 0.37 ? 1.0 : -2.0);
    }
    const double all = evpi(spans(columns)).value;
    EXPECT_LE(evppi(spans(columns), x).value, all);
    EXPECT_GT(evppi(spans(columns), x).value, 0.9 * all);
    // Never worth doing: nothing to learn, though a curve through a deep trough rises above 0
    // beside it.
    std::vector<std::vector<double>> harmful{std::vector<double>(200), {}};
    for (const double value : x) {
        harmful[1].push_back(std::fabs(value - 0.5) < 0.03 ? -100.0 : 0.0);
    }
    EXPECT_EQ(evppi(spans(harmful), x).value, 0);
    // Always worth doing: nothing to learn.
    const DoOrNot sure(50, 1, 1, 9, 1000);
    EXPECT_EQ(evppi(spans(sure.columns), sure.x).value, 0);
    EXPECT_EQ(evppi(spans(sure.columns), sure.x).standardError, 0);
    // A parameter known without doubt.
    const DoOrNot choice(0, 1, 1, 10, 1000);
    EXPECT_EQ(evppi(spans(choice.columns), std::vector<double>(1000, 3)).value, 0);
    EXPECT_EQ(evppi(std::array{std::span<const double>(choice.x)}, choice.e).value, 0);
}

TEST(ConditionalValueAtRisk, OfASampleIsTheMeanOfItsWorstPart) {
    for (std::size_t i = 0; i < reference::kTailShares.size(); ++i) {
        const double share = reference::kTailShares[i];
        EXPECT_TRUE(close(conditionalValueAtRisk(reference::kTailSample, share).value,
                          reference::kTailMeans[i], 1e-13))
            << share;
    }
    // The worst 3 of 4: 1, 2 and, of 5, the rest.
    EXPECT_DOUBLE_EQ(conditionalValueAtRisk(std::array{5.0, 2.0, 9.0, 1.0}, 0.625).value,
                     (1 + 2 + 0.5 * 5) / 2.5);
}

TEST(ConditionalValueAtRisk, OfNormalAndLognormalDrawsIsTheIntegral) {
    EXPECT_NEAR(reference::kNormalTailMean, 3.8119, 5e-5);
    EXPECT_NEAR(reference::kLognormalTailMean, 0.14491, 5e-6);
    const std::vector<double> z = normals(11, 0, kJointDraws);
    std::vector<double> normal;
    std::vector<double> lognormal;
    for (const double value : z) {
        normal.push_back(10 + 3 * value);
        lognormal.push_back(std::exp(0.8 * value - 0.32));
    }
    // sd(max(0, q - x)) / 0.05 / sqrt(n), the first factor being 7.4 and 0.27 (NumPy).
    EXPECT_TRUE(
        estimates(conditionalValueAtRisk(normal, 0.05), reference::kNormalTailMean, 7.4 / 128));
    EXPECT_TRUE(estimates(conditionalValueAtRisk(lognormal, 0.05), reference::kLognormalTailMean,
                          0.27 / 128));
    EXPECT_TRUE(close(conditionalValueAtRisk(normal, 1).value, sampleMean(normal), 1e-14));
}

TEST(ConditionalValueAtRisk, StatesItsError) {
    // -phi(z_.1) / .1
    EXPECT_TRUE(statesItsError(-1.7549833, [](std::uint64_t seed) {
        return conditionalValueAtRisk(normals(seed, 0, 2048), 0.1);
    }));
}

} // namespace
} // namespace export_potential
