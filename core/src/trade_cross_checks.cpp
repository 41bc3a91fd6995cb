#include "export_potential/trade_cross_checks.hpp"

#include "pairwise_sum.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace export_potential {

std::vector<double> staticExportPotential(std::span<const double> exports,
                                          std::span<const double> world,
                                          std::span<const double> imports, double bilateral) {
    const std::size_t products = exports.size();
    assert(world.size() == products && imports.size() == products);
    std::vector<double> potential(products);
    for (std::size_t k = 0; k < products; ++k) {
        potential[k] = world[k] > 0 ? exports[k] / world[k] * imports[k] : 0;
    }
    const auto expected = pairwiseSum<Sums<1>>(
        0, products, [&](Sums<1> &sum, std::size_t k) { sum[0] += potential[k]; });
    const double ease = expected[0] > 0 ? bilateral / expected[0] : 0;
    for (double &value : potential) {
        value *= ease;
    }
    return potential;
}

double unrealisedPotential(std::span<const double> potential, std::span<const double> actual) {
    assert(potential.size() == actual.size());
    return pairwiseSum<Sums<1>>(0, potential.size(), [&](Sums<1> &sum, std::size_t k) {
        sum[0] += std::max(0.0, potential[k] - actual[k]);
    })[0];
}

std::optional<double> leontiefJobs(std::span<const double> coefficients,
                                   std::span<const double> jobsPerOutput,
                                   std::span<const double> exports) {
    const std::size_t n = exports.size();
    assert(coefficients.size() == n * n && jobsPerOutput.size() == n);
    std::vector<double> matrix(n * n);
    for (std::size_t i = 0; i < n * n; ++i) {
        matrix[i] = (i % (n + 1) == 0 ? 1 : 0) - coefficients[i];
    }
    std::vector<double> output(exports.begin(), exports.end());
    // Elimination without exchange of rows is stable for such a matrix, and its pivots are ratios
    // of the principal minors.
    for (std::size_t column = 0; column < n; ++column) {
        const double pivot = matrix[column * n + column];
        if (!(pivot > 0)) {
            return std::nullopt;
        }
        for (std::size_t row = column + 1; row < n; ++row) {
            const double multiple = matrix[row * n + column] / pivot;
            for (std::size_t k = column + 1; k < n; ++k) {
                matrix[row * n + k] -= multiple * matrix[column * n + k];
            }
            output[row] -= multiple * output[column];
        }
    }
    double jobs = 0;
    for (std::size_t row = n; row-- > 0;) {
        for (std::size_t k = row + 1; k < n; ++k) {
            output[row] -= matrix[row * n + k] * output[k];
        }
        output[row] /= matrix[row * n + row];
        jobs += jobsPerOutput[row] * output[row];
    }
    return jobs;
}

} // namespace export_potential
