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
    return pack;
}

} // namespace export_potential
