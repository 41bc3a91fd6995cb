#include "input_cache.hpp"

#include <algorithm>
#include <cstring>
#include <variant>

namespace export_potential::bindings {
namespace {

/// 128 MiB; blocks beyond it are drawn anew for each group of years.
constexpr std::size_t kMaxKept = (std::size_t{128} << 20) / sizeof(double);

bool sameBits(const Distribution &a, const Distribution &b) {
    return a.index() == b.index() &&
           std::visit([&b]<class T>(
                          const T &x) { return std::memcmp(&x, &std::get<T>(b), sizeof x) == 0; },
                      a);
}

} // namespace

void InputCache::follow(const Simulation &simulation) {
    const auto distributions = simulation.distributions();
    const Scenario &scenario = simulation.scenario();
    if (scenario.seed == seed_ && scenario.sampling == sampling_ &&
        scenario.endYear() == endYear_ &&
        std::ranges::equal(distributions, distributions_, sameBits))
        return;
    seed_ = scenario.seed;
    sampling_ = scenario.sampling;
    endYear_ = scenario.endYear();
    distributions_.assign(distributions.begin(), distributions.end());
    // They keep their memory, which the new ones take.
    drawn_.assign(drawn_.size(), false);
}

std::uint64_t InputCache::missingBytes(const Simulation &simulation) const {
    const std::uint64_t all = std::uint64_t{simulation.inputNames().size()} *
                              static_cast<std::uint64_t>(simulation.scenario().draws);
    const std::uint64_t wanted = std::min<std::uint64_t>(all, kMaxKept);
    return wanted > kept_ ? (wanted - kept_) * sizeof(double) : 0;
}

const Draws &InputCache::block(const Simulation &simulation, std::size_t index) {
    if (index >= blocks_.size()) {
        blocks_.resize(index + 1);
        drawn_.resize(index + 1);
    }
    std::optional<Draws> &kept = blocks_[index];
    if (drawn_[index])
        return *kept;
    const std::size_t size = simulation.inputNames().size() * kBlock;
    if (!kept && kept_ + size > kMaxKept)
        return passing_.emplace(simulation.sample(index * kBlock, kBlock));
    if (!kept)
        kept_ += size;
    drawn_[index] = true;
    return kept.emplace(simulation.sample(index * kBlock, kBlock));
}

} // namespace export_potential::bindings
