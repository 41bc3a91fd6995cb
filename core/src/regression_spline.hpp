#pragma once

#include "export_potential/estimate.hpp"
#include "jackknife.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace export_potential {

/// E[y | x] from a sample, by a penalised cubic regression spline (P-spline: Eilers and Marx 1996,
/// Statistical Science 11(2)): cubic B-splines on sixteen equal segments of the normal scores of x,
/// with the square of second differences of the coefficients penalised.
///
/// Normal scores put as many draws into the tails as a normal sample has, whatever the distribution
/// of x, and a function of a lognormal input that grows like a power is smooth on them. What the
/// penalty leaves alone is a straight line. Its weight, from n 1e-4 to n 1e4 in steps of sqrt(10),
/// minimises generalised cross-validation with each parameter counted as 1.4 (Kim and Gu 2004,
/// JRSS B 66(2)), n RSS / (n - 1.4 p)^2, where p is the trace of the smoother; a constant, p = 1,
/// is among the candidates and wins ties.
class RegressionSpline {
public:
    static constexpr std::size_t kSegments = 16;
    static constexpr std::size_t kTerms = kSegments + 3;
    using Coefficients = std::array<double, kTerms>;

    /// 32 values at least, none NaN.
    explicit RegressionSpline(std::span<const double> x);

    struct Fit {
        /// Element b is fitted without batch b, the last to all draws. Where a constant was chosen
        /// the last is 0 and the others are those of the smoothest curve, so that an error
        /// estimated from them is not 0.
        std::array<Coefficients, kBatches + 1> coefficients{};
        double mean = 0; ///< of the response
        double effectiveParameters = 1;
        Estimate explained; ///< 1 - (RSS / (n - p)) / (TSS / (n - 1)), adjusted R^2
    };

    /// y has the length of x. The mean of the fitted values is that of y.
    Fit fit(std::span<const double> y) const;

    /// The curve without a batch, or of all draws for batch kBatches, at x of a draw.
    double at(const Fit &fit, std::size_t batch, std::size_t draw) const;

private:
    static constexpr std::size_t kBand = 4;
    static constexpr std::size_t kWeights = 17;
    using Matrix = std::array<double, kTerms * kTerms>;
    using Band = Sums<kTerms * kBand>;

    struct Place {
        std::size_t segment;
        std::array<double, kBand> weights; ///< of the terms segment .. segment + 3
    };
    Place place(std::size_t draw) const;
    Matrix gram(std::size_t batch) const;
    bool factor(std::size_t batch, std::size_t weight, Matrix &matrix) const;

    std::vector<double> position_; ///< in segments, 0 .. kSegments; empty if no curve can be told
    std::size_t count_;
    ByBatch<Band> bands_; ///< cross products of the terms c and c + k at kBand c + k
    Matrix gram_{};
    std::vector<Matrix> factors_; ///< of the weights, from the least, whose equations can be solved
    std::vector<double> parameters_; ///< of the same weights
};

} // namespace export_potential
