#pragma once

// Every transcendental function of the core is one of these, in vectors and for single numbers
// alike, because the C library's differ between platforms in the last bits. They are made of
// operations that every target has and rounds alike; the target is fixed at compile time to one
// without fused multiply-add, so the same source gives the same bits everywhere. Conversions
// between integers and doubles are done on the bits: WebAssembly has none for 64-bit lanes.

#include <hwy/highway.h>

#include <cstddef>
#include <cstdint>

namespace export_potential {

namespace hn = hwy::HWY_NAMESPACE;

using Lanes = hn::ScalableTag<double>;
using Vec = hn::Vec<Lanes>;
using OneLane = hn::CappedTag<double, 1>;

/// The constants of an approximation, each twice so that it is loaded as a vector.
template <class T, std::size_t n>
struct Constants {
    consteval explicit Constants(const T (&values)[n]) {
        for (std::size_t i = 0; i < n; ++i) {
            pairs[2 * i] = pairs[2 * i + 1] = values[i];
        }
    }

    alignas(16) T pairs[2 * n]{};
};

/// Loads constants of a table. V8 makes a constant vector from immediate numbers wherever it is
/// used, which costs more than the multiplication; loading one from memory is a single instruction.
/// So WebAssembly must not see through the pointer.
template <class D, class T>
class Loader {
public:
    template <std::size_t n>
    Loader(D d, const Constants<T, n> &table) : d_(d), pairs_(table.pairs) {
        static_assert(hn::MaxLanes(D()) <= 2);
#ifdef __wasm__
        asm("" : "+r"(pairs_));
#endif
    }

    auto operator()(std::size_t i) const {
        return hn::Load(d_, pairs_ + 2 * i);
    }

private:
    D d_;
    const T *pairs_;
};

/// The smaller one of two numbers: one instruction also where the platform's own minimum has to
/// look for NaN.
template <class V>
V smaller(V a, V b) {
#ifdef __wasm_simd128__
    return V{wasm_f64x2_pmin(b.raw, a.raw)};
#else
    return hn::Min(a, b);
#endif
}

/// The larger one of two numbers.
template <class V>
V larger(V a, V b) {
#ifdef __wasm_simd128__
    return V{wasm_f64x2_pmax(b.raw, a.raw)};
#else
    return hn::Max(a, b);
#endif
}

template <class D>
auto broadcast(D d, double value) {
    return hn::Set(d, value);
}

template <class V>
V squareRoot(V x) {
    return hn::Sqrt(x);
}

/// `then` where x > 0, `otherwise` where it is not.
template <class V>
V ifPositive(V x, V then, V otherwise) {
    return hn::IfThenElse(hn::Gt(x, hn::Zero(hn::DFromV<V>())), then, otherwise);
}

/// e^r = 1 + r + r c / (2 - c) for |r| <= ln 2 / 2, c = r - r^2 P(r^2), as in fdlibm's e_exp.c (Sun
/// Microsystems 1993), from which P comes.
inline constexpr Constants kExpTable({
    1.4426950408889634074,      // 0: log2 e
    6755399441055744.0,         // 1: 1.5 * 2^52, which rounds to a whole number when it is added
    6.93147180369123816490e-01, // 2: ln 2, its last 20 bits 0
    1.90821492927058770002e-10, // 3: the rest of ln 2
    1.66666666666666019037e-01, // 4: P
    -2.77777777770155933842e-03, 6.61375632143793436117e-05, -1.65339022054652515390e-06,
    4.13813679705723846039e-08,
    2.0,    // 9
    1.0,    // 10
    -708.0, // 11
    709.0,  // 12
});

/// e^x within 2 units in the last place; 0 below -708, and not above the value at 709.
template <class D, class V>
V exp(D d, V x) {
    const hn::RebindToSigned<D> di;
    const Loader c(d, kExpTable);
    const V clamped = smaller(larger(x, c(11)), c(12));
    // n then stands in the last bits.
    const V shifted = clamped * c(0) + c(1);
    const V n = shifted - c(1);
    const V high = clamped - n * c(2);
    const V low = n * c(3);
    const V r = high - low;
    const V r2 = r * r;
    const V r4 = r2 * r2;
    const V p = (c(4) + r2 * c(5)) + r4 * ((c(6) + r2 * c(7)) + r4 * c(8));
    const V t = r - r2 * p;
    const V mantissa = c(10) - ((low - r * t / (c(9) - t)) - high);
    const auto exponent = hn::ShiftLeft<52>(hn::BitCast(di, shifted));
    const V value = hn::BitCast(d, hn::Add(exponent, hn::BitCast(di, mantissa)));
    return hn::IfThenElseZero(hn::Ge(x, c(11)), value);
}

/// ln m = f - s (f - R(s^2)) for m from sqrt(1/2) to sqrt(2), f = m - 1 and s = f / (2 + f), with R
/// of fdlibm's e_log.c (Sun Microsystems 1993).
inline constexpr Constants kLogTable({
    4503599627370496.0,         // 0: 2^52
    4503599627370496.0 + 1023,  // 1
    1.0,                        // 2
    2.0,                        // 3
    6.93147180369123816490e-01, // 4: ln 2, its last 20 bits 0
    1.90821492927058770002e-10, // 5: the rest of ln 2
    6.666666666666735130e-01,   // 6: R
    3.999999999940941908e-01,
    2.857142874366239149e-01,
    2.222219843214978396e-01,
    1.818357216161805012e-01,
    1.531383769920937332e-01,
    1.479819860511658591e-01,
});

inline constexpr Constants<std::uint64_t, 3> kLogBits({
    0x3FF0000000000000 - 0x3FE6A09E667F3BCD, // 0: one less sqrt(1/2)
    0x000FFFFFFFFFFFFF,                      // 1: the digits of a double
    0x3FE6A09E667F3BCD,                      // 2: sqrt(1/2)
});

/// ln x within 2 units in the last place, for normal x > 0: x = 2^k (1 + f).
template <class D, class V>
V log(D d, V x) {
    const hn::RebindToUnsigned<D> du;
    const Loader c(d, kLogTable);
    const Loader u(du, kLogBits);
    const auto bits = hn::Add(hn::BitCast(du, x), u(0));
    const V k = hn::BitCast(d, hn::Or(hn::ShiftRight<52>(bits), hn::BitCast(du, c(0)))) - c(1);
    const V m = hn::BitCast(d, hn::Add(hn::And(bits, u(1)), u(2)));
    const V f = m - c(2);
    const V s = f / (c(3) + f);
    const V z = s * s;
    const V z2 = z * z;
    const V z4 = z2 * z2;
    const V r = z * (((c(6) + z * c(7)) + z2 * (c(8) + z * c(9))) +
                     z4 * ((c(10) + z * c(11)) + z2 * c(12)));
    return k * c(4) + (f - (s * (f - r) - k * c(5)));
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
