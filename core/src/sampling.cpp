#include "export_potential/sampling.hpp"

#include "philox.hpp"

namespace export_potential {

namespace {

class CounterPoints final : public PointSource {
public:
    explicit CounterPoints(std::uint64_t seed) : seed_(seed) {}

    void fill(std::uint64_t first, std::size_t dimension, std::span<double> u) const override {
        std::uint64_t draw = first;
        for (double &value : u) {
            const auto random =
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
