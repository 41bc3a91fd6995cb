// Runs: the same bits however the draws are split, and exactly nothing where nothing is done.

#include "export_potential/simulation.hpp"

#include "export_potential/statistics.hpp"
#include "test_support.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace export_potential {
namespace {

/// A pack with a scenario that uses everything.
struct Example {
    const Pack &pack;
    std::string members;
};

std::vector<Example> examples() {
    return {{miniPack(), R"("onboarding": {"newSellers": 3000, "path": "bass"}, )" + kMiniRoadmap},
            {publicPack(), R"("seed": 7, "measures": [
                {"type": "connectivity", "from": 2027, "internetUse": 0.9},
                {"type": "logistics", "from": 2028, "days": -3},
                {"type": "marketAccess", "from": 2029, "market": "us", "tariff": 0.1}])"}};
}

Simulation simulationOf(const Example &example) {
    return {example.pack, scenarioOf(example.pack, example.members)};
}

TEST(Simulation, GivesTheSameBytesOnAnyNumberOfThreads) {
    for (const Example &example : examples()) {
        const Simulation simulation = simulationOf(example);
        Draws one(simulation.columns().size(), 0, 300);
        ASSERT_TRUE(simulation.run(one, 1));
        for (const int threads : {2, 7, 0}) {
            Draws many(simulation.columns().size(), 0, 300);
            ASSERT_TRUE(simulation.run(many, threads));
            EXPECT_TRUE(sameBits(one, many)) << example.pack.id << ' ' << threads;
        }
    }
}

TEST(Simulation, GivesTheSameBytesOnAnySplitOfTheDraws) {
    for (const Example &example : examples()) {
        const Simulation simulation = simulationOf(example);
        const std::size_t columns = simulation.columns().size();
        const Draws inputs = simulation.sample(0, 137);
        Draws whole(columns, 0, 137);
        simulation.evaluate(inputs, 0, 137, whole);
        Draws inPieces(columns, 0, 137);
        Draws apart(columns, 0, 137);
        std::uint64_t first = 0;
        for (const std::size_t count : {1u, 3u, 5u, 63u, 65u}) {
            simulation.evaluate(inputs, first, count, inPieces);
            const Draws own = simulation.sample(first, count);
            EXPECT_EQ(own.rows(first, count), inputs.rows(first, count));
            Draws piece(columns, first, count);
            simulation.evaluate(own, first, count, piece);
            apart.setRows(first, count, piece.rows(first, count));
            first += count;
        }
        EXPECT_TRUE(sameBits(whole, inPieces)) << example.pack.id;
        EXPECT_TRUE(sameBits(whole, apart)) << example.pack.id;
    }
}

TEST(Simulation, GivesTheSameBytesWhicheverColumnsAreWanted) {
    for (const Example &example : examples()) {
        const Simulation simulation = simulationOf(example);
        const std::span<const Column> columns = simulation.columns();
        const Draws inputs = simulation.sample(3, 21);
        Draws all(columns.size(), 3, 21);
        simulation.evaluate(inputs, 3, 21, all);
        const std::size_t lastYear = simulation.years().size() - 1;
        const auto expectSame = [&](const std::vector<std::size_t> &wanted) {
            Draws some(wanted.size(), 3, 21);
            simulation.evaluateColumns(inputs, 3, 21, wanted, some);
            for (std::size_t j = 0; j < wanted.size(); ++j) {
                EXPECT_TRUE(std::ranges::equal(some.column(j), all.column(wanted[j])))
                    << example.pack.id << " column " << wanted[j] << " of " << wanted.size();
            }
        };
        // Each kind on its own, of every year and of the last, in descending order.
        for (const Column &kind : columns) {
            std::vector<std::size_t> everyYear;
            std::vector<std::size_t> last;
            for (std::size_t c = columns.size(); c-- > 0;) {
                if (columns[c].kind == kind.kind) {
                    everyYear.push_back(c);
                    if (columns[c].year == lastYear) {
                        last.push_back(c);
                    }
                }
            }
            if (everyYear.back() == static_cast<std::size_t>(&kind - columns.data())) {
                expectSame(everyYear);
                expectSame(last);
            }
        }
    }
}

TEST(Simulation, RepeatsItselfBySeedAndOnlyBySeed) {
    const Case first(miniPack(), R"("seed": 3)", 8);
    EXPECT_TRUE(sameBits(first.results, Case(miniPack(), R"("seed": 3)", 8).results));
    EXPECT_FALSE(sameBits(first.results, Case(miniPack(), R"("seed": 4)", 8).results));
}

TEST(Simulation, RowsOfLaterDrawsAreThoseOfALongerRun) {
    const Simulation simulation(miniPack(), scenarioOf(miniPack(), ""));
    Draws whole(simulation.columns().size(), 0, 70);
    simulation.run(whole);
    Draws late(simulation.columns().size(), 50, 20);
    simulation.run(late, 3);
    EXPECT_EQ(whole.rows(50, 20), late.rows(50, 20));
}

/// Whether a column is something that a programme adds, not a level of one of the paths.
bool isAdditional(const Column &column) {
    if (column.kind != ColumnKind::output) {
        return column.kind != ColumnKind::funnel && column.kind != ColumnKind::sellers &&
               column.kind != ColumnKind::sellerSales;
    }
    const auto output = static_cast<Output>(column.index);
    return output == Output::grossAdditional || output >= Output::exportsAdditional;
}

TEST(Simulation, OfNoProgrammeAndNoMeasuresAddsExactlyNothing) {
    // The second scenario has measures that change nothing.
    const std::string nothing = R"("onboarding": {"newSellers": 0})";
    const std::string idle = nothing + R"(, "measures": [
        {"type": "training", "tier": "short", "from": 2021, "share": 1},
        {"type": "connectivity", "from": 2022, "internetUse": 0.5},
        {"type": "logistics", "from": 2022, "days": 0},
        {"type": "marketAccess", "from": 2021, "market": "far", "tariff": 0, "access": 1}])";
    const std::string bass = R"("onboarding": {"newSellers": 0, "path": "bass"})";
    const Case cases[] = {{miniPack(), nothing, 65},
                          {miniPack(), idle, 65},
                          {miniPack(), bass, 65},
                          {publicPack(), nothing, 65}};
    for (const Case &c : cases) {
        for (const Column &column : c.simulation.columns()) {
            if (!isAdditional(column)) {
                continue;
            }
            for (const double value : c.column(column.kind, column.index, column.year)) {
                ASSERT_EQ(value, 0) << static_cast<int>(column.kind) << ' ' << column.index;
            }
        }
        for (std::size_t t = 0; t < c.years(); ++t) {
            for (const auto &[with, without] :
                 {std::pair{Output::registrationsWith, Output::registrationsWithout},
                  {Output::activeWith, Output::activeWithout},
                  {Output::grossWith, Output::grossWithout},
                  {Output::exportsWith, Output::exportsWithout}}) {
                ASSERT_TRUE(std::ranges::equal(c.column(with, t), c.column(without, t)));
                ASSERT_GT(c.at(without, t), 0);
            }
        }
    }
}

