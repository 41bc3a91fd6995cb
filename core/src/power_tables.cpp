#include "power.hpp"

#include <bit>
#include <cmath>

namespace export_potential {

namespace {

/// 2^(i / 64), the root of 2^(2 i / 64): a root halves the error of what it is taken of.
double fractionalPower(std::size_t i) {
    if (i == 0) {
        return 1;
    }
    const std::size_t twice = 2 * i;
    return twice < PowerTables::kFractions
               ? std::sqrt(fractionalPower(twice))
               : std::sqrt(2 * fractionalPower(twice - PowerTables::kFractions));
}

} // namespace

PowerTables::PowerTables() {
    constexpr double kLn2 = 0.69314718055994530942;
    const auto edge = [](std::size_t i) {
        return std::bit_cast<double>(kFirst + (std::uint64_t{i} << kWidth));
    };
    for (std::size_t i = 0; i < kLogarithms; ++i) {
        const bool hasOne = edge(i) <= 1 && 1 < edge(i + 1);
        const double inverse = hasOne ? 1 : 2 / (edge(i) + edge(i + 1));
        logarithms[2 * i] = inverse;
        logarithms[2 * i + 1] = hasOne ? 0 : -scalar::log(inverse) / kLn2;
    }
    for (std::size_t i = 0; i < kFractions; ++i) {
        fractions[i] = fractionalPower(i);
    }
}

// NOLINTNEXTLINE(cert-err58-cpp): it throws nothing.
const PowerTables kPowerTables;

} // namespace export_potential
