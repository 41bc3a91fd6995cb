#include "input_sampler.hpp"

#include "vector_math.hpp"

#include <algorithm>
#include <cstddef>
#include <variant>

namespace export_potential {

namespace {

/// Replaces each of `values` by function(value), a vector at a time.
template <class Function>
void inVectors(std::span<double> values, const Function &function) {
    const Lanes d;
    const std::size_t lanes = hn::Lanes(d);
    std::size_t at = 0;
    for (; at + lanes <= values.size(); at += lanes) {
        hn::StoreU(function(hn::LoadU(d, values.data() + at)), d, values.data() + at);
    }
    if (at < values.size()) {
        // The spare lanes hold a number that every function knows.
        const std::size_t left = values.size() - at;
        const auto some = hn::FirstN(d, left);
        const Vec rest =
            hn::IfThenElse(some, hn::LoadN(d, values.data() + at, left), hn::Set(d, 0.5));
        hn::StoreN(function(rest), d, values.data() + at, left);
    }
}

/// Quantiles of Triangular, as Quantile in distribution.cpp.
void transformTriangular(const Triangular &family, std::span<double> u) {
    const Lanes d;
    const double width = family.max - family.min;
    if (width <= 0) {
        std::ranges::fill(u, family.min);
        return;
    }
    const Vec rising = hn::Set(d, (family.mode - family.min) / width);
    const Vec one = hn::Set(d, 1.0);
    const auto root = [&](Vec share, double side) {
        return hn::Sqrt(share * hn::Set(d, width) * hn::Set(d, side));
    };
    inVectors(u, [&](Vec x) {
        const Vec left = hn::Set(d, family.min) + root(x, family.mode - family.min);
        const Vec right = hn::Set(d, family.max) - root(one - x, family.max - family.mode);
        return hn::IfThenElse(hn::Lt(x, rising), left, right);
    });
}

} // namespace

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
    const Lanes d;
    if (const auto *normal = std::get_if<TruncatedNormal>(&distribution_)) {
        inVectors(u, [&](Vec x) { return quantileIn(d, *window_, *normal, x); });
        return;
    }
    if (const auto *lognormal = std::get_if<Lognormal>(&distribution_)) {
        inVectors(u, [&](Vec x) { return quantileIn(d, *window_, *lognormal, x); });
        return;
    }
    if (const auto *triangular = std::get_if<Triangular>(&distribution_)) {
        transformTriangular(*triangular, u);
        return;
    }
    if (const auto *uniform = std::get_if<Uniform>(&distribution_)) {
        for (double &value : u) {
            value = uniform->min + value * (uniform->max - uniform->min);
        }
    }
}

} // namespace export_potential
