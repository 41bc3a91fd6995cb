// Quasi-random points: the sequence against SciPy, its scrambling against an independent one,
// against what nested uniform scrambling must keep and against what it must average out.

#include "export_potential/sampling.hpp"

#include "../data/sampling_reference.hpp"
#include "export_potential/statistics.hpp"
#include "sobol_sequence.hpp"
#include "test_functions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace export_potential {
namespace {

double sobolPoint(std::uint64_t seed, std::uint64_t draw, std::size_t dimension) {
    double u = 0;
    makeSobolPoints(seed)->fill(draw, dimension, {&u, 1});
    return u;
}

std::vector<double> column(const PointSource &points, std::size_t dimension, std::size_t count) {
    std::vector<double> u(count);
    points.fill(0, dimension, u);
    return u;
}

/// The fraction whose first binary digit is the lowest bit.
double fraction(std::uint64_t digits) {
    double value = 0;
    for (double worth = 0.5; digits != 0; digits >>= 1, worth /= 2) {
        value += (digits & 1) != 0 ? worth : 0;
    }
    return value;
}

/// Mean over the first `count` draws of the product of five dimensions; its integral is 1/32.
double meanOfProduct(const PointSource &points, std::size_t count) {
    std::vector<double> product(count, 1);
    for (std::size_t dimension = 0; dimension < 5; ++dimension) {
        const std::vector<double> u = column(points, dimension, count);
        std::ranges::transform(product, u, product.begin(), std::multiplies<>());
    }
    double sum = 0;
    for (const double value : product) {
        sum += value;
    }
    return sum / static_cast<double>(count);
}

/// Slope of log error over log draws, by least squares, for 2^6 to 2^12 draws; the error is the
/// root of the mean square over 16 seeds.
template <class Make>
double errorSlope(Make make) {
    constexpr int kSeeds = 16;
    constexpr int kFrom = 6;
    constexpr int kTo = 12;
    double slope = 0;
    double weight = 0;
    for (int m = kFrom; m <= kTo; ++m) {
        double squares = 0;
        for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
            const double miss = meanOfProduct(*make(seed), std::size_t{1} << m) - 1.0 / 32;
            squares += miss * miss;
        }
        const double offset = m - 0.5 * (kFrom + kTo);
        slope += offset * 0.5 * std::log2(squares / kSeeds);
        weight += offset * offset;
    }
    return slope / weight;
}

TEST(SobolSequence, IsSciPys) {
    for (const auto &[dimension, first, later] : reference::kSobol) {
        const SobolSequence sequence(dimension, 64);
        std::uint64_t digits = sequence.at(0);
        for (std::size_t draw = 0; draw < first.size(); ++draw) {
            EXPECT_EQ(fraction(sequence.at(draw)), first[draw]) << dimension << ' ' << draw;
            EXPECT_EQ(fraction(digits), first[draw]) << dimension << ' ' << draw;
            digits ^= sequence.step(draw + 1);
        }
        EXPECT_EQ(fraction(sequence.at(reference::kLater)), later) << dimension;
        // 1,000,003 has 20 binary digits.
        EXPECT_EQ(fraction(SobolSequence(dimension, 20).at(reference::kLater)), later) << dimension;
    }
}

TEST(SobolPoints, AreThoseOfAnIndependentScrambling) {
    for (const auto &[seed, draw, dimension, u] : reference::kScrambled) {
        EXPECT_EQ(sobolPoint(seed, draw, dimension), u) << seed << ' ' << draw << ' ' << dimension;
    }
}

TEST(SobolPoints, DoNotDependOnWhichOthersAreAskedFor) {
    const auto points = makeSobolPoints(20'261'124);
    for (const std::uint64_t first : {std::uint64_t{0}, std::uint64_t{0xffffffc0}}) {
        std::vector<double> all(137);
        points->fill(first, 130, all);
        std::vector<double> pieces;
        std::uint64_t at = first;
        for (const std::size_t count : {1u, 0u, 3u, 5u, 63u, 65u}) {
            std::vector<double> piece(count);
            points->fill(at, 130, piece);
            pieces.insert(pieces.end(), piece.begin(), piece.end());
            at += count;
        }
        EXPECT_EQ(all, pieces);
    }
}

