#include "export_potential/history_matching.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace export_potential {

double implausibility(const HistoryPrediction &prediction, const HistoryTarget &target) {
    const double miss = std::fabs(prediction.mean - target.observed);
    const double variance =
        prediction.variance + target.discrepancyVariance + target.observationVariance;
    return miss == 0 ? 0 : miss / std::sqrt(variance);
}

double maxImplausibility(std::span<const HistoryPrediction> predictions,
                         std::span<const HistoryTarget> targets) {
    assert(predictions.size() == targets.size());
    double largest = 0;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        largest = std::max(largest, implausibility(predictions[i], targets[i]));
    }
    return largest;
}

} // namespace export_potential
