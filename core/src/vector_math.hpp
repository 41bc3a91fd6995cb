#pragma once

// Every transcendental function of the core is one of these, in vectors and for single numbers
// alike, because the C library's differ between platforms in the last bits. They are made of
// operations that every target has and rounds alike; the target is fixed at compile time to one
// without fused multiply-add, so the same source gives the same bits everywhere. Conversions
// between integers and doubles are done on the bits: WebAssembly has none for 64-bit lanes.

#include <hwy/highway.h>

#include <cstdint>

namespace export_potential {

namespace hn = hwy::HWY_NAMESPACE;

using Lanes = hn::ScalableTag<double>;
using Vec = hn::Vec<Lanes>;
using OneLane = hn::CappedTag<double, 1>;

/// e^x within 2 units in the last place; 0 below -708, and not above the value at 709.
template <class D, class V>
V exp(D d, V x) {
    constexpr double kLog2E = 1.4426950408889634074;
    constexpr double kLn2High = 6.93147180369123816490e-01; // its last 20 bits are 0
    constexpr double kLn2Low = 1.90821492927058770002e-10;
    // Adding it rounds to a whole number, which then stands in the last bits.
    constexpr double kRounder = 6755399441055744.0; // 1.5 * 2^52
    const hn::RebindToSigned<D> di;
    const auto c = [d](double value) { return hn::Set(d, value); };

    const V clamped = hn::Min(hn::Max(x, c(-708.0)), c(709.0));
    const V shifted = hn::Add(hn::Mul(clamped, c(kLog2E)), c(kRounder));
    const V n = hn::Sub(shifted, c(kRounder));
    const V r = hn::Sub(hn::Sub(clamped, hn::Mul(n, c(kLn2High))), hn::Mul(n, c(kLn2Low)));

    // e^r = 1 + r + r^2 (1/2! + r/3! + ... + r^11/13!), |r| <= ln 2 / 2, added up in a tree.
    const V r2 = hn::Mul(r, r);
    const V r4 = hn::Mul(r2, r2);
    const auto pair = [&](double even, double odd) { return hn::Add(c(even), hn::Mul(r, c(odd))); };
    const V a = hn::Add(pair(1.0 / 2, 1.0 / 6), hn::Mul(r2, pair(1.0 / 24, 1.0 / 120)));
    const V b = hn::Add(pair(1.0 / 720, 1.0 / 5040), hn::Mul(r2, pair(1.0 / 40320, 1.0 / 362880)));
    const V e = hn::Add(pair(1.0 / 3628800, 1.0 / 39916800),
                        hn::Mul(r2, pair(1.0 / 479001600, 1.0 / 6227020800)));
    const V tail = hn::Add(a, hn::Mul(r4, hn::Add(b, hn::Mul(r4, e))));
    const V mantissa = hn::Add(c(1.0), hn::Add(r, hn::Mul(r2, tail)));

    const auto exponent = hn::ShiftLeft<52>(hn::BitCast(di, shifted));
    const V power = hn::BitCast(d, hn::Add(exponent, hn::BitCast(di, c(1.0))));
    return hn::IfThenElseZero(hn::Ge(x, c(-708.0)), hn::Mul(mantissa, power));
}

/// ln x within 2 units in the last place, for normal x > 0.
template <class D, class V>
V log(D d, V x) {
    constexpr double kLn2High = 6.93147180369123816490e-01;
    constexpr double kLn2Low = 1.90821492927058770002e-10;
    constexpr double kTwo52 = 4503599627370496.0;
    constexpr std::uint64_t kOne = 0x3FF0000000000000;
    constexpr std::uint64_t kSqrtHalf = 0x3FE6A09E667F3BCD;
    constexpr std::uint64_t kFraction = 0x000FFFFFFFFFFFFF;
    const hn::RebindToUnsigned<D> du;
    const auto c = [d](double value) { return hn::Set(d, value); };
    const auto u = [du](std::uint64_t bits) { return hn::Set(du, bits); };

    // x = 2^k m with m from sqrt(1/2) to sqrt(2).
    const auto bits = hn::Add(hn::BitCast(du, x), u(kOne - kSqrtHalf));
    const V k =
        hn::Sub(hn::BitCast(d, hn::Or(hn::ShiftRight<52>(bits), hn::BitCast(du, c(kTwo52)))),
                c(kTwo52 + 1023));
    const V m = hn::BitCast(d, hn::Add(hn::And(bits, u(kFraction)), u(kSqrtHalf)));

    // With f = m - 1 and s = f / (2 + f): ln m = 2 atanh s = f - s (f - 2 (s^2/3 + s^4/5 + ...)).
    const V f = hn::Sub(m, c(1.0));
    const V s = hn::Div(f, hn::Add(c(2.0), f));
    const V z = hn::Mul(s, s);
    const V z2 = hn::Mul(z, z);
    const V z4 = hn::Mul(z2, z2);
    const auto pair = [&](double even, double odd) { return hn::Add(c(even), hn::Mul(z, c(odd))); };
    const V a = hn::Add(pair(2.0 / 3, 2.0 / 5), hn::Mul(z2, pair(2.0 / 7, 2.0 / 9)));
    const V b = hn::Add(pair(2.0 / 11, 2.0 / 13), hn::Mul(z2, pair(2.0 / 15, 2.0 / 17)));
    const V e = pair(2.0 / 19, 2.0 / 21);
    const V series = hn::Mul(z, hn::Add(a, hn::Mul(z4, hn::Add(b, hn::Mul(z4, e)))));
    const V low = hn::Sub(hn::Mul(s, hn::Sub(f, series)), hn::Mul(k, c(kLn2Low)));
    return hn::Add(hn::Mul(k, c(kLn2High)), hn::Sub(f, low));
}

/// base^exponent for normal base > 0.
template <class D, class V>
V power(D d, V base, V exponent) {
    return exp(d, hn::Mul(exponent, log(d, base)));
}

namespace scalar {

inline double exp(double x) {
    const OneLane d;
    return hn::GetLane(export_potential::exp(d, hn::Set(d, x)));
}

/// Natural logarithm of x > 0.
inline double log(double x) {
    const OneLane d;
    return hn::GetLane(export_potential::log(d, hn::Set(d, x)));
}

/// log(1 + x) for x > -1, precise for small x: what rounding takes from 1 + x, the quotient
/// returns.
inline double log1p(double x) {
    const double y = 1 + x;
    return y == 1 ? x : log(y) * (x / (y - 1));
}

} // namespace scalar

} // namespace export_potential
