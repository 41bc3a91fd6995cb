#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace export_potential {

/// Points of the unit cube, one for each draw. A coordinate depends only on (seed, draw,
/// dimension), never on which other draws are asked for, so any split of the draws gives the same
/// points.
class PointSource {
public:
    virtual ~PointSource() = default;

    /// Writes coordinate `dimension` of the draws first, first + 1, ... into u, each strictly
    /// between 0 and 1. Does not allocate. Safe to call from several threads.
    virtual void fill(std::uint64_t first, std::size_t dimension, std::span<double> u) const = 0;
};

/// Independent uniforms from the counter-based generator Philox4x32-10 (Salmon, Moraes, Dror and
/// Shaw 2011, SC11), keyed by the seed, counted by draw and dimension. 52 random bits a coordinate.
std::unique_ptr<PointSource> makeCounterPoints(std::uint64_t seed);

} // namespace export_potential
