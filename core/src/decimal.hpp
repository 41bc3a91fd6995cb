#pragma once

#include <string_view>

namespace export_potential {

/// The double nearest to a number as JSON writes it, ties to even, whatever its number of digits;
/// infinite where it is too large. `text` has to be a number of that grammar.
double parseDecimal(std::string_view text);

} // namespace export_potential
