#pragma once

#include "export_potential/estimate.hpp"

#include <cstddef>
#include <span>

namespace export_potential {

// What uncertainty costs whoever must choose. Net benefits, in any unit, come as a column for each
// decision with an element for each draw; draws are the same in all columns, of equal length.
using NetBenefits = std::span<const std::span<const double>>;

/// The decision with the highest mean net benefit, the first of equals: what to choose today.
std::size_t bestDecision(NetBenefits netBenefits);

/// Expected value of perfect information, E[max_d NB] - max_d E[NB]: the most that is worth paying
/// to learn everything. Computed as the mean regret of bestDecision, so never below 0.
Estimate evpi(NetBenefits netBenefits);

/// Expected value of perfect partial information, E[max_d E[NB_d | x]] - max_d E[NB_d], of one
/// input x, by regression of the net benefits on it (Strong, Oakley and Brennan 2014, Medical
/// Decision Making 34(3)): the most that is worth paying to learn x. `input` holds x of the same
/// draws, 32 at least.
///
/// What each decision gains over bestDecision is fitted by a penalised cubic regression spline on
/// the normal scores of x. It needs no choice from the caller, smooths nothing away where a gain
/// is linear in a normal input, and neither units nor heavy tails of x matter.
///
/// 0 <= evppi <= evpi holds for the estimates as it does for what they estimate; one that comes out
/// above evpi by its error is cut to it. Noise in a fitted curve makes the maximum too large on
/// average, most of all for an input that says nothing. Cross-validation therefore keeps a constant
/// unless a curve predicts better, with parameters counted dearer than usual: most irrelevant
/// inputs have exactly 0 and the others a value of the size of the standard error. Where two
/// decisions are equally good the higher of two noisy means stands for both, and evpi and evppi are
/// too small by up to one standard error.
Estimate evppi(NetBenefits netBenefits, std::span<const double> input);

/// Conditional value at risk, the mean of the worst `share` of the outcomes, 0 < share <= 1; low is
/// bad. The outcome at the edge counts with the part of it that belongs to the share (Rockafellar
/// and Uryasev 2002, J. Banking & Finance 26(7)). Never above the mean. values must not be empty.
Estimate conditionalValueAtRisk(std::span<const double> values, double share);

} // namespace export_potential
