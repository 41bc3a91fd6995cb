#include "export_potential/sampling.hpp"
#include "philox.hpp"

#include <algorithm>
#include <array>

namespace export_potential {

namespace {

std::uint64_t replicateSeed(std::uint64_t seed, std::size_t replicate) {
    constexpr std::uint32_t kStream = 5;
    const auto words = philox({static_cast<std::uint32_t>(replicate), 0, 0, kStream}, seed);
    return std::uint64_t{words[0]} << 32 | words[1];
}

class ReplicatedPoints : public PointSource {
public:
    explicit ReplicatedPoints(std::uint64_t seed) {
        for (std::size_t r = 0; r < kReplicates; ++r) {
            replicates_[r] = makeSobolPoints(replicateSeed(seed, r));
        }
    }

    void fill(std::uint64_t first, std::size_t dimension, std::span<double> u) const override {
        constexpr std::size_t kAtOnce = 64;
        std::array<double, kAtOnce> points;
        for (std::size_t r = 0; r < kReplicates; ++r) {
            // The first draw from `first` on that belongs to this replicate.
            std::size_t at = (r + kReplicates - first % kReplicates) % kReplicates;
            while (at < u.size()) {
                const std::size_t left = (u.size() - at + kReplicates - 1) / kReplicates;
                const std::size_t count = std::min(left, kAtOnce);
                replicates_[r]->fill((first + at) / kReplicates, dimension,
                                     std::span(points).first(count));
                for (std::size_t i = 0; i < count; ++i, at += kReplicates) {
                    u[at] = points[i];
                }
            }
        }
    }

private:
    std::array<std::unique_ptr<const PointSource>, kReplicates> replicates_;
};

} // namespace

std::unique_ptr<PointSource> makeReplicatedSobolPoints(std::uint64_t seed) {
    return std::make_unique<ReplicatedPoints>(seed);
}

} // namespace export_potential
