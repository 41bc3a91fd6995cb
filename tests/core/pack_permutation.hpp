#pragma once

#include "export_potential/pack.hpp"

#include <algorithm>
#include <vector>

namespace export_potential {

/// The same pack with every set in the opposite order. Of segments, sector and channel both turn,
/// which reverses their list as well.
inline Pack reversed(Pack pack) {
    std::ranges::reverse(pack.sectors);
    std::ranges::reverse(pack.channels);
    std::ranges::reverse(pack.markets);
    std::ranges::reverse(pack.tiers);
    std::ranges::reverse(pack.pool);
    std::ranges::reverse(pack.registrations);
    std::ranges::reverse(pack.sectorShares);
    for (std::vector<double> &shares : pack.sectorShares) {
        std::ranges::reverse(shares);
    }
    std::ranges::reverse(pack.marketShares);
    for (std::vector<double> &shares : pack.marketShares) {
        std::ranges::reverse(shares);
    }
    std::ranges::reverse(pack.onboarding.mix);
    for (Parameter &parameter : pack.parameters) {
        std::ranges::reverse(parameter.values);
    }
    for (Correlation &correlation : pack.correlations) {
        for (ParameterElement *side : {&correlation.a, &correlation.b}) {
            side->element = pack.setSize(side->by) - 1 - side->element;
        }
    }
    for (Reading &reading : pack.readings) {
        for (ReadingOption &option : reading.options) {
            for (Assumption &assumption : option.assumptions) {
                const auto by = pack.parameters[static_cast<std::size_t>(assumption.symbol)].by;
                if (assumption.element) {
                    assumption.element = pack.setSize(by) - 1 - *assumption.element;
                }
            }
        }
    }
    return pack;
}

} // namespace export_potential
