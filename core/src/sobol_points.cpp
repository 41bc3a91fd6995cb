#include "sobol_points.hpp"

#include "export_potential/sampling.hpp"
#include "philox.hpp"
#include "vector_math.hpp"

#include <bit>
#include <cassert>
#include <cstdint>

namespace export_potential {

namespace {

// Two draws at a time, on every platform.
using Pairs = hn::FixedTag<std::uint64_t, 2>;
using Pair64 = hn::Vec<Pairs>;

/// What the four bits of an index are in reverse order, as the upper and as the lower half of a
/// byte.
alignas(16) constexpr std::uint8_t kReversedUpper[16] = {
    0x00, 0x80, 0x40, 0xC0, 0x20, 0xA0, 0x60, 0xE0, 0x10, 0x90, 0x50, 0xD0, 0x30, 0xB0, 0x70, 0xF0};
alignas(16) constexpr std::uint8_t kReversedLower[16] = {0x0, 0x8, 0x4, 0xC, 0x2, 0xA, 0x6, 0xE,
                                                         0x1, 0x9, 0x5, 0xD, 0x3, 0xB, 0x7, 0xF};

/// The bits of each lane in reverse order.
HWY_INLINE Pair64 reversed(Pair64 x) {
    const Pairs d;
    const hn::Repartition<std::uint8_t, Pairs> bytes;
    const auto four = hn::Set(bytes, 0x0F);
    const auto lower = hn::And(hn::BitCast(bytes, x), four);
    const auto upper = hn::And(hn::BitCast(bytes, hn::ShiftRight<4>(x)), four);
    const auto each = hn::Or(hn::TableLookupBytes(hn::Load(bytes, kReversedUpper), lower),
                             hn::TableLookupBytes(hn::Load(bytes, kReversedLower), upper));
    return hn::ReverseLaneBytes(hn::BitCast(d, each));
}

/// Coordinates of which the first digit is the lowest bit. Half a step off the grid keeps both ends
/// out.
HWY_INLINE hn::Vec<hn::FixedTag<double, 2>> coordinates(Pair64 digits) {
    const hn::FixedTag<double, 2> d;
    const Pair64 kTwo52 = hn::Set(Pairs(), 0x4330000000000000); // the bits of 2^52
    const auto whole = hn::BitCast(d, hn::Or(hn::ShiftRight<12>(reversed(digits)), kTwo52));
    return (whole - hn::Set(d, 0x1p52 - 0.5)) * hn::Set(d, 0x1p-52);
}

class SobolPoints final : public PointSource {
public:
    explicit SobolPoints(std::uint64_t seed) : seed_(seed), padding_(makeCounterPoints(seed)) {}

    void fill(std::uint64_t first, std::size_t dimension, std::span<double> u) const override {
        if (dimension >= kSobolDimensions) {
            padding_->fill(first, dimension, u);
            return;
        }
        // Directions are made anew for each call, as many as it needs: that takes less time than
        // twenty points, and a table of all would be 80 kB.
        const std::uint64_t end = first + u.size();
        assert(first <= end);
        const SobolSequence sequence(dimension, static_cast<int>(std::bit_width(end)));
        fillSobolPoints(sequence, NestedScramble(seed_, dimension), first, 1, u);
    }

private:
    std::uint64_t seed_;
    std::unique_ptr<const PointSource> padding_;
};

} // namespace

NestedScramble::NestedScramble(std::uint64_t seed, std::size_t dimension) {
    for (std::uint32_t round = 0; round < rounds_.size(); ++round) {
        // The last word keeps clear of the counters that CounterPoints uses.
        const auto random = philox({round, 0, static_cast<std::uint32_t>(dimension), 1}, seed);
        rounds_[round] = {std::uint64_t{random[1]} << 32 | random[0],
                          std::uint64_t{random[3]} << 32 | random[2] | 1};
    }
}

void fillSobolPoints(const SobolSequence &sequence, const NestedScramble &scramble,
                     std::uint64_t first, std::size_t stride, std::span<double> u) {
    std::uint64_t draw = first;
    std::uint64_t digits = sequence.at(first);
    const auto next = [&] {
        const std::uint64_t scrambled = scramble(digits);
        ++draw;
        digits ^= sequence.step(draw);
        return scrambled;
    };
    std::size_t at = 0;
    for (; at + stride < u.size(); at += 2 * stride) {
        const std::uint64_t one = next();
        const auto both = coordinates(hn::InsertLane(hn::Set(Pairs(), one), 1, next()));
        u[at] = hn::GetLane(both);
        u[at + stride] = hn::ExtractLane(both, 1);
    }
    if (at < u.size()) {
        u[at] = hn::GetLane(coordinates(hn::Set(Pairs(), next())));
    }
}

std::unique_ptr<PointSource> makeSobolPoints(std::uint64_t seed) {
    return std::make_unique<SobolPoints>(seed);
}

} // namespace export_potential
