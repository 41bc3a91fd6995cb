#include "sobol_sequence.hpp"

#include "export_potential/sampling.hpp"
#include "sobol_directions.hpp"

#include <cassert>

namespace export_potential {

static_assert(kSobolDimensions == kSobolDirections.size() + 1);

SobolSequence::SobolSequence(std::size_t dimension, int digits) {
    assert(dimension < kSobolDimensions && digits >= 0 && digits <= 64);
    const auto count = static_cast<std::size_t>(digits);
    if (dimension == 0) {
        for (std::size_t k = 0; k < count; ++k) {
            directions_[k] = std::uint64_t{1} << k;
        }
        return;
    }
    const std::uint64_t word = kSobolDirections[dimension - 1];
    const auto length = static_cast<std::size_t>(std::bit_width(word));
    std::size_t degree = 1;
    while (1 + degree * (degree + 1) / 2 < length) {
        ++degree;
    }
    const std::uint64_t polynomial = word >> (degree * (degree - 1) / 2);
    for (std::size_t k = 0; k < count; ++k) {
        if (k < degree) {
            const std::uint64_t last = std::uint64_t{1} << k;
            const std::uint64_t others = word >> (k == 0 ? 0 : k * (k - 1) / 2);
            directions_[k] = last | (others & (last - 1));
            continue;
        }
        // v_k = a_1 v_{k-1} + ... + a_s v_{k-s} + v_{k-s} / 2^s in exclusive ors, on fractions
        // v = m / 2^k; in reverse order of the digits the division shifts to the left.
        std::uint64_t direction = directions_[k - degree] << degree;
        for (std::size_t i = 1; i <= degree; ++i) {
            if ((polynomial >> (degree - i) & 1) != 0) {
                direction ^= directions_[k - i];
            }
        }
        directions_[k] = direction;
    }
}

std::uint64_t SobolSequence::at(std::uint64_t draw) const {
    std::uint64_t coordinate = 0;
    for (std::uint64_t gray = draw ^ (draw >> 1); gray != 0; gray &= gray - 1) {
        coordinate ^= step(gray);
    }
    return coordinate;
}

} // namespace export_potential
