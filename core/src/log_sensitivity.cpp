#include "export_potential/log_sensitivity.hpp"

#include "cholesky.hpp"
#include "export_potential/statistics.hpp"
#include "jackknife.hpp"
#include "vector_math.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace export_potential {

namespace {

std::vector<double> centred(std::span<const double> values) {
    const double mean = sampleMean(values);
    std::vector<double> column(values.begin(), values.end());
    for (double &value : column) {
        value -= mean;
    }
    return column;
}

bool varies(std::span<const double> values) {
    return std::ranges::any_of(values, [&](double value) { return value != values.front(); });
}

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

/// Squared standardised coefficients and, last, R^2, from the covariances of all columns, the
/// response last. Empty if there is no solution.
std::vector<double> squaredCoefficients(std::span<const double> covariances, std::size_t size) {
    const std::size_t inputs = size - 1;
    const auto covariance = [&](std::size_t a, std::size_t b) { return covariances[a * size + b]; };
    const auto correlation = [&](std::size_t a, std::size_t b) {
        return covariance(a, b) / std::sqrt(covariance(a, a) * covariance(b, b));
    };
    std::vector<double> matrix(inputs * inputs);
    std::vector<double> coefficients(inputs);
    for (std::size_t a = 0; a < size; ++a) {
        if (!(covariance(a, a) > 0)) {
            return {};
        }
    }
    for (std::size_t a = 0; a < inputs; ++a) {
        for (std::size_t b = 0; b < inputs; ++b) {
            matrix[a * inputs + b] = a == b ? 1 : correlation(a, b);
        }
        coefficients[a] = correlation(a, inputs);
    }
    if (!choleskyFactor(matrix, inputs)) {
        return {};
    }
    choleskySolve(matrix, coefficients);
    double explained = 0;
    for (std::size_t a = 0; a < inputs; ++a) {
        explained += coefficients[a] * correlation(a, inputs);
        coefficients[a] *= coefficients[a];
    }
    coefficients.push_back(explained);
    return coefficients;
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
    const std::size_t count = response.size();
    std::vector<std::size_t> varying;
    std::vector<std::vector<double>> columns;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        assert(inputs[i].size() == count);
        if (varies(inputs[i])) {
            varying.push_back(i);
            columns.push_back(centred(inputs[i]));
        }
    }
    const std::size_t size = columns.size() + 1;
    if (count < kBatches || count * (kBatches - 1) / kBatches < size + 1 || !varies(response)) {
        return std::nullopt;
    }
    columns.push_back(centred(response));

    ByBatch<std::vector<double>> without;
    std::vector<double> all;
    std::vector<ByBatch<Products>> table;
    for (std::size_t a = 0; a < size; ++a) {
        for (std::size_t b = 0; b <= a; ++b) {
            table.push_back(products(columns[a], columns[b]));
        }
    }
    std::vector<double> covariances(size * size);
    for (std::size_t batch = 0; batch <= kBatches; ++batch) {
        const auto n = static_cast<double>(countWithout(count, batch));
        for (std::size_t a = 0, pair = 0; a < size; ++a) {
            for (std::size_t b = 0; b <= a; ++b, ++pair) {
                const double covariance = sumWithout(table[pair], batch).covariance(n);
                covariances[a * size + b] = covariance;
                covariances[b * size + a] = covariance;
            }
        }
        std::vector<double> found = squaredCoefficients(covariances, size);
        if (found.empty()) {
            return std::nullopt;
        }
        (batch == kBatches ? all : without[batch]) = std::move(found);
    }

    const auto estimate = [&](std::size_t i) {
        return jackknife(
            [&](std::size_t batch) { return (batch == kBatches ? all : without[batch])[i]; });
    };
    RegressionShares result;
    result.shares.resize(inputs.size());
    for (std::size_t i = 0; i < varying.size(); ++i) {
        result.shares[varying[i]] = estimate(i);
    }
    result.rSquared = estimate(varying.size());
    return result;
}

} // namespace export_potential