/// Sum of a kind of column over its elements in one year and draw, and of the sizes of its parts.
std::pair<double, double> partSum(const Case &c, ColumnKind kind, std::size_t parts, std::size_t t,
                                  std::size_t draw) {
    double sum = 0;
    double size = 0;
    for (std::size_t i = 0; i < parts; ++i) {
        sum += c.column(kind, i, t)[draw];
        size += std::fabs(c.column(kind, i, t)[draw]);
    }
    return {sum, size};
}

TEST(Simulation, SectorsChannelsAndMarketsAddUpInEveryDraw) {
    for (const Example &example : examples()) {
        const Case c(example.pack, example.members);
        const std::pair<ColumnKind, std::size_t> grossParts[] = {
            {ColumnKind::sectorGross, example.pack.sectors.size()},
            {ColumnKind::channelGross, example.pack.channels.size()},
            {ColumnKind::marketGross, example.pack.markets.size()}};
        const std::pair<ColumnKind, std::size_t> exportParts[] = {
            {ColumnKind::sectorExports, example.pack.sectors.size()},
            {ColumnKind::channelExports, example.pack.channels.size()},
            {ColumnKind::marketExports, example.pack.markets.size()}};
        for (std::size_t t = 0; t < c.years(); ++t) {
            for (std::size_t draw = 0; draw < c.draws(); ++draw) {
                for (const auto &[kind, parts] : grossParts) {
                    const auto [sum, size] = partSum(c, kind, parts, t, draw);
                    ASSERT_TRUE(close(sum, c.at(Output::grossAdditional, t, draw), 1e-9, size));
                    ASSERT_GT(size, 0);
                }
                for (const auto &[kind, parts] : exportParts) {
                    const auto [sum, size] = partSum(c, kind, parts, t, draw);
                    ASSERT_TRUE(close(sum, c.at(Output::exportsAdditional, t, draw), 1e-9, size));
                    ASSERT_GT(size, 0);
                }
            }
        }
    }
}

