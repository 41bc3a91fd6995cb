#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace export_potential {

/// Points of the unit cube, one for each draw. A coordinate depends only on (seed, draw,
/// dimension), never on which other draws are asked for, so any split of the draws gives the same
/// points.
class PointSource {
public:
    virtual ~PointSource() = default;

    /// Writes coordinate `dimension` of the draws first, first + 1, ... into u, each strictly
    /// between 0 and 1. Does not allocate. Safe to call from several threads.
    virtual void fill(std::uint64_t first, std::size_t dimension, std::span<double> u) const = 0;
};

/// Independent uniforms from the counter-based generator Philox4x32-10 (Salmon, Moraes, Dror and
/// Shaw 2011, SC11), keyed by the seed, counted by draw and dimension. 52 random bits a coordinate.
std::unique_ptr<PointSource> makeCounterPoints(std::uint64_t seed);

/// The first so many dimensions of makeSobolPoints are quasi-random.
inline constexpr std::size_t kSobolDimensions = 161;

/// The Sobol' sequence with the direction numbers "new-joe-kuo-6" (Joe and Kuo 2008, SIAM Journal
/// on Scientific Computing 30(5)) under nested uniform scrambling (Owen 1995) by hashing (Laine and
/// Karras 2011, Computer Graphics Forum 30(4); Burley 2020, JCGT 9(4)). Coordinates are uniform and
/// those of two dimensions independent, so that means over draws are unbiased; 2^m draws that start
/// at a multiple of 2^m have one coordinate of each dimension in each of 2^m intervals of equal
/// length, m <= 52. Use whole powers of two of draws, from draw 0: of any other number of draws the
/// mean may be worse than that of independent ones. Seeds give independent scrambles, whose spread
/// estimates the error. Draws are not shuffled: that would be needed to combine several short
/// sequences into one, but reorders the draws of a whole power of two without changing the set.
///
/// Dimensions from kSobolDimensions on are those of makeCounterPoints(seed).
///
/// Recipe, in unsigned arithmetic modulo 2^64. Bit i - 1 of x stands for the binary digit of the
/// coordinate that is worth 2^-i, so that scrambling carries from the leading digits to the others.
///
/// 1. x is the exclusive or of the direction numbers V_k for all bits k - 1 that are set in the
/// Gray
///    code of the draw, draw xor floor(draw / 2). V_k is the integer m_k of Joe and Kuo with its k
///    binary digits in reverse order.
/// 2. For r = 0, 1, 2: (w0, w1, w2, w3) is Philox4x32-10 of the counter (r, 0, dimension, 1) with
/// the
///    seed as its key; x becomes (x + w0 + 2^32 w1) * ((w2 + 2^32 w3) or 1), then
///    x xor (x * 0x3C6EF372FE94F82A). The last factor, even, is twice 2^64 over the golden ratio.
/// 3. u = (floor(y / 2^12) + 1/2) / 2^52, with y the bits of x in reverse order.
///
/// A digit is thus flipped, or not, by a function of all digits before it and of no others. One
/// seed added before the products, as published, leaves the flips of neighbouring intervals
/// correlated; three rounds, each with two keys, do not.
std::unique_ptr<PointSource> makeSobolPoints(std::uint64_t seed);

} // namespace export_potential
