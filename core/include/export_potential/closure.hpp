#pragma once

#include <cstddef>

namespace export_potential {

/// Nothing can be sold to a market in fiscal years from..to, both included: with the programme and
/// without it. An event in the world, not a measure: it costs nothing and is nobody's contribution.
struct Closure {
    std::size_t market = 0;
    int from = 0;
    int to = 0;
};

} // namespace export_potential
