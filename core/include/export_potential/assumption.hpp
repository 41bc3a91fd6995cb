#pragma once

#include "export_potential/distribution.hpp"
#include "export_potential/symbol.hpp"

#include <cstddef>
#include <optional>

namespace export_potential {

/// A distribution put in the place of the pack's for one symbol, or for one element of its set.
struct Assumption {
    Symbol symbol;
    std::optional<std::size_t> element; ///< none: all elements
    Distribution distribution;
};

} // namespace export_potential
