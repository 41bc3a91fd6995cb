#pragma once

#include "export_potential/proportion.hpp"

#include <span>

namespace export_potential {

// How well forecasts given as samples agree with what was observed afterwards.

/// Continuous ranked probability score of a sample, E|X - y| - E|X - X'| / 2, in the unit of y; low
/// is good, 0 only if all of the sample is y, |X - y| for a single value. X and X' are drawn
/// independently from the sample: the score of the sample itself, not the estimate (smaller by
/// about E|X - X'| / (2 n)) of that of an infinite one. Source: Gneiting and Raftery 2007, JASA
/// 102.
double crps(std::span<const double> sample, double observed);

/// The same of Normal(mean, sd), sd >= 0, in closed form:
/// sd (z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi)), z = (y - mean) / sd.
double normalCrps(double mean, double sd, double observed);

/// Probability integral transform F(y): the share of the sample below `observed`, equal values
/// counted half. Uniform on [0, 1] over observations from the forecast itself.
double pit(std::span<const double> sample, double observed);

/// Whether an observation with this PIT value lies inside the central interval of a level: from
/// (1 - level) / 2 to (1 + level) / 2, both ends included. 0 < level < 1.
bool isInside(double pit, double level);

/// Share of observations inside the central intervals of a given level, with Clopper and Pearson's
/// bounds: a calibrated forecast has the level inside the bounds.
struct Coverage {
    double share;
    Interval interval;
};

/// From the PIT value of each observation. pits must not be empty; 0 < level < 1.
Coverage coverage(std::span<const double> pits, double level, double confidence = 0.95);

/// The largest distance between the distribution of the PIT values and the uniform one, and the
/// probability of one as large if they are uniform.
struct Uniformity {
    double distance;
    double pValue;
};

/// Kolmogorov and Smirnov's test, with Stephens's (1970, JRSS B 32(1)) approximation of the
/// p-value: from 20 values on within 0.02 of the exact one, and within 0.004 where that is below
/// 0.2. pits must not be empty.
Uniformity uniformity(std::span<const double> pits);

} // namespace export_potential
