#pragma once

#include "export_potential/copula.hpp"
#include "export_potential/sampling.hpp"
#include "export_potential/simulation.hpp"
#include "input_sampler.hpp"
#include "model.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace export_potential {

/// The copula of the parameters that the pack correlates, if there are any.
std::optional<GaussianCopula> makeCopula(const Model &model);

/// Makes the inputs of draws: points, made dependent where parameters are correlated, read as
/// values of each parameter's distribution; then the interrupted years of each market.
class InputDrawing {
public:
    /// The inputs of runs, or a second set that is independent of them: other dimensions of the
    /// same points, as sensitivity analysis needs it. Other scrambles of the same dimensions would
    /// not do: draws that share leading digits in one share them in the other.
    enum class Set { first, second };

    explicit InputDrawing(const Model &model);

    /// Fills a table of model.inputs.size() columns. Allocates nothing for each draw. Safe to call
    /// from several threads.
    void draw(Draws &inputs, Set set = Set::first) const;

    /// Replaces uniforms of a parameter by values of its distribution. Does not allocate.
    void transform(std::size_t parameter, std::span<double> u) const {
        samplers_[parameter].transform(u);
    }

    /// The interrupted years of a market as its input holds them, from a chance of interruption and
    /// a number that decides which happen; different numbers are independent of one another and of
    /// what `draw` makes.
    double interruptedYears(std::size_t market, double chance, std::uint64_t decider) const;

    /// The copula of the correlated parameters, if there are any.
    const std::optional<GaussianCopula> &copula() const { return copula_; }

    /// Fills the interrupted years of a market, the last step of `draw`: from the chances that
    /// stand in the table, by the same random numbers each time.
    void drawInterruptions(Draws &inputs, std::size_t market, Set set = Set::first) const;

private:
    const Model &model_;
    std::unique_ptr<const PointSource> points_;
    std::vector<InputSampler> samplers_;
    std::vector<bool> pointless_; ///< parameters whose value depends on no point
    std::optional<GaussianCopula> copula_;
};

} // namespace export_potential
