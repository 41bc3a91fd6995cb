#include "export_potential/elementary_effects.hpp"

#include "export_potential/statistics.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace export_potential {

namespace {

constexpr double kStep = 0.5;

} // namespace

std::vector<double> morrisDesign(const PointSource &points, std::size_t inputs,
                                 std::size_t trajectories) {
    const std::size_t count = trajectories * (inputs + 1);
    std::vector<double> design(inputs * count);
    std::vector<double> key(inputs);
    std::vector<std::size_t> order(inputs);
    std::vector<double> start(inputs);
    std::vector<double> step(inputs);
    const auto uniform = [&](std::size_t trajectory, std::size_t dimension) {
        double u = 0;
        points.fill(trajectory, dimension, {&u, 1});
        return u;
    };
    for (std::size_t trajectory = 0; trajectory < trajectories; ++trajectory) {
        for (std::size_t i = 0; i < inputs; ++i) {
            const double lower = uniform(trajectory, i) < 0.5 ? 0.125 : 0.375;
            const bool up = uniform(trajectory, inputs + i) < 0.5;
            start[i] = up ? lower : lower + kStep;
            step[i] = up ? kStep : -kStep;
            key[i] = uniform(trajectory, 2 * inputs + i);
        }
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order,
                                 [&](std::size_t a, std::size_t b) { return key[a] < key[b]; });
        const std::size_t first = trajectory * (inputs + 1);
        for (std::size_t position = 0; position < inputs; ++position) {
            const std::size_t i = order[position];
            double *const walk = &design[i * count + first];
            std::fill(walk, walk + position + 1, start[i]);
            std::fill(walk + position + 1, walk + inputs + 1, start[i] + step[i]);
        }
    }
    return design;
}

std::vector<ElementaryEffects> elementaryEffects(std::span<const double> design, std::size_t inputs,
                                                 std::span<const double> outputs) {
    const std::size_t count = outputs.size();
    assert(design.size() == inputs * count && count > 0 && count % (inputs + 1) == 0);
    const std::size_t trajectories = count / (inputs + 1);
    std::vector<ElementaryEffects> result;
    std::vector<double> effects(trajectories);
    for (std::size_t i = 0; i < inputs; ++i) {
        const std::span<const double> column = design.subspan(i * count, count);
        for (std::size_t trajectory = 0; trajectory < trajectories; ++trajectory) {
            std::size_t after = trajectory * (inputs + 1) + 1;
            while (column[after] == column[after - 1]) {
                ++after;
            }
            effects[trajectory] =
                (outputs[after] - outputs[after - 1]) / (column[after] - column[after - 1]);
        }
        ElementaryEffects &found = result.emplace_back();
        found.mu = sampleMean(effects);
        found.sigma = sampleDeviation(effects);
        for (double &effect : effects) {
            effect = std::fabs(effect);
        }
        found.muStar = {sampleMean(effects),
                        sampleDeviation(effects) / std::sqrt(static_cast<double>(trajectories))};
    }
    return result;
}

} // namespace export_potential
