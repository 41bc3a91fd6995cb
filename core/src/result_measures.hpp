#pragma once

#include "export_potential/simulation.hpp"
#include "result_contributions.hpp"

#include <nlohmann/json.hpp>

namespace export_potential {

/// The roadmap of a simulation as JSON: every measure with everything that was left out filled in,
/// and under "adds" what it adds to the headline by year, in US$.
nlohmann::ordered_json measuresJson(const Simulation &simulation,
                                    const Contributions &contributions);

} // namespace export_potential
