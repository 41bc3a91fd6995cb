#include "export_potential/distribution.hpp"

#include "normal_window.hpp"
#include "special_functions.hpp"
#include "unit_beta.hpp"
#include "vector_math.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <variant>

namespace export_potential {

namespace {

/// Phi^-1(0.95).
constexpr double kZ95 = 1.6448536269514722;

/// z phi(z), which tends to 0 at both infinities.
double weightedDensity(double z) {
    return std::isinf(z) ? 0 : z * normalDensity(z);
}

/// E[X^k] of a truncated lognormal.
double lognormalMoment(const Lognormal &d, double k) {
    const NormalWindow w = windowOf(d);
    const double shift = k * d.sigma;
    const double kept = normalCdf(w.high - shift) - normalCdf(w.low - shift);
    return scalar::exp(k * d.mu + 0.5 * shift * shift) * kept / w.mass;
}

struct Quantile {
    explicit Quantile(double probability) : u(probability) {}

    double u;

    double operator()(const Fixed &d) const { return d.value; }
    double operator()(const Uniform &d) const { return d.min + u * (d.max - d.min); }
    double operator()(const Triangular &d) const {
        const double width = d.max - d.min;
        if (width <= 0) {
            return d.min;
        }
        const double rising = (d.mode - d.min) / width;
        return u < rising ? d.min + std::sqrt(u * width * (d.mode - d.min))
                          : d.max - std::sqrt((1 - u) * width * (d.max - d.mode));
    }
    double operator()(const Pert &d) const {
        return d.min + (d.max - d.min) * UnitBeta(d).quantile(u);
    }
    double operator()(const Beta &d) const { return UnitBeta(d).quantile(u); }
    double operator()(const TruncatedNormal &d) const { return truncated(d); }
    double operator()(const Lognormal &d) const { return truncated(d); }

private:
    template <class Family>
    double truncated(const Family &family) const {
        const OneLane d;
        return hn::GetLane(quantileIn(d, windowOf(family), family, hn::Set(d, u)));
    }
};

struct SupportOf {
    Support operator()(const Fixed &d) const { return {d.value, d.value}; }
    Support operator()(const Beta & /*d*/) const { return {0, 1}; }
    template <class D>
    Support operator()(const D &d) const {
        return {d.min, d.max};
    }
};

struct MeanOf {
    double operator()(const Fixed &d) const { return d.value; }
    double operator()(const Uniform &d) const { return (d.min + d.max) / 2; }
    double operator()(const Triangular &d) const { return (d.min + d.mode + d.max) / 3; }
    double operator()(const Pert &d) const { return (d.min + 4 * d.mode + d.max) / 6; }
    double operator()(const Beta &d) const { return d.alpha / (d.alpha + d.beta); }
    double operator()(const TruncatedNormal &d) const {
        const NormalWindow w = windowOf(d);
        return d.mean + d.sd * (normalDensity(w.low) - normalDensity(w.high)) / w.mass;
    }
    double operator()(const Lognormal &d) const { return lognormalMoment(d, 1); }
};

struct VarianceOf {
    double operator()(const Fixed & /*d*/) const { return 0; }
    double operator()(const Uniform &d) const { return (d.max - d.min) * (d.max - d.min) / 12; }
    double operator()(const Triangular &d) const {
        return (d.min * d.min + d.mode * d.mode + d.max * d.max - d.min * d.mode - d.min * d.max -
                d.mode * d.max) /
               18;
    }
    double operator()(const Pert &d) const {
        const double width = d.max - d.min;
        return width * width * UnitBeta(d).variance();
    }
    double operator()(const Beta &d) const { return UnitBeta(d).variance(); }
    double operator()(const TruncatedNormal &d) const {
        const NormalWindow w = windowOf(d);
        const double shift = (normalDensity(w.low) - normalDensity(w.high)) / w.mass;
        const double spread = (weightedDensity(w.low) - weightedDensity(w.high)) / w.mass;
        return d.sd * d.sd * (1 + spread - shift * shift);
    }
    double operator()(const Lognormal &d) const {
        const double first = lognormalMoment(d, 1);
        return lognormalMoment(d, 2) - first * first;
    }
};

} // namespace

Lognormal lognormalByQuantiles(double p05, double p95) {
    const double low = scalar::log(p05);
    const double high = scalar::log(p95);
    return {(low + high) / 2, (high - low) / (2 * kZ95), 0,
            std::numeric_limits<double>::infinity()};
}

Lognormal lognormalByMean(double mean, double sigma) {
    return {scalar::log(mean) - sigma * sigma / 2, sigma, 0,
            std::numeric_limits<double>::infinity()};
}

double quantile(const Distribution &distribution, double u) {
    return std::visit(Quantile{u}, distribution);
}

double median(const Distribution &distribution) {
    return quantile(distribution, 0.5);
}

Support support(const Distribution &distribution) {
    return std::visit(SupportOf{}, distribution);
}

double mean(const Distribution &distribution) {
    return std::visit(MeanOf{}, distribution);
}

double variance(const Distribution &distribution) {
    return std::visit(VarianceOf{}, distribution);
}

} // namespace export_potential
