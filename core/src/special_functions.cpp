#include "special_functions.hpp"

#include "normal_cdf.hpp"
#include "vector_math.hpp"

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
    double low = 0;
    double high = 1;
    double x = start;
    for (int step = 0; step < kMaxSteps; ++step) {
        const double miss = incompleteBeta(a, b, logB, x) - u;
        if (miss == 0) {
            break;
        }
        (miss > 0 ? high : low) = x;
        const double density =
            scalar::exp((a - 1) * scalar::log(x) + (b - 1) * scalar::log1p(-x) - logB);
        double next = x - miss / density;
        if (!(next > low && next < high)) {
            next = 0.5 * (low + high);
        }
        const double moved = std::fabs(next - x);
        x = next;
        if (moved <= 2 * std::numeric_limits<double>::epsilon() * x) {
            break;
        }
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
    constexpr std::array kCentreTop{3.3871328727963666080e0,  1.3314166789178437745e+2,
                                    1.9715909503065514427e+3, 1.3731693765509461125e+4,
                                    4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                    3.3430575583588128105e+4, 2.5090809287301226727e+3};
    constexpr std::array kCentreBottom{1.0,
                                       4.2313330701600911252e+1,
                                       6.8718700749205790830e+2,
                                       5.3941960214247511077e+3,
                                       2.1213794301586595867e+4,
                                       3.9307895800092710610e+4,
                                       2.8729085735721942674e+4,
                                       5.2264952788528545610e+3};
    constexpr std::array kMiddleTop{1.42343711074968357734e0,  4.63033784615654529590e0,
                                    5.76949722146069140550e0,  3.64784832476320460504e0,
                                    1.27045825245236838258e0,  2.41780725177450611770e-1,
                                    2.27238449892691845833e-2, 7.74545014278341407640e-4};
    constexpr std::array kMiddleBottom{1.0,
                                       2.05319162663775882187e0,
                                       1.67638483018380384940e0,
                                       6.89767334985100004550e-1,
                                       1.48103976427480074590e-1,
                                       1.51986665636164571966e-2,
                                       5.47593808499534494600e-4,
                                       1.05075007164441684324e-9};
    constexpr std::array kFarTop{6.65790464350110377720e0,  5.46378491116411436990e0,
                                 1.78482653991729133580e0,  2.96560571828504891230e-1,
                                 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                 2.71155556874348757815e-5, 2.01033439929228813265e-7};
    constexpr std::array kFarBottom{1.0,
                                    5.99832206555887937690e-1,
                                    1.36929880922735805310e-1,
                                    1.48753612908506148525e-2,
                                    7.86869131145613259100e-4,
                                    1.84631831751005468180e-5,
                                    1.42151175831644588870e-7,
                                    2.04426310338993978564e-15};
    const double offset = u - 0.5;
    if (std::fabs(offset) <= 0.425) {
        const double r = 0.180625 - offset * offset;
        return offset * polynomial(kCentreTop, r) / polynomial(kCentreBottom, r);
    }
    const double tail = offset < 0 ? u : 1 - u;
    const double r = std::sqrt(-scalar::log(tail));
    const double size = r <= 5
                            ? polynomial(kMiddleTop, r - 1.6) / polynomial(kMiddleBottom, r - 1.6)
                            : polynomial(kFarTop, r - 5) / polynomial(kFarBottom, r - 5);
    return offset < 0 ? -size : size;
}

} // namespace export_potential
