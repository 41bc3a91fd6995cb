#pragma once

// Every transcendental function of the core goes through Highway, in vectors and for single numbers
// alike, because the C library's differ between platforms in the last bits. The target is fixed at
// compile time to one without fused multiply-add, so the same source gives the same bits
// everywhere.

#include <hwy/highway.h>
// Highway's maths must follow its core header.
#include <hwy/contrib/math/math-inl.h>

namespace export_potential {

namespace hn = hwy::HWY_NAMESPACE;

using Lanes = hn::ScalableTag<double>;
using Vec = hn::Vec<Lanes>;
using OneLane = hn::CappedTag<double, 1>;

/// base^exponent for base > 0.
template <class D, class V>
V power(D d, V base, V exponent) {
    return hn::Exp(d, hn::Mul(exponent, hn::Log(d, base)));
}

namespace scalar {

inline double exp(double x) {
    const OneLane d;
    return hn::GetLane(hn::Exp(d, hn::Set(d, x)));
}

/// Natural logarithm of x > 0.
inline double log(double x) {
    const OneLane d;
    return hn::GetLane(hn::Log(d, hn::Set(d, x)));
}

/// log(1 + x) for x > -1, precise for small x.
inline double log1p(double x) {
    const OneLane d;
    return hn::GetLane(hn::Log1p(d, hn::Set(d, x)));
}

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

} // namespace scalar

} // namespace export_potential
