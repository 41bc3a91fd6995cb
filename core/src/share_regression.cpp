#include "share_regression.hpp"

#include "cholesky.hpp"
#include "export_potential/statistics.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace export_potential {

namespace {

/// Whether the values differ in the draws outside every batch.
bool variesWithoutAnyBatch(std::span<const double> values) {
    if (values.size() < kBatches) {
        return false;
    }
    for (std::size_t batch = 0; batch < kBatches; ++batch) {
        const auto before = values.first(batchBegin(values.size(), batch));
        const auto after = values.subspan(batchBegin(values.size(), batch + 1));
        const double some = before.empty() ? after.front() : before.front();
        const auto differs = [&](double value) { return value != some; };
        if (std::ranges::none_of(before, differs) && std::ranges::none_of(after, differs)) {
            return false;
        }
    }
    return true;
}

} // namespace

std::vector<double> centred(std::span<const double> values) {
    const double mean = sampleMean(values);
    std::vector<double> column(values.begin(), values.end());
    for (double &value : column) {
        value -= mean;
    }
    return column;
}

ShareRegression::ShareRegression(std::span<const double> response)
    : count_(response.size()), responseVaries_(variesWithoutAnyBatch(response)) {
    if (responseVaries_) {
        addColumn(response);
    }
}

void ShareRegression::add(std::span<const double> input, std::size_t group) {
    assert(input.size() == count_);
    if (responseVaries_ && variesWithoutAnyBatch(input)) {
        groupOf_.push_back(group);
        addColumn(input);
    }
}

void ShareRegression::addColumn(std::span<const double> values) {
    columns_.push_back(centred(values));
    const std::vector<double> &column = columns_.back();
    sums_.push_back(
        batchSums<double>(count_, [&](double &sum, std::size_t j) { sum += column[j]; }));
    for (const std::vector<double> &other : columns_) {
        products_.push_back(batchSums<double>(
            count_, [&](double &sum, std::size_t j) { sum += column[j] * other[j]; }));
    }
}

std::vector<double> ShareRegression::fit(std::size_t batch, std::size_t groups) const {
    const std::size_t size = columns_.size();
    const auto n = static_cast<double>(countWithout(count_, batch));
    std::vector<double> sums(size);
    std::vector<double> deviations(size);
    std::vector<double> correlations(size * size);
    for (std::size_t a = 0, pair = 0; a < size; ++a) {
        sums[a] = sumWithout(sums_[a], batch);
        for (std::size_t b = 0; b <= a; ++b, ++pair) {
            correlations[a * size + b] = sumWithout(products_[pair], batch) - sums[a] * sums[b] / n;
        }
        const double variance = correlations[a * size + a];
        if (!(variance > 0)) {
            return {};
        }
        deviations[a] = std::sqrt(variance);
        for (std::size_t b = 0; b < a; ++b) {
            const double r = correlations[a * size + b] / (deviations[a] * deviations[b]);
            correlations[a * size + b] = r;
            correlations[b * size + a] = r;
        }
        correlations[a * size + a] = 1;
    }

    const std::size_t inputs = size - 1;
    std::vector<double> matrix(inputs * inputs);
    std::vector<double> coefficients(inputs);
    for (std::size_t a = 0; a < inputs; ++a) {
        std::copy_n(&correlations[(a + 1) * size + 1], inputs, &matrix[a * inputs]);
        coefficients[a] = correlations[a + 1];
    }
    if (!choleskyFactor(matrix, inputs)) {
        return {};
    }
    choleskySolve(matrix, coefficients);
    std::vector<double> result(groups + 1);
    for (std::size_t a = 0; a < inputs; ++a) {
        result.back() += coefficients[a] * correlations[a + 1];
        for (std::size_t b = 0; b < inputs; ++b) {
            if (groupOf_[a] == groupOf_[b]) {
                result[groupOf_[a]] +=
                    coefficients[a] * coefficients[b] * correlations[(a + 1) * size + b + 1];
            }
        }
    }
    return result;
}

std::optional<RegressionShares> ShareRegression::shares(std::size_t groups) const {
    if (!responseVaries_ || count_ * (kBatches - 1) / kBatches < columns_.size() + 1) {
        return std::nullopt;
    }
    std::vector<std::vector<double>> fits;
    for (std::size_t batch = 0; batch <= kBatches; ++batch) {
        fits.push_back(fit(batch, groups));
        if (fits.back().empty()) {
            return std::nullopt;
        }
    }
    const auto estimate = [&](std::size_t i) {
        return jackknife([&](std::size_t batch) { return fits[batch][i]; });
    };
    RegressionShares result;
    for (std::size_t group = 0; group < groups; ++group) {
        result.shares.push_back(estimate(group));
    }
    result.rSquared = estimate(groups);
    return result;
}

} // namespace export_potential
