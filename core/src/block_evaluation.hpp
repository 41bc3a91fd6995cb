#pragma once

#include "export_potential/simulation.hpp"
#include "kernel.hpp"
#include "model.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace export_potential {

/// Copies some tens of numbers. Where the compiler makes WebAssembly's own instruction of a copy,
/// its engine calls a function each time, which takes longer than the copying.
HWY_INLINE void copyFew(const double *from, std::size_t count, double *to) {
    const Lanes d;
    constexpr std::size_t lanes = hn::MaxLanes(Lanes());
    std::size_t at = 0;
    for (; at + 4 * lanes <= count; at += 4 * lanes) {
        const Vec first = hn::LoadU(d, from + at);
        const Vec second = hn::LoadU(d, from + at + lanes);
        const Vec third = hn::LoadU(d, from + at + 2 * lanes);
        const Vec fourth = hn::LoadU(d, from + at + 3 * lanes);
        hn::StoreU(first, d, to + at);
        hn::StoreU(second, d, to + at + lanes);
        hn::StoreU(third, d, to + at + 2 * lanes);
        hn::StoreU(fourth, d, to + at + 3 * lanes);
    }
    for (; at < count; ++at) {
        to[at] = from[at];
    }
}

/// Evaluates draws of a table in blocks that the kernel reads and writes in memory of its own.
/// Columns of a whole run lie a power of two apart, and so would fall on the same few places of the
/// cache; the spare draws keep those of a block apart.
class BlockEvaluation {
public:
    BlockEvaluation(const Model &model, std::span<const std::size_t> columns)
        : columns_(columns.begin(), columns.end()), kernel_(model, Wanted(model, columns)),
          inputs_(model.inputs.size() * kStride),
          results_(model.columns.columns().size() * kStride) {}

    static constexpr std::size_t kDraws = 64;

    /// Evaluates `size` rows of a table from row `at` on, at most kDraws.
    void evaluate(const Draws &inputs, std::size_t at, std::size_t size) {
        constexpr std::size_t lanes = kBlockDraws;
        for (std::size_t i = 0; i < inputs.columns(); ++i) {
            const double *from = inputs.column(i).data() + at;
            double *to = inputs_.data() + i * kStride;
            copyFew(from, size, to);
            // Where the last block is not full, the last draw fills its spare lanes.
            std::fill_n(to + size, (lanes - size % lanes) % lanes, from[size - 1]);
        }
        for (std::size_t draw = 0; draw < size; draw += lanes) {
            kernel_.evaluate(inputs_.data() + draw, kStride, results_.data() + draw, kStride);
        }
    }

    /// Copies the j-th of the columns, of the `size` rows last evaluated.
    void copyColumn(std::size_t j, std::size_t size, double *to) const {
        copyFew(results_.data() + columns_[j] * kStride, size, to);
    }

private:
    static constexpr std::size_t kStride = kDraws + kBlockDraws;

    std::vector<std::size_t> columns_;
    Kernel kernel_;
    std::vector<double> inputs_;
    std::vector<double> results_;
};

} // namespace export_potential
