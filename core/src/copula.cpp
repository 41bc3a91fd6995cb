#include "export_potential/copula.hpp"

#include "correlation_matrix.hpp"
#include "normal_cdf.hpp"
#include "normal_quantile.hpp"
#include "special_functions.hpp"
#include "trigonometry.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numbers>
#include <string>
#include <utility>

namespace export_potential {

namespace {

constexpr double kSmallestEigenvalue = 1e-6;

/// Replaces each z by Phi(z), as a coordinate, which is never 0 or 1.
void toCoordinates(std::span<double> z) {
    const Lanes d;
    for (std::size_t i = 0; i < z.size(); i += hn::Lanes(d)) {
        const std::size_t left = z.size() - i;
        const Vec u = equations::normalCdf(d, hn::LoadN(d, z.data() + i, left));
        const Vec inside = hn::Clamp(u, hn::Set(d, 0x1p-53), hn::Set(d, 1 - 0x1p-53));
        hn::StoreN(inside, d, z.data() + i, left);
    }
}

/// Phi^-1 of each u.
void toNormal(std::span<const double> u, std::span<double> z) {
    const Lanes d;
    for (std::size_t i = 0; i < u.size(); i += hn::Lanes(d)) {
        const std::size_t left = u.size() - i;
        // The spare lanes of the last vector would be 0, of which there is no quantile.
        const Vec inside = larger(hn::LoadN(d, u.data() + i, left), hn::Set(d, 0x1p-53));
        hn::StoreN(equations::normalQuantile(d, inside), d, z.data() + i, left);
    }
}

std::size_t placeOf(std::span<const std::size_t> dimensions, std::size_t dimension) {
    return static_cast<std::size_t>(std::ranges::lower_bound(dimensions, dimension) -
                                    dimensions.begin());
}

Errors faultsOf(std::span<const RankCorrelation> correlations) {
    Errors errors;
    for (std::size_t i = 0; i < correlations.size(); ++i) {
        const RankCorrelation &pair = correlations[i];
        const std::string path = '/' + std::to_string(i);
        if (!(std::fabs(pair.spearman) < 1)) {
            errors.push_back({ErrorCode::outOfRange, path,
                              "a rank correlation must lie strictly between -1 and 1"});
        }
        const auto isSamePair = [&pair](const RankCorrelation &other) {
            return std::minmax(other.first, other.second) == std::minmax(pair.first, pair.second);
        };
        if (pair.first == pair.second) {
            errors.push_back({ErrorCode::conflict, path,
                              "a rank correlation must be of two different parameters"});
        } else if (std::ranges::any_of(correlations.first(i), isSamePair)) {
            errors.push_back({ErrorCode::conflict, path,
                              "the rank correlation of two parameters must be given once"});
        }
    }
    return errors;
}

/// `correlation` with rows and columns in another order.
Matrix reordered(std::span<const double> correlation, std::span<const std::size_t> order) {
    const std::size_t n = order.size();
    Matrix matrix(n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            matrix(i, j) = correlation[order[i] * n + order[j]];
        }
    }
    return matrix;
}

} // namespace

double normalCorrelation(double spearman) {
    return 2 * scalar::sin(std::numbers::pi / 6 * spearman);
}

double rankCorrelation(double normal) {
    return 6 / std::numbers::pi * scalar::asin(normal / 2);
}

ConditionalNormal::ConditionalNormal(std::span<const double> correlation,
                                     const std::vector<bool> &given) {
    const std::size_t n = given.size();
    for (const bool wanted : {true, false}) {
        for (std::size_t column = 0; column < n; ++column) {
            if (given[column] == wanted) {
                order_.push_back(column);
                given_ += wanted ? 1 : 0;
            }
        }
    }
    // With L = (L_AA 0; L_BA L_BB) the factor of R in this order, z_A = L_AA e_A and
    // z_B = L_BA e_A + L_BB e_B = L_BA L_AA^-1 z_A + L_BB e_B.
    const std::optional<Matrix> factor = choleskyFactor(reordered(correlation, order_));
    assert(factor);
    coefficients_.resize(n * n);
    depends_.resize(n);
    for (std::size_t row = given_; row < n; ++row) {
        double *coefficients = coefficients_.data() + row * n;
        for (std::size_t column = given_; column <= row; ++column) {
            coefficients[column] = (*factor)(row, column);
        }
        for (std::size_t column = given_; column-- > 0;) {
            double rest = (*factor)(row, column);
            for (std::size_t k = column + 1; k < given_; ++k) {
                rest -= coefficients[k] * (*factor)(k, column);
            }
            coefficients[column] = rest / (*factor)(column, column);
        }
        depends_[row] =
            std::any_of(coefficients, coefficients + row, [](double c) { return c != 0; });
    }
}

