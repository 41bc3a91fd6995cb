#pragma once

#include "export_potential/simulation.hpp"
#include "json_writer.hpp"

namespace export_potential {

/// Writes the roadmap of a simulation, with everything that was left out filled in.
void writeMeasures(JsonWriter &json, const Simulation &simulation);

} // namespace export_potential
