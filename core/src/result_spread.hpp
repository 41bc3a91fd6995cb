#pragma once

#include "run_summary.hpp"

#include <vector>

namespace export_potential {

/// Where the spread of the headline comes from, by year: parts of its total variance that sum to 1,
/// all 0 where nothing varies.
struct Spread {
    std::vector<double> parameters; ///< not knowing them: what study could lessen
    std::vector<double> shocks;     ///< which markets are interrupted, and how likely that is
    std::vector<double> luck;       ///< which sellers happen to do well, equation (10)
};

/// Splits the variance. Luck adds to the variance over the draws (law of total variance). The part
/// of the latter that is shocks is the total effect of the interruptions (Jansen 1999), estimated
/// from the run's first draws, each held against the same parameters with the interruptions of
/// another draw. `inputs` are the inputs of those draws.
Spread spreadOf(const RunSummary &summary, const Draws &inputs);

} // namespace export_potential
