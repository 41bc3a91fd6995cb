#pragma once

#include "export_potential/distribution.hpp"
#include "normal_quantile.hpp"
#include "special_functions.hpp"
#include "vector_math.hpp"

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

    /// In the numbers of D.
    template <class D, class V>
    V quantile(D d, V u) const {
        const V p = broadcast(d, below) + u * broadcast(d, mass);
        // Infinite bounds stay out of the approximation.
        const V inside = smaller(larger(p, broadcast(d, kSmallest)), broadcast(d, kLargest));
        const V z = smaller(larger(equations::normalQuantile(d, inside), broadcast(d, low)),
                            broadcast(d, high));
        const V raised = ifPositive(p, z, broadcast(d, low));
        return ifPositive(broadcast(d, 1.0) - p, raised, broadcast(d, high));
    }

private:
    /// The range of arguments: next to 0 as far as the logarithm reaches, next to 1 the last.
    static constexpr double kSmallest = std::numeric_limits<double>::min();
    static constexpr double kLargest = 1 - std::numeric_limits<double>::epsilon() / 2;
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
template <class D, class V>
V quantileIn(D d, const NormalWindow &window, const TruncatedNormal &family, V u) {
    const V value = broadcast(d, family.mean) + broadcast(d, family.sd) * window.quantile(d, u);
    return smaller(larger(value, broadcast(d, family.min)), broadcast(d, family.max));
}

template <class D, class V>
V quantileIn(D d, const NormalWindow &window, const Lognormal &family, V u) {
    const V value =
        exp(d, broadcast(d, family.mu) + broadcast(d, family.sigma) * window.quantile(d, u));
    return smaller(larger(value, broadcast(d, family.min)), broadcast(d, family.max));
}

} // namespace export_potential
