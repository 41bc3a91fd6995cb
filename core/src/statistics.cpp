#include "export_potential/statistics.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace export_potential {

namespace {

double pairwiseSum(std::span<const double> values) {
    constexpr std::size_t kLeaf = 128;
    if (values.size() <= kLeaf) {
        double sum = 0;
        for (const double value : values) {
            sum += value;
        }
        return sum;
    }
    const std::size_t half = values.size() / 2;
    return pairwiseSum(values.first(half)) + pairwiseSum(values.subspan(half));
}

} // namespace

double sampleMean(std::span<const double> values) {
    assert(!values.empty());
    return pairwiseSum(values) / static_cast<double>(values.size());
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

void sampleQuantiles(std::span<double> values, std::span<const double> probabilities,
                     std::span<double> quantiles) {
    assert(!values.empty() && probabilities.size() == quantiles.size());
    auto unsorted = values.begin();
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const double position = static_cast<double>(values.size() - 1) * probabilities[i];
        const auto whole = static_cast<std::ptrdiff_t>(position);
        const auto lower = values.begin() + whole;
        // Everything before `unsorted` is in place already.
        if (lower >= unsorted) {
            std::nth_element(unsorted, lower, values.end());
            unsorted = lower + 1;
        }
        const double fraction = position - static_cast<double>(whole);
        const double low = *lower;
        if (fraction > 0) {
            const auto next =
                lower + 1 < unsorted ? lower + 1 : std::min_element(unsorted, values.end());
            quantiles[i] = low + fraction * (*next - low);
        } else {
            quantiles[i] = low;
        }
    }
}

Summary summarise(std::span<const double> values, std::vector<double> &scratch) {
    Summary summary;
    summary.mean = sampleMean(values);
    scratch.assign(values.begin(), values.end());
    sampleQuantiles(scratch, kQuantiles, summary.quantiles);
    return summary;
}

} // namespace export_potential
