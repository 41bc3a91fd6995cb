#pragma once

#include "sobol_sequence.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace export_potential {

/// Nested uniform scrambling of one dimension, on digits of which the first is the lowest bit: sums
/// and products carry upwards only, so a digit depends on those before it.
class NestedScramble {
public:
    NestedScramble(std::uint64_t seed, std::size_t dimension);

    std::uint64_t operator()(std::uint64_t x) const {
        constexpr std::uint64_t kEven = 0x3C6EF372FE94F82A;
        for (const auto &[summand, factor] : rounds_) {
            x = (x + summand) * factor;
            x ^= x * kEven;
        }
        return x;
    }

private:
    struct Round {
        std::uint64_t summand;
        std::uint64_t factor; ///< odd
    };
    std::array<Round, 3> rounds_;
};

/// Writes the scrambled coordinates of so many draws from `first` on to u[0], u[stride], ... until
/// `u` ends. The sequence has to serve them and the draw after the last.
void fillSobolPoints(const SobolSequence &sequence, const NestedScramble &scramble,
                     std::uint64_t first, std::size_t stride, std::span<double> u);

} // namespace export_potential
