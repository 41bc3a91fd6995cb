#pragma once

#include "export_potential/simulation.hpp"

#include <nlohmann/json_fwd.hpp>

namespace export_potential {

/// The roadmap of a simulation as JSON, with everything that was left out filled in.
nlohmann::ordered_json measuresJson(const Simulation &simulation);

} // namespace export_potential
