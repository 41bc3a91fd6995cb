// Normal scores and the penalised regression spline, against SciPy.

#include "regression_spline.hpp"

#include "../data/sensitivity_reference.hpp"
#include "estimate_support.hpp"
#include "export_potential/normal_scores.hpp"
#include "export_potential/statistics.hpp"
#include "special_functions.hpp"
#include "test_support.hpp"

namespace export_potential {
namespace {

TEST(NormalScores, AreSciPysRanksThroughTheNormalQuantile) {
    const std::vector<double> found = normalScores(reference::kTied);
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_NEAR(found[i], reference::kTiedScores[i], 1e-14) << i;
    }
}

TEST(NormalScores, SeeTheOrderOnly) {
    const std::vector<double> u = uniforms(1, 0, 100);
    std::vector<double> stretched;
    for (const double value : u) {
        stretched.push_back(std::exp(20 * value));
    }
    EXPECT_EQ(normalScores(u), normalScores(stretched));
}

template <class Column, class Fitted>
void expectSciPys(const Column &y, const Fitted &fitted, double parameters, double explained) {
    const RegressionSpline spline(reference::kSplineX);
    const RegressionSpline::Fit fit = spline.fit(y);
    EXPECT_TRUE(close(fit.effectiveParameters, parameters, 1e-9));
    EXPECT_NEAR(fit.explained.value, explained, 1e-10);
    std::vector<double> mine;
    for (std::size_t j = 0; j < fitted.size(); ++j) {
        mine.push_back(spline.at(fit, kBatches, j));
        EXPECT_TRUE(close(mine[j], fitted[j], 1e-9, 1)) << j;
    }
    EXPECT_NEAR(sampleMean(mine), sampleMean(y), 1e-10);
}

TEST(RegressionSpline, IsSciPysWithItsSmoothnessCrossValidated) {
    expectSciPys(reference::kSplineWave, reference::kSplineWaveFitted,
                 reference::kSplineWaveParameters, reference::kSplineWaveExplained);
}

TEST(RegressionSpline, IsAStraightLineWhereNothingMoreIsSeen) {
    EXPECT_LT(reference::kSplineLineParameters, 2.01);
    expectSciPys(reference::kSplineLine, reference::kSplineLineFitted,
                 reference::kSplineLineParameters, reference::kSplineLineExplained);
}

TEST(RegressionSpline, IsAConstantForNoise) {
    EXPECT_EQ(reference::kSplineNoiseParameters, 1);
    expectSciPys(reference::kSplineNoise, reference::kSplineNoiseFitted, 1, 0);
    const RegressionSpline spline(reference::kSplineX);
    EXPECT_GT(spline.fit(reference::kSplineNoise).explained.standardError, 0);
}

TEST(RegressionSpline, ReproducesAStraightLineOnNormalScores) {
    const std::vector<double> u = uniforms(2, 0, 1000);
    std::vector<double> y = normalScores(u);
    for (double &value : y) {
        value = 5 - 3 * value;
    }
    const RegressionSpline spline(u);
    const RegressionSpline::Fit fit = spline.fit(y);
    for (std::size_t batch = 0; batch <= kBatches; ++batch) {
        for (const std::size_t j : {0u, 17u, 999u}) {
            EXPECT_NEAR(spline.at(fit, batch, j), y[j], 1e-8);
        }
    }
    EXPECT_NEAR(fit.explained.value, 1, 1e-12);
}

TEST(RegressionSpline, OfAnInputWithTwoValuesIsTheMeanOfEach) {
    // One draw in four has x = 1; in the second case one in 16,384, in one batch alone.
    for (const std::size_t every : {4u, 16'384u}) {
        std::vector<double> x(16'384);
        std::vector<double> y = uniforms(3, 0, x.size());
        double low = 0;
        double high = 0;
        for (std::size_t j = 0; j < x.size(); ++j) {
            x[j] = j % every == 0 ? 1 : 0;
            y[j] += 100 * x[j];
            (j % every == 0 ? high : low) += y[j];
        }
        const auto count = static_cast<double>(x.size() / every);
        const RegressionSpline spline(x);
        const RegressionSpline::Fit fit = spline.fit(y);
        EXPECT_TRUE(close(spline.at(fit, kBatches, 0), high / count, 0.01)) << every;
        EXPECT_TRUE(close(spline.at(fit, kBatches, 1), low / (16'384 - count), 0.01)) << every;
        EXPECT_TRUE(std::isfinite(fit.explained.standardError));
    }
}

TEST(RegressionSpline, OfAConstantInputIsTheMean) {
    const RegressionSpline spline(std::vector<double>(32, 4));
    const std::vector<double> y = uniforms(4, 0, 32);
    const RegressionSpline::Fit fit = spline.fit(y);
    EXPECT_EQ(spline.at(fit, kBatches, 3), sampleMean(y));
    EXPECT_EQ(fit.effectiveParameters, 1);
}

} // namespace
} // namespace export_potential
