#include "export_potential/sampling.hpp"

#include "philox.hpp"

#include <algorithm>
#include <array>

namespace export_potential {

namespace {

/// Writes the coordinates of two draws, made of two words each, the lower first.
HWY_INLINE void store(Words words, double *u) {
    const LongLanes longs;
    const hn::RebindToFloat<LongLanes> d;
    // As the last bits of 2^52 they are the digits of a whole number.
    const auto kTwo52 = hn::Set(d, 0x1p52);
    const auto digits = hn::ShiftRight<12>(hn::BitCast(longs, words));
    const auto whole = hn::BitCast(d, hn::Or(digits, hn::BitCast(longs, kTwo52))) - kTwo52;
    // Half a step off the grid keeps both ends out.
    hn::StoreU((whole + hn::Set(d, 0.5)) * hn::Set(d, 0x1p-52), d, u);
}

class CounterPoints final : public PointSource {
public:
    explicit CounterPoints(std::uint64_t seed) : seed_(seed) {}

    void fill(std::uint64_t first, std::size_t dimension, std::span<double> u) const override {
        const WordLanes d;
        constexpr std::size_t lanes = hn::MaxLanes(WordLanes());
        const std::uint64_t seed = seed_; // what is stored below might lie where it does
        const Words coordinate = hn::Set(d, static_cast<std::uint32_t>(dimension));
        for (std::size_t at = 0; at < u.size(); at += lanes) {
            const auto [lower, upper] = countFrom(first + at);
            const auto random = philoxLanes({lower, upper, coordinate, hn::Zero(d)}, seed);
            std::array<double, lanes> values;
            store(hn::InterleaveLower(d, random[0], random[1]), values.data());
            store(hn::InterleaveUpper(d, random[0], random[1]), values.data() + lanes / 2);
            std::copy_n(values.data(), std::min(lanes, u.size() - at), u.data() + at);
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
