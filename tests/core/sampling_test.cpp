// Points of the unit cube: Philox4x32-10, whatever the split of the draws.

#include "export_potential/sampling.hpp"

#include "../data/scipy_reference.hpp"
#include "export_potential/statistics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace export_potential {
namespace {

double counterPoint(std::uint64_t seed, std::uint64_t draw, std::size_t dimension) {
    double u = 0;
    makeCounterPoints(seed)->fill(draw, dimension, {&u, 1});
    return u;
}

TEST(CounterPoints, OfZeroAreThePublishedKnownAnswer) {
    // Random123, philox4x32 with 10 rounds, counter and key 0: 6627e8d5 e169c58d bc57ac4c 9b00dbd8.
    constexpr std::uint64_t kBits = 0xe169c58d6627e8d5 >> 12;
    EXPECT_EQ(counterPoint(0, 0, 0), (static_cast<double>(kBits) + 0.5) * 0x1p-52);
}

TEST(CounterPoints, AreThoseOfAnIndependentPhilox) {
    for (const auto &[seed, draw, dimension, u] : reference::kPhilox) {
        EXPECT_EQ(counterPoint(seed, draw, dimension), u)
            << seed << ' ' << draw << ' ' << dimension;
    }
}

TEST(CounterPoints, DoNotDependOnWhichOthersAreAskedFor) {
    const auto points = makeCounterPoints(20'261'124);
    for (const std::uint64_t first : {std::uint64_t{0}, std::uint64_t{0xffffffc0}}) {
        std::vector<double> all(137);
        points->fill(first, 3, all);
        std::vector<double> pieces;
        std::uint64_t at = first;
        for (const std::size_t count : {1u, 3u, 5u, 63u, 65u}) {
            std::vector<double> piece(count);
            points->fill(at, 3, piece);
            pieces.insert(pieces.end(), piece.begin(), piece.end());
            at += count;
        }
        EXPECT_EQ(all, pieces);
    }
}

TEST(CounterPoints, DifferByDrawDimensionAndSeed) {
    std::vector<double> seen;
    for (const std::uint64_t seed : {0u, 1u, 2u}) {
        for (const std::uint64_t draw : {0u, 1u, 2u}) {
            for (const std::size_t dimension : {0u, 1u, 2u}) {
                seen.push_back(counterPoint(seed, draw, dimension));
            }
        }
    }
    std::ranges::sort(seen);
    EXPECT_EQ(std::ranges::adjacent_find(seen), seen.end());
}

TEST(CounterPoints, AreUniformAndNeverReachTheEnds) {
    constexpr std::size_t kCount = 65'536;
    constexpr std::size_t kBins = 64;
    const auto points = makeCounterPoints(7);
    std::vector<double> a(kCount);
    std::vector<double> b(kCount);
    points->fill(0, 0, a);
    points->fill(0, 1, b);
    std::vector<double> bins(kBins);
    for (const double u : a) {
        ASSERT_GT(u, 0);
        ASSERT_LT(u, 1);
        bins[static_cast<std::size_t>(u * kBins)] += 1;
    }
    double chiSquared = 0;
    for (const double seen : bins) {
        constexpr double kExpected = static_cast<double>(kCount) / kBins;
        chiSquared += (seen - kExpected) * (seen - kExpected) / kExpected;
    }
    // 63 degrees of freedom: 99.9 % of samples lie between 32 and 110.
    EXPECT_GT(chiSquared, 32);
    EXPECT_LT(chiSquared, 110);
    EXPECT_NEAR(sampleMean(a), 0.5, 4 / std::sqrt(12.0 * kCount));
    double products = 0;
    for (std::size_t i = 0; i < kCount; ++i) {
        products += (a[i] - 0.5) * (b[i] - 0.5);
    }
    // The correlation of two dimensions has standard error 1 / sqrt(n).
    EXPECT_NEAR(12 * products / kCount, 0, 4 / std::sqrt(static_cast<double>(kCount)));
}

} // namespace
} // namespace export_potential
