#include "special_functions.hpp"

#include "normal_cdf.hpp"
#include "normal_quantile.hpp"
#include "vector_math.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

namespace export_potential {

namespace {

constexpr double kHalfLogTwoPi = 0.91893853320467274178;
constexpr double kInvSqrtTwoPi = 0.39894228040143267794;

template <std::size_t n>
double polynomial(const std::array<double, n> &coefficients, double x) {
    double sum = 0;
    for (std::size_t i = n; i-- > 0;) {
        sum = sum * x + coefficients[i];
    }
    return sum;
}

/// The continued fraction of I_x(a, b), which converges fast for x below (a + 1) / (a + b + 2).
double betaFraction(double a, double b, double x) {
    constexpr double kTiny = 1e-300;
    constexpr int kMaxTerms = 10000;
    const auto guarded = [](double value) { return std::fabs(value) < kTiny ? kTiny : value; };
    double c = 1;
    double d = 1 / guarded(1 - (a + b) * x / (a + 1));
    double fraction = d;
    for (int m = 1; m <= kMaxTerms; ++m) {
        const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / guarded(1 + even * d);
        c = guarded(1 + even / c);
        fraction *= d * c;
        const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / guarded(1 + odd * d);
        c = guarded(1 + odd / c);
        const double step = d * c;
        fraction *= step;
        if (std::fabs(step - 1) <= std::numeric_limits<double>::epsilon()) {
            break;
        }
    }
    return fraction;
}

} // namespace

double logGamma(double x) {
    constexpr double kShifted = 15;
    double product = 1;
    while (x < kShifted) {
        product *= x;
        x += 1;
    }
    constexpr std::array kStirling{1.0 / 12,   -1.0 / 360,        1.0 / 1260, -1.0 / 1680,
                                   1.0 / 1188, -691.0 / 360360.0, 1.0 / 156};
    const double inverse = 1 / x;
    const double series = inverse * polynomial(kStirling, inverse * inverse);
    return (x - 0.5) * scalar::log(x) - x + kHalfLogTwoPi + series - scalar::log(product);
}

double logBeta(double a, double b) {
    return logGamma(a) + logGamma(b) - logGamma(a + b);
}

double incompleteBeta(double a, double b, double x) {
    return incompleteBeta(a, b, logBeta(a, b), x);
}

double incompleteBeta(double a, double b, double logB, double x) {
    if (x <= 0) {
        return 0;
    }
    if (x >= 1) {
        return 1;
    }
    const double front = scalar::exp(a * scalar::log(x) + b * scalar::log1p(-x) - logB);
    if (x < (a + 1) / (a + b + 2)) {
        return front * betaFraction(a, b, x) / a;
    }
    return 1 - front * betaFraction(b, a, 1 - x) / b;
}

double inverseIncompleteBeta(double a, double b, double logB, double u, double start) {
    constexpr int kMaxSteps = 200;
    // A step of Halley's method leaves the cube of what it moved.
    constexpr double kSettled = 1e-7;
    double low = 0;
    double high = 1;
    double x = start;
    for (int i = 0; i < kMaxSteps; ++i) {
        const double miss = incompleteBeta(a, b, logB, x) - u;
        if (miss == 0) {
            break;
        }
        (miss > 0 ? high : low) = x;
        const double density =
            scalar::exp((a - 1) * scalar::log(x) + (b - 1) * scalar::log1p(-x) - logB);
        const double newton = miss / density;
        const double bend = 0.5 * newton * ((a - 1) / x - (b - 1) / (1 - x));
        const double move = newton / (1 - std::clamp(bend, -0.5, 0.5));
        if (std::fabs(move) <= kSettled * std::min(x, 1 - x)) {
            return x - move;
        }
        const double next = x - move;
        x = next > low && next < high ? next : 0.5 * (low + high);
    }
    return x;
}

double normalDensity(double z) {
    return kInvSqrtTwoPi * scalar::exp(-0.5 * z * z);
}

double normalCdf(double z) {
    const OneLane d;
    return hn::GetLane(equations::normalCdf(d, hn::Set(d, z)));
}

double normalQuantile(double u) {
    const OneLane d;
    return hn::GetLane(equations::normalQuantile(d, hn::Set(d, u)));
}

} // namespace export_potential
