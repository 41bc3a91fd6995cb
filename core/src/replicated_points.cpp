#include "export_potential/sampling.hpp"
#include "philox.hpp"
#include "sobol_points.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <vector>

namespace export_potential {

namespace {

std::uint64_t replicateSeed(std::uint64_t seed, std::size_t replicate) {
    constexpr std::uint32_t kStream = 5;
    const auto words = philox({static_cast<std::uint32_t>(replicate), 0, 0, kStream}, seed);
    return std::uint64_t{words[0]} << 32 | words[1];
}

class ReplicatedPoints final : public PointSource {
public:
    ReplicatedPoints(std::uint64_t seed, std::size_t prepared)
        : prepared_(std::min(prepared, kSobolDimensions)) {
        for (std::size_t r = 0; r < kReplicates; ++r) {
            seeds_[r] = replicateSeed(seed, r);
            padding_[r] = makeCounterPoints(seeds_[r]);
        }
        scrambles_.reserve(prepared_ * kReplicates);
        for (std::size_t dimension = 0; dimension < prepared_; ++dimension) {
            for (const std::uint64_t replicate : seeds_) {
                scrambles_.emplace_back(replicate, dimension);
            }
        }
    }

    void fill(std::uint64_t first, std::size_t dimension, std::span<double> u) const override {
        if (dimension >= kSobolDimensions) {
            fillFromPadding(first, dimension, u);
            return;
        }
        // All replicates take the same steps, from one draw of theirs beyond the last.
        const std::uint64_t end = (first + u.size()) / kReplicates + 1;
        const SobolSequence sequence(dimension, static_cast<int>(std::bit_width(end)));
        for (std::size_t r = 0; r < kReplicates; ++r) {
            const std::size_t at = place(first, r);
            if (at < u.size()) {
                const NestedScramble scramble = dimension < prepared_
                                                    ? scrambles_[dimension * kReplicates + r]
                                                    : NestedScramble(seeds_[r], dimension);
                fillSobolPoints(sequence, scramble, (first + at) / kReplicates, kReplicates,
                                u.subspan(at));
            }
        }
    }

private:
    /// Place of the first draw from `first` on that belongs to a replicate.
    static std::size_t place(std::uint64_t first, std::size_t replicate) {
        return static_cast<std::size_t>((replicate + kReplicates - first % kReplicates) %
                                        kReplicates);
    }

    void fillFromPadding(std::uint64_t first, std::size_t dimension, std::span<double> u) const {
        for (std::size_t r = 0; r < kReplicates; ++r) {
            for (std::size_t at = place(first, r); at < u.size(); at += kReplicates) {
                padding_[r]->fill((first + at) / kReplicates, dimension, u.subspan(at, 1));
            }
        }
    }

    std::size_t prepared_; ///< dimensions whose scrambles are kept
    std::array<std::uint64_t, kReplicates> seeds_;
    std::array<std::unique_ptr<const PointSource>, kReplicates> padding_;
    std::vector<NestedScramble> scrambles_; ///< [dimension][replicate]
};

} // namespace

std::unique_ptr<PointSource> makeReplicatedSobolPoints(std::uint64_t seed, std::size_t prepared) {
    return std::make_unique<ReplicatedPoints>(seed, prepared);
}

} // namespace export_potential
