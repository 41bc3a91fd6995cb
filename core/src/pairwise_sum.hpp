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

inline constexpr std::size_t kLeaf = 128;

/// Sum over `leaves` leaves from `first` on, all of them at once: no addition waits for the one
/// before it. The order is that of pairwiseSum.
template <std::size_t leaves, class Sum, class Add>
Sum leafSums(std::size_t first, const Add &add) {
    std::array<Sum, leaves> sums{};
    for (std::size_t j = 0; j < kLeaf; ++j) {
        for (std::size_t leaf = 0; leaf < leaves; ++leaf) {
            add(sums[leaf], first + leaf * kLeaf + j);
        }
    }
    for (std::size_t apart = 1; apart < leaves; apart *= 2) {
        for (std::size_t leaf = 0; leaf < leaves; leaf += 2 * apart) {
            sums[leaf] += sums[leaf + apart];
        }
    }
    return sums[0];
}

/// Sum over the indices first .. last - 1 by halves, in the order that sampleMean uses; add(sum, j)
/// adds what index j contributes. Sum{} must be zero.
template <class Sum, class Add>
Sum pairwiseSum(std::size_t first, std::size_t last, const Add &add) {
    if (last - first <= kLeaf) {
        Sum sum{};
        for (std::size_t j = first; j < last; ++j) {
            add(sum, j);
        }
        return sum;
    }
    if (last - first == 8 * kLeaf) {
        return leafSums<8, Sum>(first, add);
    }
    if (last - first == 4 * kLeaf) {
        return leafSums<4, Sum>(first, add);
    }
    const std::size_t middle = first + (last - first) / 2;
    Sum sum = pairwiseSum<Sum>(first, middle, add);
    sum += pairwiseSum<Sum>(middle, last, add);
    return sum;
}

} // namespace export_potential
