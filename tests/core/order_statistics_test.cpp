// Selection of a few order statistics, against sorting.

#include "order_statistics.hpp"

#include "export_potential/distribution.hpp"
#include "export_potential/sampling.hpp"
#include "test_support.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace export_potential {
namespace {

void expectLikeSorting(const std::vector<double> &values, const char *what) {
    std::vector<double> sorted = values;
    std::ranges::sort(sorted);
    const std::size_t last = values.size() - 1;
    std::vector<std::size_t> ranks{0,
                                   last / 20,
                                   std::min(last / 20 + 1, last),
                                   last / 4,
                                   last / 2,
                                   last / 2,
                                   last - last / 10,
                                   last};
    std::ranges::sort(ranks);
    std::vector<double> found(ranks.size());
    std::vector<double> scratch;
    orderStatistics(values, ranks, found, scratch);
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        EXPECT_EQ(found[i], sorted[ranks[i]]) << what << ", rank " << ranks[i];
    }
}

std::vector<double> drawn(const Distribution &distribution, std::size_t n) {
    std::vector<double> values(n);
    makeCounterPoints(9)->fill(0, n, values);
    for (double &value : values) {
        value = quantile(distribution, value);
    }
    return values;
}

TEST(OrderStatistics, AreThoseOfASortedCopy) {
    for (const std::size_t n : {1u, 2u, 255u, 256u, 257u, 1000u, 16'384u}) {
        expectLikeSorting(drawn(Uniform{0, 1}, n), "uniform");
        expectLikeSorting(drawn(Uniform{-3, 2}, n), "of both signs");
        expectLikeSorting(drawn(Lognormal{3, 4, 0, 1e300}, n), "heavy tail");
        expectLikeSorting(drawn(Triangular{1e9, 1e9 + 1, 1e9 + 2}, n), "narrow");
        std::vector<double> steps = drawn(Uniform{0, 5}, n);
        for (double &value : steps) {
            value = std::floor(value) - 2; // many ties
        }
        expectLikeSorting(steps, "ties");
    }
}

TEST(OrderStatistics, HoldAtTheEdgesOfTheNumbers) {
    std::vector<double> values = drawn(Uniform{-1, 1}, 2000);
    values[7] = std::numeric_limits<double>::max();
    values[11] = -std::numeric_limits<double>::max();
    values[13] = std::numeric_limits<double>::denorm_min();
    values[17] = std::numeric_limits<double>::infinity();
    for (std::size_t i = 100; i < 900; ++i) {
        values[i] = i % 2 == 0 ? 0.0 : -0.0;
    }
    expectLikeSorting(values, "extremes and zeros of both signs");
    std::vector<double> positive = drawn(Uniform{1, 2}, 2001);
    positive[7] = std::numeric_limits<double>::max();
    positive[13] = std::numeric_limits<double>::denorm_min();
    positive[17] = std::numeric_limits<double>::infinity();
    expectLikeSorting(positive, "extremes above zero");
    std::vector<double> zeros(1000, 0.0);
    zeros[500] = -0.0;
    zeros[999] = 1;
    expectLikeSorting(zeros, "a negative zero after a positive one");
}

TEST(OrderStatistics, OfEqualValuesAreThatValue) {
    expectLikeSorting(std::vector<double>(4096, -7.25), "equal");
}

} // namespace
} // namespace export_potential
