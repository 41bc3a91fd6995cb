// Sobol points in independent replicates.

#include "export_potential/sampling.hpp"
#include "export_potential/statistics.hpp"
#include "test_support.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

namespace export_potential {
namespace {

std::vector<double> coordinates(const PointSource &points, std::size_t dimension,
                                std::uint64_t first, std::size_t count) {
    std::vector<double> u(count);
    points.fill(first, dimension, u);
    return u;
}

TEST(ReplicatedPoints, OfEachReplicateFillEveryIntervalOnce) {
    constexpr std::size_t kPoints = 64;
    const auto points = makeReplicatedSobolPoints(11);
    for (const std::size_t dimension : {0u, 7u, 60u}) {
        const auto u = coordinates(*points, dimension, 0, kPoints * kReplicates);
        for (std::size_t r = 0; r < kReplicates; ++r) {
            std::vector<int> hits(kPoints);
            for (std::size_t i = 0; i < kPoints; ++i) {
                ++hits[static_cast<std::size_t>(u[i * kReplicates + r] * kPoints)];
            }
            EXPECT_EQ(hits, std::vector<int>(kPoints, 1)) << dimension << ' ' << r;
        }
    }
}

TEST(ReplicatedPoints, DoNotDependOnTheSplit) {
    const auto points = makeReplicatedSobolPoints(5);
    const auto prepared = makeReplicatedSobolPoints(5, kSobolDimensions);
    // One of Sobol's and one beyond them.
    for (const std::size_t dimension : {std::size_t{3}, kSobolDimensions + 1}) {
        const auto whole = coordinates(*points, dimension, 0, 1000);
        EXPECT_EQ(coordinates(*prepared, dimension, 0, 1000), whole);
        for (const std::size_t first : {0u, 1u, 15u, 16u, 17u, 333u}) {
            for (const std::size_t count : {1u, 2u, 16u, 100u, 667u}) {
                const auto part = coordinates(*points, dimension, first, count);
                for (std::size_t i = 0; i < count; ++i) {
                    ASSERT_EQ(part[i], whole[first + i]) << first << ' ' << i;
                }
            }
        }
    }
}

TEST(ReplicatedPoints, BeyondSobolsDimensionsAreRandomAndDifferByReplicate) {
    constexpr std::size_t kDraws = 4096 * kReplicates;
    const auto points = makeReplicatedSobolPoints(5);
    const auto u = coordinates(*points, kSobolDimensions, 0, kDraws);
    // Of neighbouring replicates, which would be the same with one seed for all: a correlation of
    // 65,536 pairs has a standard error of 1/256.
    double products = 0;
    for (std::size_t i = 0; i + 1 < kDraws; ++i) {
        products += (u[i] - 0.5) * (u[i + 1] - 0.5) * 12;
    }
    EXPECT_NEAR(products / kDraws, 0, 4.0 / 256);
    // And their mean, of standard error sqrt(1/12) / 256.
    EXPECT_NEAR(sampleMean(u), 0.5, 4 * 0.2887 / 256);
    EXPECT_NEAR(sampleDeviation(u), 0.2887, 0.002);
}

TEST(ReplicatedPoints, SayTheErrorOfTheirMean) {
    // PROD (1 + (x_i - 1/2)) over three dimensions has mean 1. Over 64 seeds the stated error
    // agrees with the true one; a ratio of root mean squares of 64 and 64 x 15 values has a
    // relative error of about 1/sqrt(128) = .09.
    double stated = 0;
    double actual = 0;
    constexpr int kSeeds = 64;
    for (int seed = 0; seed < kSeeds; ++seed) {
        const auto points = makeReplicatedSobolPoints(static_cast<std::uint64_t>(seed));
        std::vector<double> f(1024, 1.0);
        for (std::size_t dimension = 0; dimension < 3; ++dimension) {
            const auto u = coordinates(*points, dimension, 0, f.size());
            for (std::size_t i = 0; i < f.size(); ++i) {
                f[i] *= 0.5 + u[i];
            }
        }
        std::vector<double> means(kReplicates);
        for (std::size_t i = 0; i < f.size(); ++i) {
            means[i % kReplicates] += f[i] * static_cast<double>(kReplicates) / 1024;
        }
        const double deviation = sampleDeviation(means);
        stated += deviation * deviation / static_cast<double>(kReplicates);
        actual += (sampleMean(means) - 1) * (sampleMean(means) - 1);
    }
    EXPECT_NEAR(std::sqrt(actual / stated), 1, 0.3);
    // Independent points would have an error of sqrt((13/12)^3 - 1) / 32 = .0163.
    EXPECT_LT(std::sqrt(actual / kSeeds), 0.0163 / 4);
}

} // namespace
} // namespace export_potential
