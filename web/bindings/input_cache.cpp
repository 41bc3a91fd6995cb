#include "input_cache.hpp"

#include <algorithm>
#include <cstring>
#include <variant>

namespace export_potential::bindings {
namespace {

/// 64 MiB; blocks beyond it are drawn anew in each run.
constexpr std::size_t kMaxKept = (std::size_t{64} << 20) / sizeof(double);

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
    blocks_.clear();
    kept_ = 0;
}

const Draws &InputCache::block(const Simulation &simulation, std::size_t index) {
    if (index >= blocks_.size())
        blocks_.resize(index + 1);
    std::optional<Draws> &kept = blocks_[index];
    if (kept)
        return *kept;
    const std::size_t size = simulation.inputNames().size() * kBlock;
    const bool keep = kept_ + size <= kMaxKept;
    if (keep)
        kept_ += size;
    std::optional<Draws> &target = keep ? kept : passing_;
    return target.emplace(simulation.sample(index * kBlock, kBlock));
}

} // namespace export_potential::bindings