void ConditionalNormal::transform(std::span<const std::span<double>> columns) const {
    assert(columns.size() == order_.size());
    constexpr std::size_t kTile = 64;
    const std::size_t n = order_.size();
    const std::size_t draws = n == 0 ? 0 : columns[0].size();
    for (std::size_t start = 0; start < draws; start += kTile) {
        const std::size_t count = std::min(kTile, draws - start);
        const auto tile = [&](std::size_t place) {
            return columns[order_[place]].subspan(start, count);
        };
        // From the last column to the first, so that each is still its own z when it is added to
        // those that come after it. Those that stay as they are lend their z from a buffer.
        std::array<double, kTile> buffer;
        for (std::size_t place = n; place-- > 0;) {
            const std::span<double> u = tile(place);
            const std::span<double> z = depends_[place] ? u : std::span(buffer).first(count);
            toNormal(u, z);
            for (std::size_t row = std::max(place + 1, given_); row < n; ++row) {
                const double weight = coefficient(row, place);
                if (weight == 0) {
                    continue;
                }
                const std::span<double> sum = tile(row);
                for (std::size_t draw = 0; draw < count; ++draw) {
                    sum[draw] += weight * z[draw];
                }
            }
            if (depends_[place]) {
                for (double &value : z) {
                    value *= coefficient(place, place);
                }
            }
        }
        for (std::size_t place = given_; place < n; ++place) {
            if (depends_[place]) {
                toCoordinates(tile(place));
            }
        }
    }
}

GaussianCopula::GaussianCopula(std::vector<std::size_t> dimensions, std::vector<double> correlation)
    : dimensions_(std::move(dimensions)), correlation_(std::move(correlation)),
      joint_(correlation_, std::vector<bool>(dimensions_.size())) {}

Result<GaussianCopula> GaussianCopula::make(std::span<const RankCorrelation> correlations) {
    if (Errors errors = faultsOf(correlations); !errors.empty()) {
        return errors;
    }
    std::vector<std::size_t> dimensions;
    for (const RankCorrelation &pair : correlations) {
        dimensions.insert(dimensions.end(), {pair.first, pair.second});
    }
    std::ranges::sort(dimensions);
    dimensions.erase(std::unique(dimensions.begin(), dimensions.end()), dimensions.end());
    Matrix matrix(dimensions.size());
    for (std::size_t i = 0; i < matrix.size; ++i) {
        matrix(i, i) = 1;
    }
    for (const auto &[first, second, spearman] : correlations) {
        const std::size_t i = placeOf(dimensions, first);
        const std::size_t j = placeOf(dimensions, second);
        matrix(i, j) = matrix(j, i) = normalCorrelation(spearman);
    }
    if (std::ranges::all_of(eigen(matrix).values,
                            [](double value) { return value >= kSmallestEigenvalue; })) {
        return GaussianCopula(std::move(dimensions), std::move(matrix.values));
    }
    Matrix nearest = nearestCorrelation(matrix, kSmallestEigenvalue);
    double largestChange = 0;
    for (std::size_t i = 0; i < matrix.values.size(); ++i) {
        const double change =
            rankCorrelation(nearest.values[i]) - rankCorrelation(matrix.values[i]);
        largestChange = std::max(largestChange, std::fabs(change));
    }
    GaussianCopula copula(std::move(dimensions), std::move(nearest.values));
    copula.repaired_ = true;
    copula.largestChange_ = largestChange;
    return copula;
}

ConditionalNormal GaussianCopula::given(std::span<const std::size_t> dimensions) const {
    std::vector<bool> given(dimensions_.size());
    for (const std::size_t dimension : dimensions) {
        const std::size_t place = placeOf(dimensions_, dimension);
        if (place < dimensions_.size() && dimensions_[place] == dimension) {
            given[place] = true;
        }
    }
    return {correlation_, given};
}

} // namespace export_potential
