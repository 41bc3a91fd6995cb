// A run in groups of years has the bits of a run of all years at once.

#include "year_groups.hpp"

#include "columns.hpp"
#include "run_summary.hpp"
#include "test_support.hpp"

#include "export_potential/result.hpp"

#include <cstddef>
#include <string>

namespace export_potential {
namespace {

/// The result of a scenario of so many draws, by groups.
std::string resultByGroups(const Simulation &simulation) {
    const auto draws = static_cast<std::size_t>(simulation.scenario().draws);
    const Draws inputs = simulation.sample(0, draws);
    YearGroups groups(simulation);
    RunSummary summary(simulation);
    for (std::size_t group = 0; group < groups.count(); ++group) {
        Draws store(groups.columns(group), 0, draws);
        // In two parts, as workers would.
        groups.evaluate(group, inputs, 0, draws / 4, store);
        groups.evaluate(group, inputs, draws / 4, draws - draws / 4, store);
        for (std::size_t piece = 0; piece < summary.pieces(groups.years(group)); ++piece) {
            summary.add(piece, groups.first(group), groups.years(group), store);
        }
    }
    return runResultJson(summary, simulation.sample(0, firstDraws(simulation)));
}

TEST(YearGroups, AreOneWhereMemorySuffices) {
    const Case c(publicPack(), R"("draws": 4096)", 1);
    EXPECT_EQ(YearGroups(c.simulation).count(), 1u);
}

TEST(YearGroups, CoverAllYearsWithinTheMemoryTheyMayTake) {
    for (const int draws : {4096, 16'384, 131'072, 1'048'576}) {
        const Case c(publicPack(), R"("draws": )" + std::to_string(draws), 1);
        const YearGroups groups(c.simulation);
        std::size_t next = 0;
        for (std::size_t group = 0; group < groups.count(); ++group) {
            EXPECT_EQ(groups.first(group), next);
            EXPECT_GT(groups.years(group), 0u);
            next += groups.years(group);
            const std::size_t bytes =
                groups.columns(group) * static_cast<std::size_t>(draws) * sizeof(double);
            if (groups.count() < 3) {
                EXPECT_LE(bytes, std::size_t{32} << 20);
            } else if (groups.count() < 4) {
                EXPECT_LE(bytes, std::size_t{1} << 30);
            }
        }
        EXPECT_EQ(next, c.years());
        EXPECT_LE(groups.count(), 4u);
    }
}

/// Bytes that a size of 32 bits, as WebAssembly's, does not hold: 512 columns of 2^20 draws are
/// 2^32.
TEST(YearGroups, AreNotOneOfMoreBytesThanASizeHolds) {
    int wrapped = 0;
    for (std::size_t markets = 1; markets <= publicPack().markets.size(); ++markets) {
        Pack pack = publicPack();
        pack.markets.resize(markets);
        for (Parameter &parameter : pack.parameters) {
            if (parameter.by == IndexKind::market) {
                parameter.values.resize(markets, Fixed{0});
            }
        }
        for (int horizon = 5; horizon <= 15; ++horizon) {
            const Simulation simulation(pack, scenarioOf(pack, R"("draws": 1048576, "horizon": )" +
                                                                   std::to_string(horizon)));
            wrapped += columnLayout(simulation).columns().size() % 512 < 5 ? 1 : 0;
            EXPECT_GT(YearGroups(simulation).count(), 1u) << markets << " markets, " << horizon;
        }
    }
    EXPECT_GT(wrapped, 0);
}

TEST(YearGroups, GiveTheResultOfAllYearsAtOnce) {
    const Case c(publicPack(), R"("draws": 16384,
        "measures": [{"type": "training", "tier": "light", "from": 2028, "share": 0.5}])",
                 16'384);
    EXPECT_GT(YearGroups(c.simulation).count(), 1u);
    EXPECT_TRUE(resultByGroups(c.simulation) == runResultJson(c.simulation, c.results));
}

// A headline is summarised from columns of its own.
TEST(YearGroups, GiveTheHeadlineOfTheWholeRun) {
    const Case c(publicPack(), R"("draws": 1024, "onboarding": {"newSellers": 2000000},
        "measures": [{"type": "training", "tier": "light", "from": 2028, "share": 0.5}])",
                 1024);
    RunSummary whole(c.simulation);
    whole.addAll(c.results);

    YearGroups groups(c.simulation, Extent::headline);
    ASSERT_EQ(groups.count(), 1u);
    Draws store(groups.columns(0), 0, 1024);
    groups.evaluate(0, c.simulation.sample(0, 1024), 0, 1024, store);
    RunSummary summary(c.simulation, Extent::headline);
    for (std::size_t piece = 0; piece < summary.pieces(c.years()); ++piece) {
        summary.add(piece, 0, c.years(), store);
    }
    for (std::size_t t = 0; t < c.years(); ++t) {
        const Summary &its = summary.of(Output::exportsAdditional, t);
        const Summary &same = whole.of(Output::exportsAdditional, t);
        EXPECT_EQ(its.mean, same.mean);
        EXPECT_EQ(its.quantiles, same.quantiles);
        EXPECT_EQ(summary.headline(t).aboveCeiling, whole.headline(t).aboveCeiling);
        const double limited = summary.of(ColumnKind::poolLimited, 0, t).mean;
        EXPECT_EQ(limited, whole.of(ColumnKind::poolLimited, 0, t).mean);
    }
    // Two million in five years are more than there are.
    EXPECT_GT(summary.of(ColumnKind::poolLimited, 0, 4).mean, 0.5);
}

} // namespace
} // namespace export_potential
