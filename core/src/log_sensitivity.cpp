#include "export_potential/log_sensitivity.hpp"

#include "export_potential/statistics.hpp"
#include "jackknife.hpp"
#include "share_regression.hpp"
#include "vector_math.hpp"

#include <cassert>
#include <numeric>

namespace export_potential {

namespace {

/// Sums of products of two centred columns, and of each, by batch.
struct Products : Sums<3> {
    double covariance(double n) const { return (*this)[0] - (*this)[1] * (*this)[2] / n; }
};

ByBatch<Products> products(std::span<const double> a, std::span<const double> b) {
    return batchSums<Products>(a.size(), [&](Products &sum, std::size_t j) {
        sum[0] += a[j] * b[j];
        sum[1] += a[j];
        sum[2] += b[j];
    });
}

} // namespace

std::optional<std::vector<double>> logarithms(std::span<const double> values) {
    std::vector<double> result;
    result.reserve(values.size());
    for (const double value : values) {
        if (!(value > 0)) {
            return std::nullopt;
        }
        result.push_back(scalar::log(value));
    }
    return result;
}

Estimate covarianceShare(std::span<const double> part, std::span<const double> whole) {
    assert(part.size() == whole.size());
    const std::vector<double> y = centred(whole);
    const auto both = products(centred(part), y);
    const auto self = products(y, y);
    return jackknife([&](std::size_t batch) {
        const auto n = static_cast<double>(countWithout(y.size(), batch));
        const double variance = sumWithout(self, batch).covariance(n);
        return variance > 0 ? sumWithout(both, batch).covariance(n) / variance : 0;
    });
}

std::optional<RegressionShares> regressionShares(std::span<const std::span<const double>> inputs,
                                                 std::span<const double> response) {
    std::vector<std::size_t> groupOf(inputs.size());
    std::iota(groupOf.begin(), groupOf.end(), std::size_t{0});
    return regressionShares(inputs, groupOf, inputs.size(), response);
}

std::optional<RegressionShares> regressionShares(std::span<const std::span<const double>> inputs,
                                                 std::span<const std::size_t> groupOf,
                                                 std::size_t groups,
                                                 std::span<const double> response) {
    ShareRegression regression(response);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        regression.add(inputs[i], groupOf[i]);
    }
    return regression.shares(groups);
}

} // namespace export_potential
