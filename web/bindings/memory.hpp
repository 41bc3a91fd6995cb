#pragma once

#include <cstdint>

namespace export_potential::bindings {

/// What a run needs beside its store and inputs, or an analysis beside its tables, bytes.
inline constexpr std::uint64_t kHeadroom = std::uint64_t{4} << 20;

/// Whether so many bytes can be had.
bool available(std::uint64_t bytes);

} // namespace export_potential::bindings
