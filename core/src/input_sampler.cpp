#include "input_sampler.hpp"

#include <algorithm>
#include <variant>

namespace export_potential {

InputSampler::InputSampler(const Distribution &distribution) : distribution_(distribution) {
    if (const auto *pert = std::get_if<Pert>(&distribution)) {
        table_.emplace(UnitBeta(*pert));
        min_ = pert->min;
        width_ = pert->max - pert->min;
    } else if (const auto *beta = std::get_if<Beta>(&distribution)) {
        table_.emplace(UnitBeta(*beta));
    }
}

void InputSampler::transform(std::span<double> u) const {
    if (table_) {
        for (double &value : u) {
            value = min_ + width_ * table_->quantile(value);
        }
        return;
    }
    if (const auto *fixed = std::get_if<Fixed>(&distribution_)) {
        std::ranges::fill(u, fixed->value);
        return;
    }
    for (double &value : u) {
        value = quantile(distribution_, value);
    }
}

} // namespace export_potential
