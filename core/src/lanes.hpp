#pragma once

#include "normal_cdf.hpp"
#include "power.hpp"
#include "vector_math.hpp"

#include <cstddef>
#include <utility>

namespace export_potential {

/// Vectors of draws that take each step of the kernel together: finding an input or a place in a
/// table is paid once for all, and while one vector waits for a result the others compute. An
/// engine that compiles WebAssembly spends more on each step besides, so there more share it;
/// natively sixteen registers would not hold their sums.
#ifdef __wasm__
inline constexpr std::size_t kVectors = 4;
#else
inline constexpr std::size_t kVectors = 2;
#endif

struct Block {
    Vec vectors[kVectors];
};

/// Draws of a block: the lanes of all its vectors.
inline constexpr std::size_t kBlockDraws = kVectors * hn::MaxLanes(Lanes());

/// Stands for Block where the equations take a tag.
struct BlockTag {};

/// A block of function(i) for each vector i.
template <class Function>
HWY_INLINE Block eachVector(const Function &function) {
    return [&]<std::size_t... i>(std::index_sequence<i...>) {
        return Block{{function(i)...}};
    }
    (std::make_index_sequence<kVectors>());
}

HWY_INLINE Block operator+(const Block &a, const Block &b) {
    return eachVector([&](std::size_t i) { return a.vectors[i] + b.vectors[i]; });
}
HWY_INLINE Block operator-(const Block &a, const Block &b) {
    return eachVector([&](std::size_t i) { return a.vectors[i] - b.vectors[i]; });
}
HWY_INLINE Block operator*(const Block &a, const Block &b) {
    return eachVector([&](std::size_t i) { return a.vectors[i] * b.vectors[i]; });
}
HWY_INLINE Block operator/(const Block &a, const Block &b) {
    return eachVector([&](std::size_t i) { return a.vectors[i] / b.vectors[i]; });
}
HWY_INLINE Block smaller(const Block &a, const Block &b) {
    return eachVector([&](std::size_t i) { return smaller(a.vectors[i], b.vectors[i]); });
}
HWY_INLINE Block larger(const Block &a, const Block &b) {
    return eachVector([&](std::size_t i) { return larger(a.vectors[i], b.vectors[i]); });
}
HWY_INLINE Block floor(const Block &a) {
    return eachVector([&](std::size_t i) { return hn::Floor(a.vectors[i]); });
}
HWY_INLINE Block squareRoot(const Block &a) {
    return eachVector([&](std::size_t i) { return hn::Sqrt(a.vectors[i]); });
}

/// `then` where x > 0, `otherwise` where it is not.
HWY_INLINE Block ifPositive(const Block &x, const Block &then, const Block &otherwise) {
    return eachVector([&](std::size_t i) {
        return ifPositive(x.vectors[i], then.vectors[i], otherwise.vectors[i]);
    });
}

HWY_INLINE Block broadcast(BlockTag /*d*/, double value) {
    return eachVector([&](std::size_t) { return hn::Set(Lanes(), value); });
}

// Not inlined: they are long and called from many places.

HWY_NOINLINE inline Block exp(BlockTag /*d*/, const Block &x) {
    return eachVector([&](std::size_t i) { return exp(Lanes(), x.vectors[i]); });
}
HWY_NOINLINE inline Block log(BlockTag /*d*/, const Block &x) {
    return eachVector([&](std::size_t i) { return log(Lanes(), x.vectors[i]); });
}
HWY_NOINLINE inline Block power(BlockTag /*d*/, const Block &base, const Block &exponent) {
    Block result;
    powers<kVectors>(Lanes(), base.vectors, exponent.vectors, result.vectors);
    return result;
}
HWY_NOINLINE inline Block normalCdf(BlockTag /*d*/, const Block &x) {
    return eachVector([&](std::size_t i) { return equations::normalCdf(Lanes(), x.vectors[i]); });
}

} // namespace export_potential
