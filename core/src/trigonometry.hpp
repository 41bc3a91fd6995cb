#pragma once

// Sine and arcsine from Highway's vector maths, which are the same on every platform. Only the
// copula's preparation needs them.

#include "vector_math.hpp"

// Highway's maths must follow its core header.
#include <hwy/contrib/math/math-inl.h>

namespace export_potential::scalar {

/// Sine of x in radians.
inline double sin(double x) {
    const OneLane d;
    return hn::GetLane(hn::Sin(d, hn::Set(d, x)));
}

/// Arc sine of x, -1 <= x <= 1, in radians.
inline double asin(double x) {
    const OneLane d;
    return hn::GetLane(hn::Asin(d, hn::Set(d, x)));
}

} // namespace export_potential::scalar
