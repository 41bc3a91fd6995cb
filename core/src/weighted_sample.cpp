#include "export_potential/weighted_sample.hpp"

#include "pairwise_sum.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace export_potential {

WeightedSample::WeightedSample(std::span<const double> values, std::span<const double> weights) {
    assert(!values.empty() && values.size() == weights.size());
    const auto sums = pairwiseSum<Sums<2>>(0, values.size(), [&](Sums<2> &sum, std::size_t j) {
        sum[0] += weights[j];
        sum[1] += weights[j] * values[j];
    });
    assert(sums[0] > 0);
    mean_ = sums[1] / sums[0];

    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t j) { return !(weights[j] > 0); });
    // Of equal values in the order in which they were given, so that sums have one order.
    std::ranges::stable_sort(order, {}, [&](std::size_t j) { return values[j]; });
    double sum = 0;
    for (const std::size_t j : order) {
        sum += weights[j];
        values_.push_back(values[j]);
        upTo_.push_back(sum);
    }
    for (double &weight : upTo_) {
        weight /= sum;
    }
}

double WeightedSample::quantile(double probability) const {
    assert(probability >= 0 && probability <= 1);
    const auto found = std::ranges::lower_bound(upTo_, probability);
    return values_[static_cast<std::size_t>(found - upTo_.begin())];
}

double WeightedSample::pit(double observed) const {
    const auto weightBefore = [&](auto place) {
        return place == values_.begin()
                   ? 0.0
                   : upTo_[static_cast<std::size_t>(place - values_.begin()) - 1];
    };
    return (weightBefore(std::ranges::lower_bound(values_, observed)) +
            weightBefore(std::ranges::upper_bound(values_, observed))) /
           2;
}

double WeightedSample::crps(double observed) const {
    // Of the pairs with another value, all below have value j as the larger one and all above as
    // the smaller one. Distances from `observed` keep the digits that values far from 0 would lose.
    const auto sums = pairwiseSum<Sums<2>>(0, values_.size(), [&](Sums<2> &sum, std::size_t j) {
        const double before = j == 0 ? 0 : upTo_[j - 1];
        const double weight = upTo_[j] - before;
        const double distance = values_[j] - observed;
        sum[0] += weight * std::fabs(distance);
        sum[1] += weight * distance * (before - (1 - upTo_[j]));
    });
    return sums[0] - sums[1];
}

double effectiveDraws(std::span<const double> weights) {
    const auto sums = pairwiseSum<Sums<2>>(0, weights.size(), [&](Sums<2> &sum, std::size_t j) {
        sum[0] += weights[j];
        sum[1] += weights[j] * weights[j];
    });
    return sums[1] > 0 ? sums[0] * sums[0] / sums[1] : 0;
}

} // namespace export_potential