TEST(SobolPoints, HaveOnePointInEachIntervalOfEachDimension) {
    const auto points = makeSobolPoints(3);
    for (const std::size_t count : {256u, 4096u}) {
        for (std::size_t dimension = 0; dimension < kSobolDimensions; ++dimension) {
            std::vector<bool> seen(count);
            for (const double u : column(*points, dimension, count)) {
                ASSERT_GT(u, 0);
                ASSERT_LT(u, 1);
                seen[static_cast<std::size_t>(u * static_cast<double>(count))] = true;
            }
            EXPECT_EQ(std::ranges::count(seen, true), static_cast<std::ptrdiff_t>(count))
                << dimension;
        }
    }
}

TEST(SobolPoints, OfTheFirstTwoDimensionsAreANet) {
    constexpr int kDigits = 10;
    constexpr std::size_t kCount = 1 << kDigits;
    for (const std::uint64_t seed : {0u, 1u, 2u}) {
        const auto points = makeSobolPoints(seed);
        const std::vector<double> a = column(*points, 0, kCount);
        const std::vector<double> b = column(*points, 1, kCount);
        // One point in each of the boxes of every shape 2^-i by 2^-(10 - i).
        for (int i = 0; i <= kDigits; ++i) {
            std::vector<bool> seen(kCount);
            for (std::size_t draw = 0; draw < kCount; ++draw) {
                const auto row = static_cast<std::size_t>(std::ldexp(a[draw], i));
                const auto place = static_cast<std::size_t>(std::ldexp(b[draw], kDigits - i));
                seen[(row << (kDigits - i)) + place] = true;
            }
            EXPECT_EQ(std::ranges::count(seen, true), kCount) << seed << ' ' << i;
        }
    }
}

// Random digits below those that the sequence sets: no two draws share a value, and the values
// within their intervals are uniform.
TEST(SobolPoints, AreUniformWithinTheirIntervals) {
    constexpr std::size_t kCount = 16'384;
    constexpr std::size_t kBins = 64;
    for (const std::size_t dimension : {0u, 7u, 160u}) {
        const std::vector<double> u = column(*makeSobolPoints(11), dimension, kCount);
        std::vector<double> bins(kBins);
        for (const double value : u) {
            const double scaled = value * kCount;
            bins[static_cast<std::size_t>((scaled - std::floor(scaled)) * kBins)] += 1;
        }
        double chiSquared = 0;
        for (const double seen : bins) {
            constexpr double kExpected = static_cast<double>(kCount) / kBins;
            chiSquared += (seen - kExpected) * (seen - kExpected) / kExpected;
        }
        // 63 degrees of freedom: 99.9 % of samples lie between 32 and 110.
        EXPECT_GT(chiSquared, 32) << dimension;
        EXPECT_LT(chiSquared, 110) << dimension;
    }
}

// Nested uniform scrambling leaves N points that are each uniform in their interval of length 1/N
// and independent of one another, so the mean of u has variance 1 / (12 N^3). Flips of digits that
// are correlated between intervals show here first: Laine and Karras's hash gives 0.26 to 2.2 times
// that.
TEST(SobolPoints, OfManySeedsVaryAsMuchAsNestedUniformScramblingDoes) {
    constexpr std::size_t kSeeds = 16'384;
    for (const std::size_t count : {1u, 4u, 16u, 64u}) {
        const auto n = static_cast<double>(count);
        double sum = 0;
        double squares = 0;
        double products = 0;
        for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
            const auto points = makeSobolPoints(seed);
            double means[2] = {0, 0};
            for (std::size_t i = 0; i < 2; ++i) {
                for (const double u : column(*points, 3 + i, count)) {
                    means[i] += (u - 0.5) / n;
                }
            }
            sum += means[0];
            squares += means[0] * means[0];
            products += means[0] * means[1];
        }
        const double variance = 1 / (12 * n * n * n);
        // Four standard errors, that of a variance as of a normal variable, which has wider tails
        // than a sum of uniforms.
        EXPECT_NEAR(squares / kSeeds / variance, 1, 4 * std::sqrt(2.0 / kSeeds)) << count;
        EXPECT_NEAR(sum / kSeeds / std::sqrt(variance), 0, 4 / std::sqrt(double{kSeeds})) << count;
        EXPECT_NEAR(products / kSeeds / variance, 0, 4 / std::sqrt(double{kSeeds})) << count;
    }
}

