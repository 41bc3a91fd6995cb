#pragma once

#include "export_potential/estimate.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace export_potential {

// Shares of the variance of a logarithm. Where the output is a product they add up to 1 and say by
// what share of its spread, as a factor, each input is responsible. Three ways, from the most
// special to the most general:
//   covarianceShare    the output is a product of known factors
//   regressionShares   it is nearly a product of powers of lognormal-like inputs
//   mainEffect         (variance_sensitivity.hpp) it is nearly a product of functions of the inputs

/// Natural logarithms; nothing if a value is not positive. An output that can be 0 or less has no
/// log-scale shares: use normalScores of it instead, or Sobol' indices.
std::optional<std::vector<double>> logarithms(std::span<const double> values);

/// Cov(part, whole) / Var(whole) over the draws; 16 at least, 0 if the whole does not vary. For
/// whole = ln Y and part = ln x_i of every factor of Y = PRODUCT x_i the shares sum to exactly 1 in
/// every sample. If the factors are independent what is estimated is Var(ln x_i) / Var(ln Y); if
/// not, a covariance counts half to each of its two factors, and a share can be negative.
Estimate covarianceShare(std::span<const double> part, std::span<const double> whole);

/// What a linear regression of a response on all inputs together explains.
struct RegressionShares {
    std::vector<Estimate> shares; ///< one for each input, or group; 0 for one that does not vary
    Estimate rSquared;            ///< how much the linear description explains
};

/// Squared standardised coefficients of the least squares of the response (ln Y) on the inputs,
/// best given as their normal scores: ln Y of a product of powers of lognormal inputs is then
/// exactly linear. `inputs` has a column for each input, of the response's length; one that varies
/// in a sixteenth of the draws alone counts as one that does not vary. For independent inputs the
/// shares sum to R^2 but for their errors, and R^2 below about 0.9 says that the description is not
/// linear enough: use mainEffect. An irrelevant input has a share of about (1 - R^2) / draws. For
/// correlated inputs the squares share nothing out: take these together (see below), or use
/// shapleyEffects. Nothing if the response does not vary, the inputs are collinear, or there are
/// fewer than 16 draws or, without a sixteenth of them, not two more than inputs.
std::optional<RegressionShares> regressionShares(std::span<const std::span<const double>> inputs,
                                                 std::span<const double> response);

/// The same with a share for each of the groups 0 .. groups - 1: the variance of the group's part
/// of the fit over that of the response,
///     SUM_{a, b in group} beta_a beta_b r_ab
/// with the standardised coefficients beta and the correlations r; of one input, beta^2. The shares
/// sum to R^2 but for their errors where groups are independent of one another, whatever is
/// correlated within one. groupOf has the group of each input.
std::optional<RegressionShares> regressionShares(std::span<const std::span<const double>> inputs,
                                                 std::span<const std::size_t> groupOf,
                                                 std::size_t groups,
                                                 std::span<const double> response);

} // namespace export_potential
