#pragma once

namespace export_potential {

/// ln Gamma(x) for x > 0: Stirling's series (DLMF 5.11.1) after shifting x to 15 or more.
double logGamma(double x);

/// ln B(a, b) for a, b > 0.
double logBeta(double a, double b);

/// Regularised incomplete beta function I_x(a, b), a, b > 0, 0 <= x <= 1: the continued fraction
/// DLMF 8.17.22 by the modified Lentz method.
double incompleteBeta(double a, double b, double x);

/// The same with logB = ln B(a, b) known.
double incompleteBeta(double a, double b, double logB, double x);

/// The x with I_x(a, b) = u, 0 < u < 1: Halley's steps kept inside a shrinking bracket. logB is
/// ln B(a, b); `start` in (0, 1) is where the search begins.
double inverseIncompleteBeta(double a, double b, double logB, double u, double start);

/// Density of the standard normal.
double normalDensity(double z);

/// Phi(z), which normal_cdf.hpp has for many lanes. Small tails keep their relative precision.
double normalCdf(double z);

/// Phi^-1(u), 0 < u < 1: algorithm AS 241, PPND16 (Wichura 1988, Applied Statistics 37(3)).
double normalQuantile(double u);

} // namespace export_potential