TEST(SobolPoints, IntegrateAProductWithoutBias) {
    constexpr std::size_t kSeeds = 256;
    double sum = 0;
    double squares = 0;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const double miss = meanOfProduct(*makeSobolPoints(seed), 64) - 1.0 / 32;
        sum += miss;
        squares += miss * miss;
    }
    const double mean = sum / kSeeds;
    const double deviation = std::sqrt((squares - kSeeds * mean * mean) / (kSeeds - 1));
    EXPECT_GT(deviation, 0);
    EXPECT_LE(std::fabs(mean), 4 * deviation / std::sqrt(double{kSeeds}));
}

TEST(SobolPoints, ConvergeFasterThanIndependentPoints) {
    EXPECT_LE(errorSlope(makeSobolPoints), -1);
    // The standard error of a slope fitted to independent errors is 0.05.
    EXPECT_NEAR(errorSlope(makeCounterPoints), -0.5, 0.2);
    const double miss = meanOfProduct(*makeSobolPoints(1), 4096) - 1.0 / 32;
    // Independent points: the variance of the product is 3^-5 - 4^-5.
    EXPECT_LT(std::fabs(miss), std::sqrt((1.0 / 243 - 1.0 / 1024) / 4096) / 10);
}

/// Mean and variance of a function of the unit cube over 2^16 scrambled points.
template <class Function>
std::pair<double, double> momentsOf(const Function &f, std::size_t inputs) {
    constexpr std::size_t kCount = 65'536;
    const auto points = makeSobolPoints(1);
    std::vector<std::vector<double>> u;
    for (std::size_t i = 0; i < inputs; ++i) {
        u.push_back(column(*points, i, kCount));
    }
    const std::vector<double> y = valuesAt(f, u);
    const double deviation = sampleDeviation(y);
    return {sampleMean(y), deviation * deviation};
}

TEST(SobolPoints, GiveTheMomentsOfIshigamisAndOfSobolsFunction) {
    // Published: mean 3.5, V 13.8446; mean 1 (each factor has mean 1), V .46542. Independent points
    // would miss means by sqrt(V / 2^16), .015 and .0027, and variances by more.
    const auto [ishigamiMean, ishigamiVariance] = momentsOf(ishigami, 3);
    EXPECT_NEAR(ishigamiMean, 3.5, 1e-4);
    EXPECT_NEAR(ishigamiVariance, 13.8446, 5e-4);
    const auto [gMean, gVariance] = momentsOf(sobolG, kSobolA.size());
    EXPECT_NEAR(gMean, 1, 1e-4);
    EXPECT_NEAR(gVariance, 0.46542, 5e-5);
}

TEST(SobolPoints, DifferBySeedAndDimension) {
    std::vector<double> seen;
    for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{1} << 32}) {
        for (const std::uint64_t draw : {0u, 1u, 2u}) {
            for (const std::size_t dimension : {0u, 1u, 160u, 161u}) {
                seen.push_back(sobolPoint(seed, draw, dimension));
            }
        }
    }
    std::ranges::sort(seen);
    EXPECT_EQ(std::ranges::adjacent_find(seen), seen.end());
}

TEST(SobolPoints, BeyondTheirDimensionsAreCounterPoints) {
    for (const std::size_t dimension : {kSobolDimensions, kSobolDimensions + 40}) {
        EXPECT_EQ(column(*makeSobolPoints(9), dimension, 64),
                  column(*makeCounterPoints(9), dimension, 64));
    }
    EXPECT_NE(column(*makeSobolPoints(9), kSobolDimensions - 1, 64),
              column(*makeCounterPoints(9), kSobolDimensions - 1, 64));
}

} // namespace
} // namespace export_potential
