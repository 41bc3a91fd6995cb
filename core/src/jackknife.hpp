#pragma once

#include "export_potential/estimate.hpp"
#include "pairwise_sum.hpp"

#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace export_potential {

// Standard errors by the delete-a-group jackknife (Quenouille 1956; Shao and Tu 1995, section 2.2):
// the draws are cut into sixteen consecutive batches, the statistic is computed anew without each
// of them, and its error is sqrt(15/16 SUM (without_b - mean of them)^2). Batches of neighbours
// need nothing but that draws are independent; with points of a low-discrepancy net the error is
// too large, never too small.

inline constexpr std::size_t kBatches = 16;

/// A value for each batch, or for the sample without it.
template <class T>
using ByBatch = std::array<T, kBatches>;

/// First draw of a batch; that of batch kBatches is count, which must be kBatches at least.
inline std::size_t batchBegin(std::size_t count, std::size_t batch) {
    assert(count >= kBatches);
    return count * batch / kBatches;
}

/// Draws that do not belong to the batch; all of them for batch kBatches.
inline std::size_t countWithout(std::size_t count, std::size_t batch) {
    return batch == kBatches ? count
                             : count - (batchBegin(count, batch + 1) - batchBegin(count, batch));
}

/// pairwiseSum over each batch.
template <class Sum, class Add>
ByBatch<Sum> batchSums(std::size_t count, const Add &add) {
    ByBatch<Sum> sums;
    for (std::size_t batch = 0; batch < kBatches; ++batch) {
        sums[batch] = pairwiseSum<Sum>(batchBegin(count, batch), batchBegin(count, batch + 1), add);
    }
    return sums;
}

/// Sum over all batches but one; over all for batch kBatches.
template <class Sum>
Sum sumWithout(const ByBatch<Sum> &sums, std::size_t batch) {
    Sum sum{};
    for (std::size_t other = 0; other < kBatches; ++other) {
        if (other != batch) {
            sum += sums[other];
        }
    }
    return sum;
}

/// Standard error from the values without each batch.
inline double jackknifeError(const ByBatch<double> &without) {
    double mean = 0;
    for (const double value : without) {
        mean += value / kBatches;
    }
    double squares = 0;
    for (const double value : without) {
        squares += (value - mean) * (value - mean);
    }
    return std::sqrt(squares * (kBatches - 1) / kBatches);
}

/// statistic(batch) is computed from the draws outside the batch; from all for batch kBatches.
template <class Statistic>
Estimate jackknife(const Statistic &statistic) {
    ByBatch<double> without;
    for (std::size_t batch = 0; batch < kBatches; ++batch) {
        without[batch] = statistic(batch);
    }
    return {statistic(kBatches), jackknifeError(without)};
}

} // namespace export_potential
