#pragma once

#include "export_potential/distribution.hpp"
#include "export_potential/scenario.hpp"
#include "export_potential/simulation.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace export_potential::bindings {

/// Inputs already drawn, kept from one run to the next: drawing them costs more than evaluating the
/// model, and most changes of a scenario leave them as they are.
class InputCache {
public:
    /// Inputs are drawn and kept in groups of this many draws. Divides every allowed number of
    /// draws.
    static constexpr std::size_t kBlock = 256;

    /// Forgets all values unless this simulation draws the same inputs as the one before: same
    /// seed, way of sampling, distributions and last year. Both must be of one pack, whose
    /// correlations no scenario changes.
    void follow(const Simulation &simulation);

    /// The inputs of draws [index * kBlock, (index + 1) * kBlock) of the simulation last followed.
    /// Valid until the next call.
    const Draws &block(const Simulation &simulation, std::size_t index);

    /// Bytes that the inputs of all draws of that simulation will take beyond those kept already.
    std::uint64_t missingBytes(const Simulation &simulation) const;

private:
    std::uint64_t seed_ = 0;
    Sampling sampling_ = Sampling::sobol;
    int endYear_ = 0;
    std::vector<Distribution> distributions_;
    std::vector<std::optional<Draws>> blocks_; ///< by index; none where none was kept yet
    std::vector<bool> drawn_;                  ///< which of them are of that simulation
    std::size_t kept_ = 0;                     ///< doubles in blocks_
    std::optional<Draws> passing_;             ///< the block last drawn once the cache is full
};

} // namespace export_potential::bindings
