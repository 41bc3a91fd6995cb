#pragma once

#include "export_potential/copula.hpp"
#include "export_potential/sampling.hpp"
#include "export_potential/simulation.hpp"
#include "input_sampler.hpp"
#include "model.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace export_potential {

/// Makes the inputs of draws: points, made dependent where parameters are correlated, read as
/// values of each parameter's distribution; then the interrupted years of each market.
class InputDrawing {
public:
    explicit InputDrawing(const Model &model);

    /// Fills a table of model.inputs.size() columns. Does not allocate. Safe to call from several
    /// threads.
    void draw(Draws &inputs) const;

    /// The copula of the correlated parameters, if there are any.
    const std::optional<GaussianCopula> &copula() const { return copula_; }

private:
    void drawInterruptions(Draws &inputs, std::size_t market) const;

    const Model &model_;
    std::unique_ptr<const PointSource> points_;
    std::vector<InputSampler> samplers_;
    std::optional<GaussianCopula> copula_;
};

} // namespace export_potential
