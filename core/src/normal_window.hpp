#pragma once

#include "export_potential/distribution.hpp"
#include "special_functions.hpp"
#include "vector_math.hpp"

#include <algorithm>
#include <limits>

namespace export_potential {

/// The standard normal conditioned to [low, high], the core of both truncated families.
struct NormalWindow {
    double low;
    double high;
    double below; ///< Phi(low)
    double mass;  ///< Phi(high) - Phi(low)

    NormalWindow(double lowZ, double highZ)
        : low(lowZ), high(highZ), below(normalCdf(lowZ)), mass(normalCdf(highZ) - below) {}

    double quantile(double u) const {
        const double p = below + u * mass;
        if (p <= 0) {
            return low;
        }
        if (p >= 1) {
            return high;
        }
        return std::clamp(normalQuantile(p), low, high);
    }
};

inline NormalWindow windowOf(const TruncatedNormal &d) {
    return {(d.min - d.mean) / d.sd, (d.max - d.mean) / d.sd};
}

inline NormalWindow windowOf(const Lognormal &d) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    return {d.min > 0 ? (scalar::log(d.min) - d.mu) / d.sigma : -kInfinity,
            d.max < kInfinity ? (scalar::log(d.max) - d.mu) / d.sigma : kInfinity};
}

/// Quantile of a truncated family whose window is known: making it costs more than using it.
inline double quantileIn(const NormalWindow &window, const TruncatedNormal &d, double u) {
    return std::clamp(d.mean + d.sd * window.quantile(u), d.min, d.max);
}

inline double quantileIn(const NormalWindow &window, const Lognormal &d, double u) {
    return std::clamp(scalar::exp(d.mu + d.sigma * window.quantile(u)), d.min, d.max);
}

} // namespace export_potential
