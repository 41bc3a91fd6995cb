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

/// How many dimensions of makeSobolPoints are quasi-random, from dimension 0 on.
inline constexpr std::size_t kSobolDimensions = 161;

/// Scrambled quasi-random points: the Sobol' sequence with the direction numbers "new-joe-kuo-6"
/// (Joe and Kuo 2008, SIAM Journal on Scientific Computing 30(5)) under nested uniform scrambling
/// (Owen 1995) by hashing (Laine and Karras 2011, Computer Graphics Forum 30(4); Burley 2020,
/// JCGT 9(4)). From dimension kSobolDimensions on they are those of makeCounterPoints(seed).
///
/// Each point is uniform, so means over draws are unbiased. Of the draws from one multiple of 2^m
/// to the next, m <= 52, every dimension has one in each of 2^m equal intervals, and means over
/// them converge faster than those of independent points. Take whole powers of two from draw 0:
/// other numbers of draws lose that. Seeds give independent scrambles, whose spread estimates the
/// error. Draws are not shuffled: that is for combining short sequences, and a whole power of two
/// of draws is the same set in any order.
///
/// Recipe, in unsigned arithmetic modulo 2^64:
///
/// 1. x is the exclusive or of V_k over all k for which bit k - 1 of the draw's Gray code, draw xor
///    floor(draw / 2), is set. V_k is the integer m_k of Joe and Kuo (1 in dimension 0, their
///    first; beyond those tabulated, by their recurrence) with its k binary digits in reverse
///    order. So bit i - 1 of x is the digit of the coordinate that is worth 2^-i.
/// 2. Three times, r = 0, 1, 2: let (w0, w1, w2, w3) be Philox4x32-10 of the counter
///    (r, 0, dimension, 1) with the seed as its key. Add w0 + 2^32 w1 to x, multiply x by
///    (w2 + 2^32 w3) or 1, then replace x by x xor (x * 0x3C6EF372FE94F82A), an even factor: twice
///    2^64 over the golden ratio.
/// 3. y is x with its bits in reverse order, and u = (floor(y / 2^12) + 1/2) / 2^52.
///
/// Sums and products carry upwards, so whether a digit is flipped depends on the digits before it
/// only. The published hash has one seed, added first, and leaves the flips of neighbouring
/// intervals correlated: over seeds the mean of a uniform has from a quarter to twice the variance
/// that it should. Three rounds of two keys each give that of nested uniform scrambling.
std::unique_ptr<PointSource> makeSobolPoints(std::uint64_t seed);

/// Independent scrambles that makeReplicatedSobolPoints takes turns with.
inline constexpr std::size_t kReplicates = 16;

/// Draw d is point floor(d / 16) of makeSobolPoints(s_r), r = d mod 16, with s_r = w1 + 2^32 w0
/// from Philox4x32-10 of the counter (r, 0, 0, 5) with the seed as its key. Any 16 * 2^m first
/// draws hold sixteen independent estimates of everything, whose spread is the error of their mean.
/// The scrambles of the first `prepared` dimensions are made at once, which pays where they are
/// filled many times with few draws.
std::unique_ptr<PointSource> makeReplicatedSobolPoints(std::uint64_t seed,
                                                       std::size_t prepared = 0);

} // namespace export_potential
