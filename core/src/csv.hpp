#pragma once

#include <string>
#include <string_view>

namespace export_potential {

/// Lines end as RFC 4180 has it.
inline constexpr std::string_view kCsvLineEnd = "\r\n";

/// Appends a comma and the shortest decimal that reads back as the same double.
void appendCsvNumber(std::string &text, double value);

} // namespace export_potential
