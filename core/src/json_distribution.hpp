#pragma once

#include "export_potential/distribution.hpp"
#include "json_reader.hpp"

#include <optional>

namespace export_potential {

/// Reads a distribution whose support must lie in the range: a number, or an object such as
/// {"dist": "pert", "min": 0.1, "mode": 0.2, "max": 0.4}. An open end of the range excludes a fixed
/// value there, not a support that ends there, since the end itself has probability 0. A lognormal
/// that names no min or max is conditioned to the end of the range. A distribution without width
/// becomes Fixed.
std::optional<Distribution> readDistribution(JsonValue value, const Range &range);

} // namespace export_potential
