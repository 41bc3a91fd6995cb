#pragma once

#include "run_summary.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace export_potential {

/// Something that a reader should know before quoting the number.
struct Check {
    std::string_view code;
    std::string message;
};

/// Warnings that block nothing, about all draws of a summary (one draw: about that evaluation):
/// - above_pool: in some draws the pool cuts the programme short;
/// - above_ecommerce_ceiling: in half of them or more the headline alone is above the largest share
///   of goods exports that all e-commerce is known to have reached;
/// - above_sector_exports: in half of them or more a sector adds more than it exports today;
/// - correlations_adjusted: no variables have all the rank correlations of the pack.
std::vector<Check> checks(const RunSummary &summary);

} // namespace export_potential
