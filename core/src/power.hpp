#pragma once

#include "vector_math.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace export_potential {

/// What powers are read from: log2 of numbers near sqrt(1/2) to sqrt(2), and 2 to a fraction. After
/// Tang (1989, 1990), Table-driven implementation of the exponential and of the logarithm function:
/// what lies between two entries needs few terms of a series and no division.
struct PowerTables {
    PowerTables();

    static constexpr std::size_t kLogarithms = 128;
    static constexpr std::size_t kFractions = 64;
    /// Bits of the smallest number of the first table, so chosen that 1 is in the middle of an
    /// entry's numbers: that entry is exact.
    static constexpr std::uint64_t kFirst = 0x3FE6B00000000000;
    /// An entry of the first table has numbers whose bits differ below this one.
    static constexpr int kWidth = 45;

    /// 1 / c and log2 c of a number c amid those of an entry.
    alignas(16) std::array<double, 2 * kLogarithms> logarithms;
    /// 2^(i / 64)
    alignas(16) std::array<double, kFractions> fractions;
};

extern const PowerTables kPowerTables;

inline constexpr Constants kPowerTable({
    4503599627370496.0,        // 0: 2^52
    4503599627370496.0 + 1023, // 1
    1.0,                       // 2
    1.4426950408889634074,     // 3: log2(1 + r) = 1 / ln 2 (r - r^2 / 2 + r^3 / 3 - ...)
    -0.72134752044448170368,
    0.48089834696298780247,
    -0.36067376022224085184,
    0.28853900817779268147,
    -0.24044917348149390123,
    -1021.0,                // 9
    1023.0,                 // 10
    105553116266496.0,      // 11: 1.5 * 2^52 / 64, which rounds to 64ths when it is added
    0.69314718055994530942, // 12: 2^r = 1 + r ln 2 + (r ln 2)^2 / 2 + ...
    0.24022650695910071233,
    0.055504108664821579953,
    0.0096181291076284771619,
    0.0013333558146428443423,
});

inline constexpr Constants<std::uint64_t, 4> kPowerBits({
    0x3FF0000000000000 - PowerTables::kFirst, // 0
    0x000FFFFFFFFFFFFF,                       // 1: the digits of a double
    PowerTables::kFirst,                      // 2
    PowerTables::kFractions - 1,              // 3
});

/// A number of each of two tables in every lane.
template <class V>
struct Pair {
    V first;
    V second;
};

/// Entries of two numbers each, by their places in the lanes of `at`.
template <class D, class Bits>
HWY_INLINE auto entries(D d, const double *table, Bits at) {
    const double *zero = table + 2 * static_cast<std::size_t>(hn::ExtractLane(at, 0));
    if constexpr (hn::MaxLanes(D()) == 1) {
        return Pair<hn::Vec<D>>{hn::LoadU(d, zero), hn::LoadU(d, zero + 1)};
    } else {
        const double *one = table + 2 * static_cast<std::size_t>(hn::ExtractLane(at, 1));
        const auto a = hn::Load(d, zero);
        const auto b = hn::Load(d, one);
        return Pair<hn::Vec<D>>{hn::InterleaveLower(d, a, b), hn::InterleaveUpper(d, a, b)};
    }
}

/// Numbers of a table by their places in the lanes of `at`.
template <class D, class Bits>
HWY_INLINE hn::Vec<D> numbers(D d, const double *table, Bits at) {
    const hn::Vec<D> zero = hn::Set(d, table[static_cast<std::size_t>(hn::ExtractLane(at, 0))]);
    if constexpr (hn::MaxLanes(D()) == 1) {
        return zero;
    } else {
        const double one = table[static_cast<std::size_t>(hn::ExtractLane(at, 1))];
        return hn::InterleaveLower(d, zero, hn::Set(d, one));
    }
}

/// base^exponent of n vectors, for normal base > 0; not below 2^-1021 nor above 2^1023. The vectors
/// take each step together: a power is a long chain of steps that wait for one another.
template <std::size_t n, class D, class V>
HWY_INLINE void powers(D d, const V *base, const V *exponent, V *results) {
    const hn::RebindToUnsigned<D> du;
    const Loader c(d, kPowerTable);
    const Loader u(du, kPowerBits);
    using Bits = hn::Vec<hn::RebindToUnsigned<D>>;
    const auto each = [](const auto &step) {
        for (std::size_t i = 0; i < n; ++i) {
            step(i);
        }
    };

    // base = 2^whole (1 + r) c, with 1 / c and log2 c from the table.
    Bits bits[n];
    V whole[n];
    V logarithm[n];
    V r[n];
    each([&](std::size_t i) { bits[i] = hn::Add(hn::BitCast(du, base[i]), u(0)); });
    each([&](std::size_t i) {
        const V shifted =
            hn::BitCast(d, hn::Or(hn::ShiftRight<52>(bits[i]), hn::BitCast(du, c(0))));
        whole[i] = shifted - c(1);
        bits[i] = hn::And(bits[i], u(1));
    });
    each([&](std::size_t i) {
        const Bits at = hn::ShiftRight<PowerTables::kWidth>(bits[i]);
        const Pair<V> entry = entries(d, kPowerTables.logarithms.data(), at);
        logarithm[i] = whole[i] + entry.second;
        r[i] = hn::BitCast(d, hn::Add(bits[i], u(2))) * entry.first - c(2);
    });

    // 2^y = 2^(shifted + r), shifted in 64ths.
    V shifted[n];
    each([&](std::size_t i) {
        const V r2 = r[i] * r[i];
        const V series = (c(4) + r[i] * c(5)) + r2 * ((c(6) + r[i] * c(7)) + r2 * c(8));
        const V y = exponent[i] * (logarithm[i] + (r[i] * c(3) + r2 * series));
        const V clamped = smaller(larger(y, c(9)), c(10));
        shifted[i] = clamped + c(11);
        r[i] = clamped - (shifted[i] - c(11));
    });
    each([&](std::size_t i) {
        const Bits place = hn::BitCast(du, shifted[i]);
        const V fraction = numbers(d, kPowerTables.fractions.data(), hn::And(place, u(3)));
        const V r2 = r[i] * r[i];
        const V series = (c(13) + r[i] * c(14)) + r2 * (c(15) + r[i] * c(16));
        const V mantissa = fraction + fraction * (r[i] * c(12) + r2 * series);
        const Bits power = hn::ShiftLeft<52>(hn::ShiftRight<6>(place));
        results[i] = hn::BitCast(d, hn::Add(power, hn::BitCast(du, mantissa)));
    });
}

/// base^exponent of one vector.
template <class D, class V>
V power(D d, V base, V exponent) {
    V result;
    powers<1>(d, &base, &exponent, &result);
    return result;
}

} // namespace export_potential
