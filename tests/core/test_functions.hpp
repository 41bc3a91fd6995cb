#pragma once

#include "special_functions.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <vector>

namespace export_potential {

// Functions of the unit cube whose sensitivity is known exactly. x is one point.

/// Ishigami and Homma 1990, a = 7, b = 0.1: mean 3.5. With A = b pi^4 / 5 and C = b^2 pi^8 / 225,
/// V_1 = (1 + A)^2 / 2, V_2 = a^2 / 8, V_13 = 8 C, all others 0.
inline double ishigami(std::span<const double> x) {
    const auto angle = [](double u) { return std::numbers::pi * (2 * u - 1); };
    const double second = std::sin(angle(x[1]));
    return (1 + 0.1 * std::pow(angle(x[2]), 4)) * std::sin(angle(x[0])) + 7 * second * second;
}
inline constexpr double kIshigamiVariance = 13.844588;
inline constexpr std::array kIshigamiFirst{0.313905, 0.442411, 0.0};
inline constexpr std::array kIshigamiTotal{0.557589, 0.442411, 0.243684};
inline constexpr std::array kIshigamiShapley{0.435747, 0.442411, 0.121842};

/// Sobol's g: PRODUCT (|4 x_i - 2| + a_i) / (1 + a_i), V_i = 1 / (3 (1 + a_i)^2).
inline constexpr std::array kSobolA{0.0, 1.0, 4.5, 9.0, 99.0, 99.0, 99.0, 99.0};
inline double sobolG(std::span<const double> x) {
    double product = 1;
    for (std::size_t i = 0; i < kSobolA.size(); ++i) {
        product *= (std::fabs(4 * x[i] - 2) + kSobolA[i]) / (1 + kSobolA[i]);
    }
    return product;
}

/// Product of lognormals with median 1 and these log standard deviations.
inline constexpr std::array kLogDeviations{0.3, 0.6, 0.9};
inline double lognormalProduct(std::span<const double> x) {
    double sum = 0;
    for (std::size_t i = 0; i < kLogDeviations.size(); ++i) {
        sum += kLogDeviations[i] * normalQuantile(x[i]);
    }
    return std::exp(sum);
}

/// Values of a function of the unit cube at points that stand in the rows of `columns`, one for
/// each input.
template <class Function>
std::vector<double> valuesAt(const Function &f, const std::vector<std::vector<double>> &columns) {
    std::vector<double> y(columns.front().size());
    std::vector<double> x(columns.size());
    for (std::size_t row = 0; row < y.size(); ++row) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] = columns[i][row];
        }
        y[row] = f(x);
    }
    return y;
}

} // namespace export_potential
