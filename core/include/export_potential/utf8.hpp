#pragma once

#include <cstddef>
#include <string_view>

namespace export_potential {

/// Bytes of the well-formed UTF-8 sequence that a text of at least one byte begins with (The
/// Unicode Standard, table 3-7), or 0.
std::size_t utf8Length(std::string_view text);

} // namespace export_potential
