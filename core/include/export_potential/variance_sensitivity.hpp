#pragma once

#include "export_potential/estimate.hpp"

#include <span>

namespace export_potential {

// Which part of the variance of an output comes from which input, for independent inputs. An output
// that does not vary has all indices 0.

/// Sobol' indices of one input. 0 <= first <= total <= 1 but for their errors; the first-order
/// indices of all inputs sum to 1 at most and the total ones to 1 at least.
struct SobolIndices {
    Estimate first; ///< Var(E[Y | x_i]) / Var(Y): what goes if x_i becomes known
    Estimate total; ///< E[Var(Y | all but x_i)] / Var(Y): what stays if all others become known
};

/// Indices of input i from two independent samples A and B and from A_B^i, which is A with the
/// column of input i taken from B; element j of each span is the output at row j. 16 rows at least,
/// the same number in each. Cost for k inputs: rows (k + 2) evaluations.
///     first = 1/N SUM f(B)_j (f(A_B^i)_j - f(A)_j) / V       Saltelli and others 2010, CPC 181(2)
///     total = 1/(2N) SUM (f(A)_j - f(A_B^i)_j)^2 / V         Jansen 1999, CPC 117
/// V is the variance of f(A) and f(B) together. Outputs are centred by the mean of both, which
/// leaves the expected value alone and takes the square of the mean out of the error.
SobolIndices sobolIndices(std::span<const double> a, std::span<const double> b,
                          std::span<const double> ab);

/// The first-order index from any plain sample of input and output, at no further evaluation:
/// adjusted R^2 of a penalised cubic regression spline of the output on the input, 0 if a constant
/// describes the output as well. 32 draws at least. For the logarithm of an output that is nearly a
/// product these shares nearly sum to 1; what lacks is interaction. Estimating by smoothing:
/// Ratto, Pagano and Young 2007, CPC 177; the spline: see evppi in decision.hpp.
Estimate mainEffect(std::span<const double> input, std::span<const double> output);

} // namespace export_potential
