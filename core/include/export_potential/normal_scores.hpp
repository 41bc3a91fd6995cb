#pragma once

#include <span>
#include <vector>

namespace export_potential {

/// Phi^-1((rank - 1/2) / n) of each value among all n, equal values sharing the mean of their ranks
/// (Hazen's plotting position). The scores depend on the order of the values alone and are those of
/// a standard normal sample, so that neither units nor a heavy tail matter to what is fitted to
/// them. Values must not be NaN.
std::vector<double> normalScores(std::span<const double> values);

} // namespace export_potential
