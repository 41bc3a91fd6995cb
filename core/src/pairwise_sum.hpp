#pragma once

#include <array>
#include <cstddef>

namespace export_potential {

/// Several sums over the same draws.
template <std::size_t size>
struct Sums : std::array<double, size> {
    Sums &operator+=(const Sums &other) {
        for (std::size_t i = 0; i < size; ++i) {
            (*this)[i] += other[i];
        }
        return *this;
    }
};

/// Sum over the indices first .. last - 1 by halves, in the order that sampleMean uses; add(sum, j)
/// adds what index j contributes. Sum{} must be zero.
template <class Sum, class Add>
Sum pairwiseSum(std::size_t first, std::size_t last, const Add &add) {
    constexpr std::size_t kLeaf = 128;
    if (last - first <= kLeaf) {
        Sum sum{};
        for (std::size_t j = first; j < last; ++j) {
            add(sum, j);
        }
        return sum;
    }
    if (last - first == 4 * kLeaf) {
        // Four leaves at once: no addition waits for the one before it. The order is the same.
        std::array<Sum, 4> sums{};
        for (std::size_t j = 0; j < kLeaf; ++j) {
            for (std::size_t leaf = 0; leaf < sums.size(); ++leaf) {
                add(sums[leaf], first + leaf * kLeaf + j);
            }
        }
        sums[0] += sums[1];
        sums[2] += sums[3];
        sums[0] += sums[2];
        return sums[0];
    }
    const std::size_t middle = first + (last - first) / 2;
    Sum sum = pairwiseSum<Sum>(first, middle, add);
    sum += pairwiseSum<Sum>(middle, last, add);
    return sum;
}

} // namespace export_potential
