#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace export_potential {

/// The values that sorting would put at these places: found[i] is the ranks[i]-th smallest value,
/// counted from 0. Ranks ascend, repeats allowed, the last below values.size(); values must not
/// contain NaN. Takes time proportional to values.size(): one pass counts the values in buckets,
/// one collects those in the few buckets that hold a wanted rank. `scratch` is grown as needed.
void orderStatistics(std::span<const double> values, std::span<const std::size_t> ranks,
                     std::span<double> found, std::vector<double> &scratch);

} // namespace export_potential
