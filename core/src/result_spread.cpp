#include "result_spread.hpp"

#include "philox.hpp"
#include "result_tables.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace export_potential {

namespace {

/// Every draw's partner: the draws in random order.
std::vector<std::size_t> partners(std::size_t draws, std::uint64_t seed) {
    constexpr std::uint32_t kStream = 7;
    std::vector<std::size_t> order(draws);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = draws - 1; i > 0; --i) {
        const auto words = philox({static_cast<std::uint32_t>(i), 0, 0, kStream}, seed);
        std::swap(order[i], order[words[0] % (i + 1)]);
    }
    return order;
}

/// The inputs with the interruptions of other draws.
Draws withOtherInterruptions(const Simulation &simulation, Draws inputs) {
    const auto partner = partners(inputs.count(), simulation.scenario().seed);
    std::vector<double> own(inputs.count());
    for (std::size_t c = simulation.distributions().size(); c < inputs.columns(); ++c) {
        const std::span<double> column = inputs.column(c);
        std::ranges::copy(column, own.begin());
        std::ranges::transform(partner, column.begin(), [&own](std::size_t d) { return own[d]; });
    }
    return inputs;
}

} // namespace

Spread spreadOf(const RunSummary &summary, const Draws &inputs) {
    const Simulation &simulation = summary.simulation();
    const Draws headline = headlineOf(simulation, withOtherInterruptions(simulation, inputs));
    Spread spread;
    std::vector<double> squares(inputs.count());
    for (std::size_t t = 0; t < summary.years(); ++t) {
        const HeadlineYear &year = summary.headline(t);
        std::ranges::transform(year.first, headline.column(t), squares.begin(),
                               [](double a, double b) { return (a - b) * (a - b) / 2; });
        const double shocks = std::min(sampleMean(squares), year.variance);
        const double total = year.variance + year.luckVariance;
        const auto part = [total](double variance) { return total > 0 ? variance / total : 0; };
        spread.parameters.push_back(part(year.variance - shocks));
        spread.shocks.push_back(part(shocks));
        spread.luck.push_back(part(year.luckVariance));
    }
    return spread;
}

} // namespace export_potential
