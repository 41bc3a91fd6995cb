#pragma once

#include "export_potential/simulation.hpp"

#include <vector>

namespace export_potential {

/// What the onboarding drive and each measure of a roadmap add to the headline, by year, in US$.
struct Contributions {
    std::vector<double> onboarding;
    std::vector<std::vector<double>> measures; ///< [measure][year]
};

/// Shapley values of the mean headline over the onboarding drive and the measures, on the draws
/// that all share (Shapley 1953): what each adds on average over all orders in which they could be
/// begun, so that the parts add up to the whole. Up to six measures all orders count, beyond that a
/// sample of them. `whole` is the mean headline by year over all draws of the run; what it differs
/// by from that of the fewer draws used here is shared out in proportion.
/// `firstInputs` are the inputs of those draws.
Contributions contributions(const Simulation &simulation, const std::vector<double> &whole,
                            const Draws &firstInputs);

} // namespace export_potential
