#include "regression_spline.hpp"

#include "cholesky.hpp"
#include "export_potential/normal_scores.hpp"
#include "export_potential/statistics.hpp"

#include <algorithm>
#include <cassert>

namespace export_potential {

namespace {

/// Penalty weights over n, roughest first: 10^(-4 + i / 2).
constexpr std::array kPenalties{
    1e-4, 3.1622776601683794e-4, 1e-3, 3.1622776601683794e-3, 1e-2, 3.1622776601683794e-2,
    1e-1, 3.1622776601683794e-1, 1e0,  3.1622776601683794e0,  1e1,  3.1622776601683794e1,
    1e2,  3.1622776601683794e2,  1e3,  3.1622776601683794e3,  1e4};

constexpr double kParameterCost = 1.4;

double crossValidation(double n, double residualSquares, double parameters) {
    const double degrees = n - kParameterCost * parameters;
    return n * residualSquares / (degrees * degrees);
}

/// Sums over draws of one response, centred by its mean.
struct Response : Sums<RegressionSpline::kTerms + 2> {
    static constexpr std::size_t kValue = RegressionSpline::kTerms;
    static constexpr std::size_t kSquare = kValue + 1;

    RegressionSpline::Coefficients products() const {
        RegressionSpline::Coefficients products;
        std::copy_n(begin(), products.size(), products.begin());
        return products;
    }
    double totalSquares(double n) const {
        return (*this)[kSquare] - (*this)[kValue] * (*this)[kValue] / n;
    }
    /// For a curve with these coefficients.
    template <class Matrix>
    double residualSquares(const Matrix &gram,
                           const RegressionSpline::Coefficients &coefficients) const {
        double sum = (*this)[kSquare];
        for (std::size_t row = 0; row < coefficients.size(); ++row) {
            double image = 0;
            for (std::size_t column = 0; column < coefficients.size(); ++column) {
                image += gram[row * coefficients.size() + column] * coefficients[column];
            }
            sum += coefficients[row] * (image - 2 * (*this)[row]);
        }
        return std::max(sum, 0.0);
    }
};

} // namespace

RegressionSpline::RegressionSpline(std::span<const double> x) : count_(x.size()) {
    static_assert(kPenalties.size() == kWeights);
    assert(count_ >= 2 * kBatches);
    position_ = normalScores(x);
    const auto [low, high] = std::ranges::minmax(position_);
    if (low == high) {
        position_.clear();
        return;
    }
    for (double &position : position_) {
        position = (position - low) / (high - low) * kSegments;
    }
    bands_ = batchSums<Band>(count_, [&](Band &sum, std::size_t j) {
        const Place at = place(j);
        for (std::size_t i = 0; i < kBand; ++i) {
            for (std::size_t k = i; k < kBand; ++k) {
                sum[(at.segment + i) * kBand + (k - i)] += at.weights[i] * at.weights[k];
            }
        }
    });
    gram_ = gram(kBatches);
    for (std::size_t weight = 0; weight < kWeights; ++weight) {
        Matrix factored;
        if (!factor(kBatches, weight, factored)) {
            break;
        }
        double trace = 0;
        for (std::size_t term = 0; term < kTerms; ++term) {
            Coefficients column;
            std::copy_n(&gram_[term * kTerms], kTerms, column.begin());
            choleskySolve(factored, column);
            trace += column[term];
        }
        factors_.push_back(factored);
        parameters_.push_back(trace);
    }
    if (factors_.empty()) {
        position_.clear();
    }
}

RegressionSpline::Fit RegressionSpline::fit(std::span<const double> y) const {
    assert(y.size() == count_);
    Fit fit;
    fit.mean = sampleMean(y);
    if (position_.empty()) {
        return fit;
    }
    const auto batches = batchSums<Response>(count_, [&](Response &sum, std::size_t j) {
        const Place at = place(j);
        const double value = y[j] - fit.mean;
        for (std::size_t i = 0; i < kBand; ++i) {
            sum[at.segment + i] += at.weights[i] * value;
        }
        sum[Response::kValue] += value;
        sum[Response::kSquare] += value * value;
    });
    const Response all = sumWithout(batches, kBatches);
    const auto n = static_cast<double>(count_);
    if (!(all.totalSquares(n) > 0)) {
        return fit;
    }

    std::size_t chosen = factors_.size() - 1;
    double least = crossValidation(n, all.totalSquares(n), 1);
    for (std::size_t weight = factors_.size(); weight-- > 0;) {
        Coefficients coefficients = all.products();
        choleskySolve(factors_[weight], coefficients);
        const double squares = all.residualSquares(gram_, coefficients);
        const double score = crossValidation(n, squares, parameters_[weight]);
        if (score < least) {
            least = score;
            chosen = weight;
            fit.coefficients[kBatches] = coefficients;
            fit.effectiveParameters = parameters_[weight];
        }
    }

    const double parameters = fit.effectiveParameters;
    for (std::size_t batch = 0; batch < kBatches; ++batch) {
        fit.coefficients[batch] = sumWithout(batches, batch).products();
        Matrix factored;
        const bool usable = factor(batch, chosen, factored);
        choleskySolve(usable ? factored : factors_[chosen], fit.coefficients[batch]);
    }
    fit.explained = jackknife([&](std::size_t batch) {
        const Response sum = sumWithout(batches, batch);
        const auto draws = static_cast<double>(countWithout(count_, batch));
        const double residual = sum.residualSquares(gram(batch), fit.coefficients[batch]);
        const double total = sum.totalSquares(draws);
        return total > 0 ? 1 - residual / total * ((draws - 1) / (draws - parameters)) : 0;
    });
    return fit;
}

double RegressionSpline::at(const Fit &fit, std::size_t batch, std::size_t draw) const {
    if (position_.empty()) {
        return fit.mean;
    }
    const Place at = place(draw);
    const Coefficients &coefficients = fit.coefficients[batch];
    double value = fit.mean;
    for (std::size_t i = 0; i < kBand; ++i) {
        value += at.weights[i] * coefficients[at.segment + i];
    }
    return value;
}

RegressionSpline::Place RegressionSpline::place(std::size_t draw) const {
    const double position = position_[draw];
    const auto segment = std::min(static_cast<std::size_t>(position), kSegments - 1);
    const double s = position - static_cast<double>(segment);
    const double r = 1 - s;
    return {segment,
            {r * r * r / 6, (4 + s * s * (3 * s - 6)) / 6, (4 + r * r * (3 * r - 6)) / 6,
             s * s * s / 6}};
}

RegressionSpline::Matrix RegressionSpline::gram(std::size_t batch) const {
    const Band band = sumWithout(bands_, batch);
    Matrix matrix{};
    for (std::size_t term = 0; term < kTerms; ++term) {
        for (std::size_t k = 0; k < std::min(kBand, kTerms - term); ++k) {
            matrix[term * kTerms + term + k] = band[term * kBand + k];
            matrix[(term + k) * kTerms + term] = band[term * kBand + k];
        }
    }
    return matrix;
}

bool RegressionSpline::factor(std::size_t batch, std::size_t weight, Matrix &matrix) const {
    matrix = gram(batch);
    const double penalty = kPenalties[weight] * static_cast<double>(countWithout(count_, batch));
    constexpr std::array kSecondDifference{1.0, -2.0, 1.0};
    for (std::size_t term = 0; term + kSecondDifference.size() <= kTerms; ++term) {
        for (std::size_t i = 0; i < kSecondDifference.size(); ++i) {
            for (std::size_t k = 0; k < kSecondDifference.size(); ++k) {
                matrix[(term + i) * kTerms + term + k] +=
                    penalty * kSecondDifference[i] * kSecondDifference[k];
            }
        }
    }
    return choleskyFactor(matrix, kTerms);
}

} // namespace export_potential
