#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace export_potential {

/// One dimension of the Sobol' sequence, unscrambled, in the order of Antonov and Saleev (1979),
/// each draw one step of a Gray code. Coordinates are fractions of 64 binary digits with the first,
/// worth 1/2, as the lowest bit.
class SobolSequence {
public:
    /// dimension < kSobolDimensions; serves the draws below 2^digits, 0 <= digits <= 64.
    SobolSequence(std::size_t dimension, int digits);

    /// The coordinate of a draw.
    std::uint64_t at(std::uint64_t draw) const;

    /// What turns the coordinate of draw - 1 into that of draw, 0 < draw, by exclusive or.
    std::uint64_t step(std::uint64_t draw) const {
        return directions_[static_cast<std::size_t>(std::countr_zero(draw))];
    }

private:
    std::array<std::uint64_t, 64> directions_{};
};

} // namespace export_potential
