#pragma once

#include "export_potential/estimate.hpp"
#include "export_potential/sampling.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace export_potential {

// Screening by elementary effects (Morris 1991, Technometrics 33(2)): which of many inputs matter
// at all, from few evaluations.

/// Points of the unit cube for `trajectories` random walks of inputs + 1 points, each of which
/// changes every input once by 1/2, up or down, in random order: element i of point p is at
/// i * trajectories * (inputs + 1) + p, walks one after another. Levels are 1/8, 3/8, 5/8 and 7/8,
/// the middles of four equally likely bins where Morris has their edges, as quantile functions end
/// at 0 and 1. Walk t depends on `points` and t alone: it uses dimensions 0 .. 3 inputs - 1 of
/// draw t. Cost: trajectories (inputs + 1) evaluations.
std::vector<double> morrisDesign(const PointSource &points, std::size_t inputs,
                                 std::size_t trajectories);

/// Of the elementary effects (f(after) - f(before)) / (change of the input) of one input, one for
/// each trajectory, in units of the output for the whole range of probability.
struct ElementaryEffects {
    double mu = 0;    ///< mean: direction
    Estimate muStar;  ///< mean of absolute values: importance (Campolongo and others 2007)
    double sigma = 0; ///< standard deviation: how far the input is from acting linearly and alone
};

/// For each input, from a design of morrisDesign and the outputs at its points, in their order.
std::vector<ElementaryEffects> elementaryEffects(std::span<const double> design, std::size_t inputs,
                                                 std::span<const double> outputs);

} // namespace export_potential
