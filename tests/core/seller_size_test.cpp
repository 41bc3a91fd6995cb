// How unequal sellers are.

#include "export_potential/seller_size.hpp"

#include "export_potential/distribution.hpp"
#include "export_potential/sampling.hpp"
#include "export_potential/statistics.hpp"
#include "test_support.hpp"

#include <algorithm>
#include <functional>
#include <numeric>
#include <vector>

namespace export_potential {
namespace {

/// Sales of n sellers with mean m.
std::vector<double> sellers(double m, double sigma, std::size_t n) {
    std::vector<double> sales(n);
    makeCounterPoints(20'261'124)->fill(0, 0, sales);
    const Distribution distribution = lognormalByMean(m, sigma);
    for (double &value : sales) {
        value = quantile(distribution, value);
    }
    return sales;
}

TEST(SellerSize, SampleMeanIsTheMeanForAnySigma) {
    constexpr std::size_t kSellers = 32'768;
    for (const double sigma : {0.3, 1.0, 1.6, 2.2}) {
        const double m = 50'000;
        const double standardError = totalVariation(sigma, kSellers);
        EXPECT_NEAR(sampleMean(sellers(m, sigma, kSellers)) / m, 1, 3 * standardError) << sigma;
    }
}

TEST(SellerSize, TopSharesAreTheKnownOnes) {
    EXPECT_NEAR(topShare(2.2, 0.01), 0.45, 0.005);
    EXPECT_NEAR(topShare(2.2, 0.10), 0.82, 0.005);
    EXPECT_NEAR(topShare(2.0, 0.01), 0.37, 0.005);
    EXPECT_NEAR(topShare(2.0, 0.10), 0.76, 0.005);
    // Equal sellers hold as much as they are.
    EXPECT_NEAR(topShare(1e-9, 0.3), 0.3, 1e-8);
}

TEST(SellerSize, TopShareIsWhatTheTopOfASampleHolds) {
    std::vector<double> sales = sellers(1, 1, 32'768);
    std::ranges::sort(sales, std::greater());
    const double all = std::accumulate(sales.begin(), sales.end(), 0.0);
    const double top = std::accumulate(sales.begin(), sales.begin() + 3277, 0.0);
    EXPECT_NEAR(top / all, topShare(1, 0.1), 0.01);
}

TEST(SellerSize, TheMedianSellerFallsShortOfTheMean) {
    EXPECT_NEAR(medianOverMean(2.2), 0.0889, 5e-5);
    EXPECT_EQ(medianOverMean(0), 1);
    const Distribution distribution = lognormalByMean(700, 1.7);
    EXPECT_TRUE(close(median(distribution) / 700, medianOverMean(1.7), 1e-13));
}

TEST(SellerSize, LuckOfATotalIsTheKnownOne) {
    EXPECT_NEAR(totalVariation(2.2, 1'000), 0.354, 5e-4);
    EXPECT_NEAR(totalVariation(2.2, 10'000), 0.112, 5e-4);
    EXPECT_TRUE(close(totalVariation(2.2, 100) / totalVariation(2.2, 10'000), 10, 1e-14));
    const Distribution one = lognormalByMean(1, 0.8);
    EXPECT_TRUE(close(totalVariation(0.8, 1), std::sqrt(variance(one)), 1e-12));
}

} // namespace
} // namespace export_potential
