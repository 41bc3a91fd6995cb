#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace export_potential {

/// A forecast given as draws that do not count alike, sorted once for all that is asked of it. With
/// equal weights, crps and pit are those of forecast_score.hpp.
class WeightedSample {
public:
    /// As many values as weights, one at least; no weight below 0 and not all 0. What a weight is
    /// relative to the sum of all is the probability of its value.
    WeightedSample(std::span<const double> values, std::span<const double> weights);

    /// SUM w x, in the order in which the values were given.
    double mean() const { return mean_; }

    /// The smallest value at or below which a share `probability` of the weights lies, 0 <
    /// probability <= 1: the inverse of the distribution function, without interpolation. 0 asks
    /// for the smallest value that has any weight.
    double quantile(double probability) const;

    /// The weight below `observed`, that of equal values counted half: 0 to 1.
    double pit(double observed) const;

    /// Continuous ranked probability score in the unit of the values, SUM w |x - y| - 1/2 SUM SUM
    /// w w' |x - x'| (Gneiting and Raftery 2007, JASA 102, equation 21, for unequal weights).
    double crps(double observed) const;

private:
    std::vector<double> values_; ///< ascending, only those with a weight
    std::vector<double> upTo_;   ///< weight of all values up to this one; the last is 1
    double mean_ = 0;
};

/// How many draws of equal weight would tell as much: (SUM w)^2 / SUM w^2 (Kish 1965, Survey
/// Sampling), 1 to their number; 0 where all weights are 0.
double effectiveDraws(std::span<const double> weights);

} // namespace export_potential
