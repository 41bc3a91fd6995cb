#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace export_potential {

/// The joint distribution of the inputs, as far as methods for correlated inputs need it: points
/// can be drawn, and some coordinates drawn again given the others. Coordinates may have any
/// margins that the evaluation of the points expects; those made here are uniform on (0, 1), to be
/// put through the inputs' quantile functions.
class ConditionalSampler {
public:
    virtual ~ConditionalSampler() = default;

    /// Number of coordinates; every span below has as many elements.
    virtual std::size_t inputs() const = 0;

    /// Turns independent uniforms into a point.
    virtual void sample(std::span<const double> u, std::span<double> x) const = 0;

    /// Writes to z a point that equals x in the coordinates order[0] .. order[kept - 1], the others
    /// being drawn from their distribution given those by means of u; `order` holds every
    /// coordinate once. Neighbouring values of `kept` should give similar points where they can.
    virtual void redraw(std::span<const double> x, std::span<const std::size_t> order,
                        std::size_t kept, std::span<const double> u, std::span<double> z) const = 0;
};

/// Independent uniforms.
std::unique_ptr<ConditionalSampler> makeIndependentSampler(std::size_t inputs);

/// Uniforms that are Phi of standard normals with this correlation matrix (Gaussian copula), stored
/// by rows, inputs * inputs elements; for a Spearman correlation r put 2 sin(pi r / 6). Null unless
/// the matrix is symmetric, has a diagonal of ones and is positive definite.
std::unique_ptr<ConditionalSampler> makeNormalCopulaSampler(std::span<const double> correlations,
                                                            std::size_t inputs);

} // namespace export_potential
