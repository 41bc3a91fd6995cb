#pragma once

#include <cstdint>

namespace export_potential::bindings {

/// What a run needs beside its store and inputs, or an analysis beside its tables, bytes.
inline constexpr std::uint64_t kHeadroom = std::uint64_t{2} << 20;

/// Whether so many bytes can be had, and so many more in another place.
bool available(std::uint64_t bytes, std::uint64_t more = 0);

} // namespace export_potential::bindings
