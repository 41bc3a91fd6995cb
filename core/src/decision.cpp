#include "export_potential/decision.hpp"

#include "export_potential/statistics.hpp"
#include "jackknife.hpp"
#include "regression_spline.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace export_potential {

namespace {

Estimate meanOf(std::span<const double> values) {
    return {sampleMean(values),
            sampleDeviation(values) / std::sqrt(static_cast<double>(values.size()))};
}

} // namespace

std::size_t bestDecision(NetBenefits netBenefits) {
    assert(!netBenefits.empty());
    std::size_t best = 0;
    for (std::size_t decision = 1; decision < netBenefits.size(); ++decision) {
        if (sampleMean(netBenefits[decision]) > sampleMean(netBenefits[best])) {
            best = decision;
        }
    }
    return best;
}

Estimate evpi(NetBenefits netBenefits) {
    const std::span<const double> best = netBenefits[bestDecision(netBenefits)];
    std::vector<double> regret(best.size());
    for (const std::span<const double> column : netBenefits) {
        assert(column.size() == best.size());
        for (std::size_t j = 0; j < regret.size(); ++j) {
            regret[j] = std::max(regret[j], column[j] - best[j]);
        }
    }
    return meanOf(regret);
}

Estimate evppi(NetBenefits netBenefits, std::span<const double> input) {
    const std::size_t best = bestDecision(netBenefits);
    const RegressionSpline spline(input);
    std::vector<RegressionSpline::Fit> fits;
    std::vector<double> gain(input.size());
    for (std::size_t decision = 0; decision < netBenefits.size(); ++decision) {
        if (decision == best) {
            continue;
        }
        assert(netBenefits[decision].size() == gain.size());
        for (std::size_t j = 0; j < gain.size(); ++j) {
            gain[j] = netBenefits[decision][j] - netBenefits[best][j];
        }
        fits.push_back(spline.fit(gain));
    }
    // The batches without which a curve is fitted are left out of its mean, too.
    Estimate estimate = jackknife([&](std::size_t batch) {
        const auto sums = batchSums<Sums<1>>(input.size(), [&](Sums<1> &sum, std::size_t j) {
            double most = 0;
            for (const RegressionSpline::Fit &fit : fits) {
                most = std::max(most, spline.at(fit, batch, j));
            }
            sum[0] += most;
        });
        return sumWithout(sums, batch)[0] / static_cast<double>(countWithout(input.size(), batch));
    });
    estimate.value = std::min(estimate.value, evpi(netBenefits).value);
    return estimate;
}

Estimate conditionalValueAtRisk(std::span<const double> values, double share) {
    assert(!values.empty() && share > 0 && share <= 1);
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    const double mass = share * static_cast<double>(sorted.size());
    const std::size_t edge = std::min(static_cast<std::size_t>(mass), sorted.size() - 1);
    const double q = sorted[edge];
    // The mean of the worst is q - E[max(0, q - x)] / share, whichever part of q belongs to them.
    std::vector<double> &shortfall = sorted;
    for (double &value : shortfall) {
        value = std::max(0.0, q - value);
    }
    const Estimate mean = meanOf(shortfall);
    return {q - mean.value / share, mean.standardError / share};
}

} // namespace export_potential
