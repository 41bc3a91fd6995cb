#pragma once

#include "export_potential/simulation.hpp"
#include "json_writer.hpp"

#include <cstddef>

namespace export_potential {

/// The version of the shapes in public/schemas/ that results have.
inline constexpr int kResultSchema = 1;

/// Writes what produced a result: {"version","pack","packVersion","seed","draws"}.
void writeModelStamp(JsonWriter &json, const Simulation &simulation, std::size_t draws);

} // namespace export_potential
