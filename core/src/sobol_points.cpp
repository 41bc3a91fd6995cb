#include "sobol_points.hpp"

#include "export_potential/sampling.hpp"
#include "philox.hpp"

#include <bit>
#include <cassert>

namespace export_potential {

namespace {

/// The bits in reverse order.
std::uint64_t reversed(std::uint64_t x) {
    const auto swapNeighbours = [&x](int width, std::uint64_t mask) {
        x = (x >> width & mask) | (x & mask) << width;
    };
    swapNeighbours(1, 0x5555555555555555);
    swapNeighbours(2, 0x3333333333333333);
    swapNeighbours(4, 0x0F0F0F0F0F0F0F0F);
    swapNeighbours(8, 0x00FF00FF00FF00FF);
    swapNeighbours(16, 0x0000FFFF0000FFFF);
    return x >> 32 | x << 32;
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
    for (std::size_t at = 0; at < u.size(); at += stride) {
        // Half a step off the grid keeps both ends out. Signed, because processors turn no other
        // whole numbers into doubles in one step.
        const auto whole = static_cast<std::int64_t>(reversed(scramble(digits)) >> 12);
        u[at] = (static_cast<double>(whole) + 0.5) * 0x1p-52;
        ++draw;
        digits ^= sequence.step(draw);
    }
}

std::unique_ptr<PointSource> makeSobolPoints(std::uint64_t seed) {
    return std::make_unique<SobolPoints>(seed);
}

} // namespace export_potential
