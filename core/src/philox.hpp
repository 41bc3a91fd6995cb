#pragma once

#include "vector_math.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace export_potential {

inline constexpr std::uint64_t kPhiloxMultiplier0 = 0xD2511F53;
inline constexpr std::uint64_t kPhiloxMultiplier1 = 0xCD9E8D57;
inline constexpr std::uint32_t kPhiloxWeyl0 = 0x9E3779B9;
inline constexpr std::uint32_t kPhiloxWeyl1 = 0xBB67AE85;
inline constexpr int kPhiloxRounds = 10;

/// The counter-based generator Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, SC11): four
/// random words for each counter, with the seed as key, its low word first.
inline std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                           std::uint64_t seed) {
    auto key0 = static_cast<std::uint32_t>(seed);
    auto key1 = static_cast<std::uint32_t>(seed >> 32);
    for (int round = 0; round < kPhiloxRounds; ++round) {
        const std::uint64_t product0 = kPhiloxMultiplier0 * counter[0];
        const std::uint64_t product1 = kPhiloxMultiplier1 * counter[2];
        counter = {static_cast<std::uint32_t>(product1 >> 32) ^ counter[1] ^ key0,
                   static_cast<std::uint32_t>(product1),
                   static_cast<std::uint32_t>(product0 >> 32) ^ counter[3] ^ key1,
                   static_cast<std::uint32_t>(product0)};
        key0 += kPhiloxWeyl0;
        key1 += kPhiloxWeyl1;
    }
    return counter;
}

/// Lanes of words: four counters at a time, on every platform.
using WordLanes = hn::FixedTag<std::uint32_t, 4>;
using Words = hn::Vec<WordLanes>;
/// The same bits as longer whole numbers.
using LongLanes = hn::Repartition<std::uint64_t, WordLanes>;

/// The lower and the upper words of the numbers first, first + 1, ...: words 0 and 1 of counters.
HWY_INLINE std::array<Words, 2> countFrom(std::uint64_t first) {
    const WordLanes d;
    const LongLanes longs;
    const auto lower = hn::BitCast(d, hn::Iota(longs, first));
    const auto upper = hn::BitCast(d, hn::Iota(longs, first + hn::Lanes(longs)));
    return {hn::ConcatEven(d, upper, lower), hn::ConcatOdd(d, upper, lower)};
}

/// The multipliers in both halves of a long.
inline constexpr Constants kPhiloxMultipliers({kPhiloxMultiplier0 << 32 | kPhiloxMultiplier0,
                                               kPhiloxMultiplier1 << 32 | kPhiloxMultiplier1});

/// WordProducts of 64 bits.
struct WordProducts {
    Words high;
    Words low;
};

HWY_INLINE WordProducts wordProducts(Words a, Words b) {
#ifdef __wasm_simd128__
    const v128_t first = wasm_u64x2_extmul_low_u32x4(a.raw, b.raw);
    const v128_t last = wasm_u64x2_extmul_high_u32x4(a.raw, b.raw);
    return {Words{wasm_i32x4_shuffle(first, last, 1, 3, 5, 7)},
            Words{wasm_i32x4_shuffle(first, last, 0, 2, 4, 6)}};
#else
    const WordLanes d;
    const auto even = hn::MulEven(a, b);
    const auto odd = hn::MulOdd(a, b);
    return {hn::OddEven(hn::BitCast(d, odd), hn::BitCast(d, hn::ShiftRight<32>(even))),
            hn::OddEven(hn::BitCast(d, hn::ShiftLeft<32>(odd)), hn::BitCast(d, even))};
#endif
}

/// The same for several counters: a lane of counter[i] has word i of one, and so has the result.
HWY_INLINE std::array<Words, 4> philoxLanes(std::array<Words, 4> counter, std::uint64_t seed) {
    const WordLanes d;
    // A compiler that sees them makes a full product of 64 bits, which takes x86 eight
    // instructions.
    const Loader multiplier(LongLanes(), kPhiloxMultipliers);
    const Words multiplier0 = hn::BitCast(d, multiplier(0));
    const Words multiplier1 = hn::BitCast(d, multiplier(1));
    Words key0 = hn::Set(d, static_cast<std::uint32_t>(seed));
    Words key1 = hn::Set(d, static_cast<std::uint32_t>(seed >> 32));
    for (int round = 0; round < kPhiloxRounds; ++round) {
        const WordProducts first = wordProducts(counter[0], multiplier0);
        const WordProducts second = wordProducts(counter[2], multiplier1);
        counter = {hn::Xor(hn::Xor(second.high, counter[1]), key0), second.low,
                   hn::Xor(hn::Xor(first.high, counter[3]), key1), first.low};
        key0 = hn::Add(key0, hn::Set(d, kPhiloxWeyl0));
        key1 = hn::Add(key1, hn::Set(d, kPhiloxWeyl1));
    }
    return counter;
}

} // namespace export_potential
