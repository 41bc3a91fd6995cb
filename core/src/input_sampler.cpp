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
    } else if (const auto *normal = std::get_if<TruncatedNormal>(&distribution)) {
        window_ = windowOf(*normal);
    } else if (const auto *lognormal = std::get_if<Lognormal>(&distribution)) {
        window_ = windowOf(*lognormal);
    }
}

void InputSampler::transform(std::span<double> u) const {
    if (table_) {
        table_->quantiles(u);
        for (double &value : u) {
            value = min_ + width_ * value;
        }
        return;
    }
    if (const auto *fixed = std::get_if<Fixed>(&distribution_)) {
        std::ranges::fill(u, fixed->value);
        return;
    }
    if (const auto *normal = std::get_if<TruncatedNormal>(&distribution_)) {
        for (double &value : u) {
            value = quantileIn(*window_, *normal, value);
        }
        return;
    }
    if (const auto *lognormal = std::get_if<Lognormal>(&distribution_)) {
        for (double &value : u) {
            value = quantileIn(*window_, *lognormal, value);
        }
        return;
    }
    for (double &value : u) {
        value = quantile(distribution_, value);
    }
}

} // namespace export_potential
