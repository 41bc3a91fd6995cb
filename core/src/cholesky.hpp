#pragma once

#include <cstddef>
#include <span>

namespace export_potential {

/// Replaces the lower triangle of a symmetric matrix of `size` rows, stored by rows, by the L with
/// L L' = matrix. False, with the matrix spoilt, unless it is positive definite: a pivot must be
/// above 1e-12 of its diagonal element, or the solution would be rounding.
bool choleskyFactor(std::span<double> matrix, std::size_t size);

/// Replaces b by the solution x of L x = b.
void solveLower(std::span<const double> factor, std::span<double> b);

/// Replaces b by the solution x of L L' x = b.
void choleskySolve(std::span<const double> factor, std::span<double> b);

} // namespace export_potential
