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

/// Lanes of counters and their random words.
using WordLanes = hn::ScalableTag<std::uint64_t>;
using Words = hn::Vec<WordLanes>;

/// The multipliers in both halves of a lane.
inline constexpr Constants kPhiloxMultipliers({kPhiloxMultiplier0 << 32 | kPhiloxMultiplier0,
                                               kPhiloxMultiplier1 << 32 | kPhiloxMultiplier1});

/// The products of the lower halves of the lanes; those of b lie in its upper halves as well.
HWY_INLINE Words lowerProducts(Words a, Words b) {
#ifdef __wasm_simd128__
    return Words{wasm_u64x2_extmul_low_u32x4(wasm_i32x4_shuffle(a.raw, a.raw, 0, 2, 0, 2), b.raw)};
#else
    const hn::Repartition<std::uint32_t, WordLanes> halves;
    return hn::MulEven(hn::BitCast(halves, a), hn::BitCast(halves, b));
#endif
}

/// The same for as many counters as there are lanes: each lane of counter[i] has word i of one in
/// its lower half, and so has the result; what its upper half has means nothing.
HWY_INLINE std::array<Words, 4> philoxLanes(std::array<Words, 4> counter, std::uint64_t seed) {
    const WordLanes d;
    // A compiler that sees them makes a full product of 64 bits, which takes x86 eight
    // instructions.
    const Loader multiplier(d, kPhiloxMultipliers);
    const Words multiplier0 = multiplier(0);
    const Words multiplier1 = multiplier(1);
    Words key0 = hn::Set(d, seed);
    Words key1 = hn::Set(d, seed >> 32);
    for (int round = 0; round < kPhiloxRounds; ++round) {
        const Words product0 = lowerProducts(counter[0], multiplier0);
        const Words product1 = lowerProducts(counter[2], multiplier1);
        counter = {hn::Xor(hn::Xor(hn::ShiftRight<32>(product1), counter[1]), key0), product1,
                   hn::Xor(hn::Xor(hn::ShiftRight<32>(product0), counter[3]), key1), product0};
        key0 = hn::Add(key0, hn::Set(d, kPhiloxWeyl0));
        key1 = hn::Add(key1, hn::Set(d, kPhiloxWeyl1));
    }
    return counter;
}

} // namespace export_potential
