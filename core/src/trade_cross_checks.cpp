#include "export_potential/trade_cross_checks.hpp"

#include "pairwise_sum.hpp"
#include "vector_math.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
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

OutlookFactors outlookFactors(double exports, const TradeOutlook &outlook,
                              const ProductOutlook &product) {
    const double ownProduce =
        exports < product.ownImports ? exports / product.ownImports : 1; // m_ik may be 0
    const double income = outlook.marketGdp / outlook.marketPopulation;
    return {
        .supply = outlook.exporterGdp / product.exportersGdp * ownProduce *
                  ((1 + product.tariffFaced) / (1 + product.tariffOfWorld)),
        .demand = scalar::exp(product.incomeElasticity * scalar::log(income)) *
                  outlook.marketPopulation *
                  ((1 + product.tariffOfMarket) / (1 + product.tariffBetween)),
        .ease = scalar::exp(-std::fabs(product.meanLogDistance - outlook.logDistance)),
    };
}

std::vector<double> projectedExportPotential(std::span<const double> exports,
                                             std::span<const double> world,
                                             std::span<const double> imports, double bilateral,
                                             const TradeOutlook &outlook,
                                             std::span<const ProductOutlook> products) {
    assert(products.size() == exports.size());
    std::vector<double> potential = staticExportPotential(exports, world, imports, bilateral);
    for (std::size_t k = 0; k < potential.size(); ++k) {
        const auto [supply, demand, ease] = outlookFactors(exports[k], outlook, products[k]);
        potential[k] *= supply * demand * ease;
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
