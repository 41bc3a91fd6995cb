#pragma once

#include "export_potential/simulation.hpp"
#include "kernel.hpp"
#include "model.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace export_potential {

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
        constexpr std::size_t lanes = Kernel::kDraws;
        for (std::size_t i = 0; i < inputs.columns(); ++i) {
            const double *from = inputs.column(i).data() + at;
            double *to = inputs_.data() + i * kStride;
            std::copy_n(from, size, to);
            // Where the last block is not full, the last draw fills its spare lanes.
            std::fill_n(to + size, (lanes - size % lanes) % lanes, from[size - 1]);
        }
        for (std::size_t draw = 0; draw < size; draw += lanes) {
            kernel_.evaluate(inputs_.data() + draw, kStride, results_.data() + draw, kStride);
        }
    }

    /// The j-th of the columns, of the rows last evaluated.
    const double *column(std::size_t j) const { return results_.data() + columns_[j] * kStride; }

private:
    static constexpr std::size_t kStride = kDraws + Kernel::kDraws;

    std::vector<std::size_t> columns_;
    Kernel kernel_;
    std::vector<double> inputs_;
    std::vector<double> results_;
};

} // namespace export_potential