TEST(Simulation, EveryNumberIsFiniteAtTheEndsOfTheRanges) {
    const std::string far = R"("startYear": 2030, "horizon": 15,
        "onboarding": {"newSellers": 10000000, "years": 15, "path": "logistic"},
        "measures": [
            {"type": "training", "tier": "long", "from": 2030, "share": 1},
            {"type": "connectivity", "from": 2021, "to": 2021, "internetUse": 0.001},
            {"type": "connectivity", "from": 2040, "internetUse": 1},
            {"type": "logistics", "from": 2021, "days": 20},
            {"type": "logistics", "from": 2021, "days": 20},
            {"type": "marketAccess", "from": 2021, "market": "near", "tariff": 3},
            {"type": "marketAccess", "from": 2021, "market": "near", "tariff": -0.5},
            {"type": "marketAccess", "from": 2022, "market": "far", "tariff": -0.5, "access": 0},
            {"type": "digitalRetailTax", "from": 2021, "rate": 0.9}])";
    for (const char *assumptions :
         {R"("assumptions": {"act": 0, "organic_growth": -0.5})",
          R"("assumptions": {"act": 1, "act_lift": 1, "takeup": 1, "eps": 15, "tau": -0.5})",
          R"("assumptions": {"psi": 2, "kappa": 1, "organic_growth": 1, "x": 0, "w": 1})",
          R"("assumptions": {"export_ready": 0, "q": 2, "p": 0.5, "T": 0.1, "h": 0.5, "g0": 0})"}) {
        const Case c(miniPack(), far + ", " + assumptions, 16);
        for (std::size_t i = 0; i < c.results.columns(); ++i) {
            for (const double value : c.results.column(i)) {
                ASSERT_TRUE(std::isfinite(value)) << assumptions << " column " << i;
            }
        }
    }
}

