#include "export_potential/sampling.hpp"

#include "philox.hpp"

namespace export_potential {

namespace {

class CounterPoints final : public PointSource {
public:
    explicit CounterPoints(std::uint64_t seed) : seed_(seed) {}

    void fill(std::uint64_t first, std::size_t dimension, std::span<double> u) const override {
        const Lanes d;
        const WordLanes du;
        const std::size_t lanes = hn::Lanes(d);
        const std::uint64_t seed = seed_; // what is stored below might lie where it does
        const Words coordinate = hn::Set(du, static_cast<std::uint32_t>(dimension));
        for (std::size_t at = 0; at < u.size(); at += lanes) {
            const Words draw = hn::Iota(du, first + at);
            const auto random =
                philoxLanes({draw, hn::ShiftRight<32>(draw), coordinate, hn::Zero(du)}, seed);
            const Words lower = hn::And(random[0], hn::Set(du, 0xFFFFFFFF));
            const Words bits = hn::ShiftRight<12>(hn::Or(hn::ShiftLeft<32>(random[1]), lower));
            // As the last bits of 2^52 they are the digits of a whole number.
            const Vec whole = hn::BitCast(d, hn::Or(bits, hn::BitCast(du, hn::Set(d, 0x1p52)))) -
                              hn::Set(d, 0x1p52);
            // Half a step off the grid keeps both ends out.
            const Vec values = (whole + hn::Set(d, 0.5)) * hn::Set(d, 0x1p-52);
            if (at + lanes <= u.size()) {
                hn::StoreU(values, d, u.data() + at);
            } else {
                hn::StoreN(values, d, u.data() + at, u.size() - at);
            }
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
