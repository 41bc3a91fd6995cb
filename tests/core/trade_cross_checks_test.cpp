// The Export Potential Indicator, static and projected, and Leontief's employment multiplier.

#include "export_potential/trade_cross_checks.hpp"

#include "../data/sensitivity_reference.hpp"
#include "estimate_support.hpp"
#include "export_potential/statistics.hpp"
#include "test_support.hpp"

namespace export_potential {
namespace {

TEST(StaticExportPotential, SpreadsBilateralTradeByTheHandCalculation) {
    // Shares 10/100 and 30/60 of demand 50 and 20 make 5 and 10; ease 30 / 15 = 2.
    const auto potential =
        staticExportPotential(std::array{10.0, 30.0, 0.0, 0.0}, std::array{100.0, 60.0, 5.0, 0.0},
                              std::array{50.0, 20.0, 9.0, 9.0}, 30);
    EXPECT_EQ(potential, (std::vector<double>{10, 20, 0, 0}));
}

TEST(StaticExportPotential, SumsToActualTrade) {
    constexpr std::size_t kProducts = 5000;
    std::vector<double> exports = uniforms(1, 0, kProducts);
    std::vector<double> world = uniforms(1, 1, kProducts);
    const std::vector<double> imports = uniforms(1, 2, kProducts);
    std::vector<double> actual = uniforms(1, 3, kProducts);
    for (std::size_t k = 0; k < kProducts; ++k) {
        exports[k] *= k % 3 == 0 ? 0 : 1;
        world[k] = 5 * world[k] + exports[k];
    }
    const double bilateral = sampleMean(actual) * kProducts;
    const auto potential = staticExportPotential(exports, world, imports, bilateral);
    EXPECT_TRUE(close(sampleMean(potential) * kProducts, bilateral, 1e-12));
    // So the positive gaps are half of all gaps.
    double gaps = 0;
    for (std::size_t k = 0; k < kProducts; ++k) {
        gaps += std::fabs(potential[k] - actual[k]);
    }
    EXPECT_TRUE(close(unrealisedPotential(potential, actual), gaps / 2, 1e-12));
    EXPECT_GT(gaps, 0.1 * bilateral);
}

TEST(StaticExportPotential, OfAnExporterWithTheWorldsSharesIsItsTrade) {
    // The exporter has a tenth of every product, and sells in proportion to demand: nothing to
    // gain.
    const std::array world{100.0, 60.0, 40.0};
    const std::array exports{10.0, 6.0, 4.0};
    const std::array imports{50.0, 20.0, 10.0};
    const auto potential = staticExportPotential(exports, world, imports, 16);
    const std::array actual{10.0, 4.0, 2.0};
    for (std::size_t k = 0; k < 3; ++k) {
        EXPECT_DOUBLE_EQ(potential[k], actual[k]);
    }
    EXPECT_NEAR(unrealisedPotential(potential, actual), 0, 1e-14);
}

TEST(StaticExportPotential, IsZeroWhereNothingMeets) {
    const auto potential = staticExportPotential(std::array{10.0, 0.0}, std::array{20.0, 20.0},
                                                 std::array{0.0, 5.0}, 3);
    EXPECT_EQ(potential, (std::vector<double>{0, 0}));
}

TEST(ProjectedExportPotential, OfANeutralOutlookIsTheStaticOne) {
    const std::array exports{10.0, 30.0, 0.0};
    const std::array world{100.0, 60.0, 5.0};
    const std::array imports{50.0, 20.0, 9.0};
    const auto whole = staticExportPotential(exports, world, imports, 30);
    // Nothing is said; or all grow alike in a market that does not, all pay the same tariffs, all
    // are as far away, and the exporter imports no more of a product than it exports.
    const std::vector<ProductOutlook> silent(3);
    EXPECT_EQ(projectedExportPotential(exports, world, imports, 30, {}, silent), whole);
    const TradeOutlook alike{.exporterGdp = 1.21, .logDistance = 8.4};
    const std::vector<ProductOutlook> same(3, {.exportersGdp = 1.21,
                                               .ownImports = 10,
                                               .incomeElasticity = 1.7,
                                               .tariffFaced = 0.07,
                                               .tariffOfWorld = 0.07,
                                               .tariffOfMarket = 0.12,
                                               .tariffBetween = 0.12,
                                               .meanLogDistance = 8.4});
    for (const double exported : {10.0, 30.0}) {
        const OutlookFactors factors = outlookFactors(exported, alike, same[0]);
        EXPECT_EQ(factors.supply, 1);
        EXPECT_EQ(factors.demand, 1);
        EXPECT_EQ(factors.ease, 1);
    }
    EXPECT_EQ(projectedExportPotential(exports, world, imports, 30, alike, same), whole);
}

TEST(ProjectedExportPotential, HasTheFactorsOfTheHandCalculation) {
    // Supply: grows by 1.2 where exporters grow by 1.5; exports 10 of 25 imported; 1.32 / 1.1.
    // Demand: income (1.5 / 1.2)^2, 1.2 times the people; 1.05 / 1.25. Distance: half as far again.
    const TradeOutlook outlook{
        .exporterGdp = 1.2, .marketGdp = 1.5, .marketPopulation = 1.2, .logDistance = 7};
    const ProductOutlook product{.exportersGdp = 1.5,
                                 .ownImports = 25,
                                 .incomeElasticity = 2,
                                 .tariffFaced = 0.32,
                                 .tariffOfWorld = 0.1,
                                 .tariffOfMarket = 0.05,
                                 .tariffBetween = 0.25,
                                 .meanLogDistance = 7 + std::log(1.5)};
    const OutlookFactors factors = outlookFactors(10, outlook, product);
    EXPECT_TRUE(close(factors.supply, 0.8 * 0.4 * 1.2, 1e-15));
    EXPECT_TRUE(close(factors.demand, 1.5625 * 1.2 * 0.84, 1e-15));
    EXPECT_TRUE(close(factors.ease, 1 / 1.5, 1e-15));
    // A product that only passes through the country has no supply of its own; farther away than
    // usual is as far from it as nearer.
    EXPECT_EQ(outlookFactors(0, outlook, product).supply, 0);
    const ProductOutlook nearer{.meanLogDistance = 7 - std::log(1.5)};
    EXPECT_TRUE(close(outlookFactors(10, outlook, nearer).ease, 1 / 1.5, 1e-15));
    // Of two products the second is neutral but for what concerns the whole exporter and market:
    // 1.2 of supply, 1.5 of demand. Static: 10 and 20, by the hand calculation above.
    const auto potential = projectedExportPotential(
        std::array{10.0, 30.0}, std::array{100.0, 60.0}, std::array{50.0, 20.0}, 30, outlook,
        std::array{product, ProductOutlook{.meanLogDistance = 7}});
    EXPECT_TRUE(close(potential[0], 10 * (0.384 * 1.575 / 1.5), 1e-14));
    EXPECT_TRUE(close(potential[1], 20 * 1.8, 1e-14));
}

TEST(LeontiefJobs, WithoutInputsAreThoseOfTheExportersThemselves) {
    EXPECT_EQ(leontiefJobs(std::vector<double>(4), std::array{14.0, 3.0}, std::array{2.0, 10.0}),
              58);
}

TEST(LeontiefJobs, OfTwoSectorsAreThoseOfTheHandInverse) {
    // I - A = (.8 -.3; -.4 .9), det .6, inverse (.9 .3; .4 .8) / .6; dX = (6, 12): output (15, 20).
    const std::array a{0.2, 0.3, 0.4, 0.1};
    const auto jobs = leontiefJobs(a, std::array{2.0, 0.5}, std::array{6.0, 12.0});
    ASSERT_TRUE(jobs);
    EXPECT_DOUBLE_EQ(*jobs, 2 * 15 + 0.5 * 20);
}

TEST(LeontiefJobs, OfThreeSectorsAreNumPys) {
    const auto jobs =
        leontiefJobs(reference::kLeontiefA, reference::kLeontiefE, reference::kLeontiefX);
    ASSERT_TRUE(jobs);
    EXPECT_TRUE(close(*jobs, reference::kLeontiefJobs, 1e-14));
}

TEST(LeontiefJobs, NeedAnEconomyThatFeedsItself) {
    const std::array ones{1.0, 1.0};
    // A sector that needs more than a unit of itself, and two that do so together.
    EXPECT_FALSE(leontiefJobs(std::array{1.1, 0.0, 0.0, 0.2}, ones, ones));
    EXPECT_FALSE(leontiefJobs(std::array{0.5, 0.9, 0.9, 0.5}, ones, ones));
    EXPECT_FALSE(leontiefJobs(std::array{0.5, 0.5, 0.5, 0.5}, ones, ones));
}

} // namespace
} // namespace export_potential
