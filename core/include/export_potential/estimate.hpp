#pragma once

namespace export_potential {

/// A quantity estimated from draws, and the standard error that their number leaves it with: the
/// estimate of a run with another seed differs by about this much. Both have the quantity's unit.
struct Estimate {
    double value = 0;
    double standardError = 0;
};

} // namespace export_potential
