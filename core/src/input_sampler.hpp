#pragma once

#include "export_potential/distribution.hpp"
#include "normal_window.hpp"
#include "unit_beta.hpp"

#include <optional>
#include <span>

namespace export_potential {

/// Turns uniforms into values of one distribution, by its quantile function: inversion keeps the
/// order of the uniforms, which a copula and quasi-random points both need.
class InputSampler {
public:
    explicit InputSampler(const Distribution &distribution);

    /// Replaces each u, 0 < u < 1, by its quantile. Does not allocate.
    void transform(std::span<double> u) const;

private:
    Distribution distribution_;
    std::optional<BetaTable> table_;     ///< for Beta and Pert
    std::optional<NormalWindow> window_; ///< for TruncatedNormal and Lognormal
    double min_ = 0;
    double width_ = 1;
};

} // namespace export_potential
