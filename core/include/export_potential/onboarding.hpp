#pragma once

#include <vector>

namespace export_potential {

/// Registrations of each year when `total` register over `years` >= 1 years at a constant pace.
std::vector<double> linearPath(double total, int years);

/// The same along a logistic S-curve: the cumulative share after year k is
/// (s(k) - s(0)) / (s(years) - s(0)) with s(t) = 1 / (1 + exp(-8 (t / years - 1/2))).
std::vector<double> logisticPath(double total, int years);

/// Cumulative share of adopters at time t >= 0, F(t) = (1 - e^-(p+q)t) / (1 + (q/p) e^-(p+q)t) with
/// p > 0, q >= 0. Source: Bass 1969, Management Science 15(5).
double bassCumulative(double p, double q, double t);

/// Time of the highest rate of adoption, ln(q/p) / (p + q); 0 where q <= p.
double bassPeak(double p, double q);

/// Registrations of each year along F, scaled so that `total` have registered after `years`.
std::vector<double> bassPath(double total, int years, double p, double q);

} // namespace export_potential
