#include "export_potential/statistics.hpp"

#include "order_statistics.hpp"
#include "pairwise_sum.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace export_potential {

double sampleMean(std::span<const double> values) {
    assert(!values.empty());
    return pairwiseSum<double>(0, values.size(),
                               [values](double &sum, std::size_t j) { sum += values[j]; }) /
           static_cast<double>(values.size());
}

double sampleDeviation(std::span<const double> values) {
    if (values.size() < 2) {
        return 0;
    }
    const double centre = sampleMean(values);
    double squares = 0;
    for (const double value : values) {
        squares += (value - centre) * (value - centre);
    }
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

void sampleQuantiles(std::span<const double> values, std::span<const double> probabilities,
                     std::span<double> quantiles, std::vector<double> &scratch) {
    assert(!values.empty() && probabilities.size() == quantiles.size());
    std::vector<std::size_t> ranks;
    std::vector<double> fractions;
    for (const double probability : probabilities) {
        const double position = static_cast<double>(values.size() - 1) * probability;
        const auto whole = static_cast<std::size_t>(position);
        ranks.push_back(whole);
        ranks.push_back(std::min(whole + 1, values.size() - 1));
        fractions.push_back(position - static_cast<double>(whole));
    }
    // Neighbouring probabilities of few values can have ranks that overlap.
    std::vector<std::size_t> ascending = ranks;
    std::ranges::sort(ascending);
    std::vector<double> found(ranks.size());
    orderStatistics(values, ascending, found, scratch);
    const auto valueAt = [&](std::size_t rank) {
        return found[static_cast<std::size_t>(std::ranges::lower_bound(ascending, rank) -
                                              ascending.begin())];
    };
    for (std::size_t i = 0; i < quantiles.size(); ++i) {
        const double low = valueAt(ranks[2 * i]);
        quantiles[i] = low + fractions[i] * (valueAt(ranks[2 * i + 1]) - low);
    }
}

double sampleMedian(std::span<const double> values) {
    constexpr double kHalf = 0.5;
    double median = 0;
    std::vector<double> scratch;
    sampleQuantiles(values, {&kHalf, 1}, {&median, 1}, scratch);
    return median;
}

Summary summarise(std::span<const double> values, std::vector<double> &scratch) {
    Summary summary;
    // First what reads the values in their order, which brings them into the cache.
    sampleQuantiles(values, kQuantiles, summary.quantiles, scratch);
    summary.mean = sampleMean(values);
    return summary;
}

} // namespace export_potential
