#include "export_potential/sampling.hpp"

#include <array>

namespace export_potential {

namespace {

using Block = std::array<std::uint32_t, 4>;

/// Ten rounds of Philox4x32.
Block philox(Block counter, std::uint64_t seed) {
    constexpr std::uint64_t kMultiplier0 = 0xD2511F53;
    constexpr std::uint64_t kMultiplier1 = 0xCD9E8D57;
    constexpr std::uint32_t kWeyl0 = 0x9E3779B9;
    constexpr std::uint32_t kWeyl1 = 0xBB67AE85;
    constexpr int kRounds = 10;
    auto key0 = static_cast<std::uint32_t>(seed);
    auto key1 = static_cast<std::uint32_t>(seed >> 32);
    for (int round = 0; round < kRounds; ++round) {
        const std::uint64_t product0 = kMultiplier0 * counter[0];
        const std::uint64_t product1 = kMultiplier1 * counter[2];
        counter = {static_cast<std::uint32_t>(product1 >> 32) ^ counter[1] ^ key0,
                   static_cast<std::uint32_t>(product1),
                   static_cast<std::uint32_t>(product0 >> 32) ^ counter[3] ^ key1,
                   static_cast<std::uint32_t>(product0)};
        key0 += kWeyl0;
        key1 += kWeyl1;
    }
    return counter;
}

class CounterPoints final : public PointSource {
public:
    explicit CounterPoints(std::uint64_t seed) : seed_(seed) {}

    void fill(std::uint64_t first, std::size_t dimension, std::span<double> u) const override {
        std::uint64_t draw = first;
        for (double &value : u) {
            const Block random =
                philox({static_cast<std::uint32_t>(draw), static_cast<std::uint32_t>(draw >> 32),
                        static_cast<std::uint32_t>(dimension), 0},
                       seed_);
            const std::uint64_t bits = (std::uint64_t{random[1]} << 32 | random[0]) >> 12;
            // Half a step off the grid keeps both ends out.
            value = (static_cast<double>(bits) + 0.5) * 0x1p-52;
            ++draw;
        }
    }

private:
    std::uint64_t seed_;
};

} // namespace

std::unique_ptr<PointSource> makeCounterPoints(std::uint64_t seed) {
    return std::make_unique<CounterPoints>(seed);
}

} // namespace export_potential