TEST(Simulation, NamesItsInputsInTheOrderOfTheirDimensions) {
    const Simulation simulation(miniPack(), scenarioOf(miniPack(), R"("assumptions":
        {"w": 0.25, "w.retail": {"dist": "uniform", "min": 0.5, "max": 0.75}})"));
    const auto names = simulation.inputNames();
    const std::size_t parameters = simulation.distributions().size();
    ASSERT_EQ(names.size(), parameters + 2);
    EXPECT_EQ(names[parameters], "interruptions.near");
    EXPECT_EQ(names[parameters + 1], "interruptions.far");
    EXPECT_EQ(names[0], "export_ready.firms");
    EXPECT_EQ(names[1], "lambda");
    EXPECT_EQ(names[parameters - 1], "chi");
    const Draws inputs = simulation.sample(0, 100);
    const Draws central = simulation.centralInputs();
    EXPECT_EQ(central.first(), 0u);
    EXPECT_EQ(central.count(), 1u);
    EXPECT_EQ(central.column(parameters)[0], 0);
    for (std::size_t i = 0; i < parameters; ++i) {
        const Distribution &distribution = simulation.distributions()[i];
        EXPECT_EQ(central.column(i)[0], median(distribution)) << names[i];
        const auto [least, most] = std::ranges::minmax(inputs.column(i));
        EXPECT_GE(least, support(distribution).min) << names[i];
        EXPECT_LE(most, support(distribution).max) << names[i];
        if (names[i] == "w.bulk") {
            EXPECT_EQ(least, 0.25);
            EXPECT_EQ(most, 0.25);
        }
        if (names[i] == "w.retail") {
            EXPECT_GE(least, 0.5);
            EXPECT_NEAR(sampleMean(inputs.column(i)), 0.625, 0.03);
        }
    }
}

TEST(Simulation, AnAssumptionLeavesTheNumbersOfOtherInputsAlone) {
    const Case usual(miniPack(), "", 16);
    const Case changed(miniPack(), R"("assumptions": {"act": 0.5, "psi": 0.1})", 16);
    for (const std::string &name : usual.simulation.inputNames()) {
        const bool same = std::ranges::equal(usual.input(name), changed.input(name));
        EXPECT_EQ(same, name != "psi" && !name.starts_with("act.")) << name;
    }
}

TEST(Simulation, ReportsItsYearsAndColumns) {
    const Simulation simulation(miniPack(),
                                scenarioOf(miniPack(), R"("startYear": 2023, "horizon": 4)"));
    EXPECT_TRUE(std::ranges::equal(simulation.years(), std::vector{2023, 2024, 2025, 2026}));
    // 16 outputs, 2 x (2 sectors + 2 channels + 2 markets), 2 paths, the pool, 3 sellers' sales,
    // luck and 3 of the domestic side, each of 4 years; 5 steps of the funnel and 3 numbers about
    // sellers.
    EXPECT_EQ(simulation.columns().size(), (16u + 12 + 2 + 1 + 3 + 1 + 3) * 4 + 5 + 3);
    EXPECT_EQ(outputName(static_cast<Output>(simulation.columns()[9 * 4].index)),
              "exportsAdditional");
    EXPECT_EQ(outputUnit(Output::exportsAdditional), "US$");
    EXPECT_EQ(outputUnit(Output::activeWith), "sellers");
    EXPECT_EQ(outputUnit(Output::jobs), "jobs");
}

TEST(Simulation, CountsWhatIsDoneAndStopsWhenCancelled) {
    Simulation simulation(miniPack(), scenarioOf(miniPack(), ""));
    Draws results(simulation.columns().size(), 0, 130);
    ExecutionContext context;
    EXPECT_TRUE(simulation.run(results, 2, &context));
    EXPECT_EQ(context.done(), 130u);

    ExecutionContext stopped;
    stopped.cancel();
    Draws untouched(simulation.columns().size(), 0, 130);
    EXPECT_FALSE(simulation.run(untouched, 2, &stopped));
    EXPECT_EQ(stopped.done(), 0u);
    EXPECT_TRUE(sameBits(untouched, Draws(simulation.columns().size(), 0, 130)));

    Simulation moved = std::move(simulation);
    Draws again(0, 0, 0);
    again.reshape(moved.columns().size(), 0, 130);
    EXPECT_TRUE(moved.run(again));
    EXPECT_TRUE(sameBits(results, again));
}

TEST(Draws, HoldColumnsOfARangeOfDraws) {
    Draws draws(2, 10, 4);
    std::iota(draws.column(0).begin(), draws.column(0).end(), 0);
    std::iota(draws.column(1).begin(), draws.column(1).end(), 100);
    EXPECT_EQ(draws.columns(), 2u);
    EXPECT_TRUE(draws.covers(10, 4));
    EXPECT_TRUE(draws.covers(12, 0));
    EXPECT_FALSE(draws.covers(9, 2));
    EXPECT_FALSE(draws.covers(12, 3));
    EXPECT_EQ(draws.rows(11, 2), (std::vector<double>{1, 2, 101, 102}));
    draws.setRows(13, 1, std::vector<double>{-1, -2});
    EXPECT_EQ(draws.rows(12, 2), (std::vector<double>{2, -1, 102, -2}));
    EXPECT_EQ(Draws(0, 0, 0).columns(), 0u);
}

/// The standard deviation of the means of sixteen runs of `size` draws each.
double spreadOfMeans(const Case &c, std::size_t size) {
    std::vector<double> means;
    for (std::size_t batch = 0; batch < 16; ++batch) {
        means.push_back(
            sampleMean(c.column(Output::exportsAdditional, 4).subspan(batch * size, size)));
    }
    return sampleDeviation(means);
}

TEST(Simulation, TheErrorOfAMeanShrinksAsTheRootOfTheDraws) {
    const Case c(miniPack(), R"("horizon": 5)", 16 * 256);
    // Sixteen times the draws: a fourth of the error, itself known to about a quarter.
    const double ratio = spreadOfMeans(c, 16) / spreadOfMeans(c, 256);
    EXPECT_GT(ratio, 2.2);
    EXPECT_LT(ratio, 7);
}

} // namespace
} // namespace export_potential
