#include "export_potential/conditional_sampler.hpp"

#include "cholesky.hpp"
#include "special_functions.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <vector>

namespace export_potential {

namespace {

class IndependentSampler final : public ConditionalSampler {
public:
    explicit IndependentSampler(std::size_t inputs) : inputs_(inputs) {}

    std::size_t inputs() const override { return inputs_; }

    void sample(std::span<const double> u, std::span<double> x) const override {
        std::ranges::copy(u, x.begin());
    }

    void redraw(std::span<const double> x, std::span<const std::size_t> order, std::size_t kept,
                std::span<const double> u, std::span<double> z) const override {
        for (std::size_t position = 0; position < order.size(); ++position) {
            const std::size_t i = order[position];
            z[i] = position < kept ? x[i] : u[i];
        }
    }

private:
    std::size_t inputs_;
};

class NormalCopulaSampler final : public ConditionalSampler {
public:
    NormalCopulaSampler(std::span<const double> correlations, std::size_t inputs)
        : correlations_(correlations.begin(), correlations.end()), inputs_(inputs),
          linked_(inputs) {
        for (std::size_t i = 0; i < inputs; ++i) {
            for (std::size_t k = 0; k < inputs; ++k) {
                linked_[i] = linked_[i] || (i != k && correlation(i, k) != 0);
            }
        }
    }

    std::size_t inputs() const override { return inputs_; }

    void sample(std::span<const double> u, std::span<double> x) const override {
        std::vector<std::size_t> order(inputs_);
        std::iota(order.begin(), order.end(), std::size_t{0});
        redraw(u, order, 0, u, x);
    }

    void redraw(std::span<const double> x, std::span<const std::size_t> order, std::size_t kept,
                std::span<const double> u, std::span<double> z) const override {
        // With the kept ones first, the rows of the Cholesky factor are the regressions of each
        // coordinate on those before it: what is kept determines the first independent normals.
        std::vector<std::size_t> chain;
        std::size_t given = 0;
        for (std::size_t position = 0; position < order.size(); ++position) {
            const std::size_t i = order[position];
            if (linked_[i]) {
                chain.push_back(i);
                given += position < kept ? 1 : 0;
            } else {
                z[i] = position < kept ? x[i] : u[i];
            }
        }
        const std::size_t size = chain.size();
        std::vector<double> factor(size * size);
        std::vector<double> normal(size);
        for (std::size_t row = 0; row < size; ++row) {
            for (std::size_t column = 0; column <= row; ++column) {
                factor[row * size + column] = correlation(chain[row], chain[column]);
            }
        }
        choleskyFactor(factor, size);
        for (std::size_t row = 0; row < size; ++row) {
            const std::size_t i = chain[row];
            double regression = 0;
            for (std::size_t column = 0; column < row; ++column) {
                regression += factor[row * size + column] * normal[column];
            }
            const double scale = factor[row * size + row];
            if (row < given) {
                normal[row] = (normalQuantile(x[i]) - regression) / scale;
                z[i] = x[i];
            } else {
                normal[row] = normalQuantile(u[i]);
                z[i] = inside(normalCdf(regression + scale * normal[row]));
            }
        }
    }

private:
    double correlation(std::size_t a, std::size_t b) const {
        return correlations_[a * inputs_ + b];
    }

    /// Phi rounds to 1 from 8.3 on; a quantile function needs less.
    static double inside(double u) { return std::clamp(u, 0x1p-53, 1 - 0x1p-53); }

    std::vector<double> correlations_;
    std::size_t inputs_;
    std::vector<bool> linked_; ///< has a correlation with another
};

} // namespace

std::unique_ptr<ConditionalSampler> makeIndependentSampler(std::size_t inputs) {
    return std::make_unique<IndependentSampler>(inputs);
}

std::unique_ptr<ConditionalSampler> makeNormalCopulaSampler(std::span<const double> correlations,
                                                            std::size_t inputs) {
    assert(correlations.size() == inputs * inputs);
    for (std::size_t a = 0; a < inputs; ++a) {
        for (std::size_t b = 0; b <= a; ++b) {
            const double value = correlations[a * inputs + b];
            if (a == b ? value != 1 : value != correlations[b * inputs + a]) {
                return nullptr;
            }
        }
    }
    std::vector<double> factor(correlations.begin(), correlations.end());
    if (!choleskyFactor(factor, inputs)) {
        return nullptr;
    }
    return std::make_unique<NormalCopulaSampler>(correlations, inputs);
}

} // namespace export_potential
