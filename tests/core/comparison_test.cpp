// Scenarios held against one another on common random numbers.

#include "export_potential/comparison.hpp"

#include "test_support.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace export_potential {
namespace {

Comparison compare(const Pack &pack, const std::vector<std::string> &members,
                   std::vector<Output> outputs, int threads = 1) {
    std::vector<Scenario> scenarios;
    for (const std::string &each : members) {
        scenarios.push_back(scenarioOf(pack, each));
    }
    Comparison comparison(pack, scenarios, std::move(outputs), threads);
    double progress = comparison.progress();
    EXPECT_EQ(progress, 0);
    bool more = true;
    while (more) {
        more = comparison.advance();
        EXPECT_GT(comparison.progress(), progress);
        progress = comparison.progress();
    }
    EXPECT_EQ(progress, 1);
    return comparison;
}

/// All reported statistics of a quantity that is the same in every draw.
void expectConstant(const Summary &summary, double value, double tolerance) {
    EXPECT_TRUE(close(summary.mean, value, tolerance));
    for (const double quantile : summary.quantiles) {
        EXPECT_TRUE(close(quantile, value, tolerance));
    }
}

/// Linear between order statistics, as R and NumPy have it.
double quantileOf(std::vector<double> values, double p) {
    std::ranges::sort(values);
    const double place = p * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const double above = values[std::min(below + 1, values.size() - 1)];
    return values[below] + (place - static_cast<double>(below)) * (above - values[below]);
}

TEST(Comparison, OfAScenarioWithItselfShowsNoDifference) {
    const Comparison c =
        compare(miniPack(), {"", "", kMiniRoadmap}, {Output::exportsAdditional, Output::jobs});
    ASSERT_EQ(c.scenarios(), 3u);
    for (std::size_t o = 0; o < 2; ++o) {
        for (std::size_t t = 0; t < c.years().size(); ++t) {
            expectConstant(c.compared(0, o).differences[t], 0, 0);
            expectConstant(c.compared(1, o).differences[t], 0, 0);
            EXPECT_EQ(c.compared(1, o).higher[t], 0);
            EXPECT_EQ(c.compared(1, o).values[t].quantiles, c.compared(0, o).values[t].quantiles);
        }
    }
    EXPECT_NE(c.compared(2, 0).differences.back().mean, 0);
}

TEST(Comparison, HasTheDrawsOfEachRunAndTheirDifferences) {
    const std::string more = R"("onboarding": {"newSellers": 1500})";
    const Comparison c = compare(miniPack(), {"", more}, {Output::exportsAdditional});
    const Case first(miniPack(), "", c.draws());
    const Case second(miniPack(), more, c.draws());
    ASSERT_EQ(c.draws(), 1024u);
    ASSERT_EQ(c.years().size(), first.years());
    for (std::size_t t = 0; t < c.years().size(); ++t) {
        const auto a = first.column(Output::exportsAdditional, t);
        const auto b = second.column(Output::exportsAdditional, t);
        std::vector<double> differences(a.size());
        std::ranges::transform(b, a, differences.begin(), std::minus<>());
        const Summary &found = c.compared(1, 0).differences[t];
        for (std::size_t i = 0; i < kQuantiles.size(); ++i) {
            EXPECT_TRUE(close(found.quantiles[i], quantileOf(differences, kQuantiles[i]), 1e-12));
            EXPECT_TRUE(close(c.compared(1, 0).values[t].quantiles[i],
                              quantileOf({b.begin(), b.end()}, kQuantiles[i]), 1e-12));
        }
        const auto higher = std::ranges::count_if(differences, [](double d) { return d > 0; });
        EXPECT_EQ(c.compared(1, 0).higher[t], static_cast<double>(higher) / 1024);
    }
}

TEST(Comparison, KeepsTheOtherParametersWhereOneIsReplaced) {
    const Comparison c =
        compare(miniPack(),
                {R"("assumptions": {"jobs_per_m": 10})", R"("assumptions": {"jobs_per_m": 30})"},
                {Output::jobs, Output::exportsAdditional});
    for (std::size_t t = 0; t < c.years().size(); ++t) {
        // Three times the jobs of the same earnings: twice as many more, in every draw.
        const Summary &jobs = c.compared(0, 0).values[t];
        const Summary &more = c.compared(1, 0).differences[t];
        EXPECT_TRUE(close(more.mean, 2 * jobs.mean, 1e-12));
        for (std::size_t i = 0; i < kQuantiles.size(); ++i) {
            EXPECT_TRUE(close(more.quantiles[i], 2 * jobs.quantiles[i], 1e-12));
        }
        expectConstant(c.compared(1, 1).differences[t], 0, 0);
    }
}

TEST(Comparison, ShowsWhatIsCertainAsCertain) {
    const std::string costly =
        R"("measures": [{"type": "logistics", "from": 2022, "to": 2023, "days": 0, "cost": 5e6}])";
    const Comparison c = compare(miniPack(), {"", costly}, {Output::cost, Output::fiscalNet});
    for (std::size_t t = 0; t < c.years().size(); ++t) {
        const bool acts = c.years()[t] == 2022 || c.years()[t] == 2023;
        expectConstant(c.compared(1, 0).differences[t], acts ? 5e6 : 0, 1e-9);
        expectConstant(c.compared(1, 1).differences[t], acts ? -5e6 : 0, 1e-9);
        EXPECT_EQ(c.compared(1, 0).higher[t], acts ? 1 : 0);
        EXPECT_EQ(c.compared(1, 1).higher[t], 0);
    }
}

TEST(Comparison, CoversTheYearsThatAllReport) {
    const std::string later = R"("startYear": 2023, "horizon": 12)";
    const std::string shorter = R"("horizon": 6)";
    const Comparison c =
        compare(miniPack(), {"", later, shorter}, {Output::registrationsWith, Output::grossWith});
    EXPECT_EQ(std::vector<int>(c.years().begin(), c.years().end()),
              (std::vector<int>{2023, 2024, 2025, 2026}));
    const Case alone(miniPack(), later, c.draws());
    for (std::size_t t = 0; t < c.years().size(); ++t) {
        const auto column = alone.column(Output::grossWith, t);
        EXPECT_TRUE(close(c.compared(1, 1).values[t].quantiles[3],
                          quantileOf({column.begin(), column.end()}, 0.5), 1e-12));
    }
    const std::vector<Scenario> apart{scenarioOf(miniPack(), R"("horizon": 3)"),
                                      scenarioOf(miniPack(), R"("startYear": 2024)")};
    EXPECT_TRUE(commonYears(apart).empty());
    EXPECT_TRUE(commonYears({}).empty());
}

TEST(Comparison, TakesItsRandomNumbersFromTheFirstScenario) {
    const std::string first = R"("seed": 5, "draws": 512, "sampling": "counter")";
    const std::string second = R"("seed": 6, "draws": 2048)";
    const Comparison c = compare(miniPack(), {first, second}, {Output::exportsAdditional});
    EXPECT_EQ(c.draws(), 512u);
    expectConstant(c.compared(1, 0).differences.back(), 0, 0);
    const Comparison most = [] {
        const std::vector<Scenario> large(2, scenarioOf(miniPack(), R"("draws": 32768)"));
        return Comparison(miniPack(), large, {Output::jobs});
    }();
    EXPECT_EQ(most.draws(), 16'384u);
}

// The third draws inputs of its own. A thousand draws are four blocks, which three threads share
// unevenly.
TEST(Comparison, HasTheSameBitsWhateverTheThreads) {
    const std::vector<std::string> members{"", kMiniRoadmap, R"("assumptions": {"psi": 0.1})"};
    const std::vector<Output> outputs{Output::exportsAdditional, Output::jobs};
    const Comparison one = compare(miniPack(), members, outputs, 1);
    for (const int threads : {3, 64}) {
        const Comparison several = compare(miniPack(), members, outputs, threads);
        for (std::size_t s = 0; s < members.size(); ++s) {
            for (std::size_t o = 0; o < outputs.size(); ++o) {
                const ComparedOutput &a = one.compared(s, o);
                const ComparedOutput &b = several.compared(s, o);
                ASSERT_EQ(b.values.size(), one.years().size());
                for (std::size_t t = 0; t < b.values.size(); ++t) {
                    EXPECT_EQ(b.values[t].mean, a.values[t].mean);
                    EXPECT_EQ(b.values[t].quantiles, a.values[t].quantiles);
                    EXPECT_EQ(b.differences[t].mean, a.differences[t].mean);
                    EXPECT_EQ(b.differences[t].quantiles, a.differences[t].quantiles);
                }
                EXPECT_EQ(b.higher, a.higher);
            }
        }
    }
    EXPECT_NE(one.compared(2, 0).differences.back().mean, 0);
}

std::vector<std::string> listFaultsOf(const std::string &list) {
    return codesAndPaths(parseScenarios(list, miniPack()).errors());
}

TEST(ParseScenarios, ReadsEachAgainstThePack) {
    const Result<std::vector<Scenario>> scenarios =
        parseScenarios(R"([{"schema": 1, "pack": "mini"},
                           {"schema": 1, "pack": "mini", "onboarding": {"newSellers": 7}}])",
                       miniPack());
    ASSERT_TRUE(scenarios) << describe(scenarios.errors());
    EXPECT_EQ(scenarios.value()[0].onboarding.newSellers, 1000);
    EXPECT_EQ(scenarios.value()[1].onboarding.newSellers, 7);
}

TEST(Comparable, AsksForAYearThatAllReport) {
    const Scenario early = scenarioOf(miniPack(), R"("horizon": 3)");
    const Scenario late = scenarioOf(miniPack(), R"("startYear": 2024)");
    EXPECT_EQ(codesAndPaths(comparable({early, late}).errors()),
              std::vector<std::string>{"conflict "});
    EXPECT_EQ(comparable({late, late}).value().size(), 2u);
}

TEST(ParseScenarios, ReportsEveryFaultWithItsPlaceInTheList) {
    using Faults = std::vector<std::string>;
    const std::string plain = R"({"schema": 1, "pack": "mini"})";
    EXPECT_EQ(
        listFaultsOf("[" + plain + R"(, {"schema": 1, "pack": "mini", "horizon": 2, "x": 1}])"),
        (Faults{"out_of_range /1/horizon", "unknown_key /1/x"}));
    EXPECT_EQ(listFaultsOf("[" + plain + ", {}]"),
              (Faults{"missing_key /1/schema", "missing_key /1/pack"}));
    EXPECT_EQ(listFaultsOf("[" + plain + "]"), (Faults{"wrong_length "}));
    EXPECT_EQ(
        listFaultsOf("[" + plain + ", " + plain + ", " + plain + ", " + plain + ", " + plain + "]"),
        (Faults{"wrong_length "}));
    EXPECT_EQ(listFaultsOf(plain), (Faults{"wrong_type "}));
    EXPECT_EQ(listFaultsOf("[" + plain), (Faults{"json_syntax "}));
    EXPECT_EQ(listFaultsOf(R"([{"schema": 1, "pack": "mini", "horizon": 3},
                           {"schema": 1, "pack": "mini", "startYear": 2024}])"),
              (Faults{"conflict "}));
}

// A scenario with an assumption of its own draws its inputs anew, from the numbers of the first.
TEST(Comparison, TakesTheFirstSeedForScenariosThatDrawAnew) {
    const std::string first = R"("seed": 5, "draws": 512, "sampling": "counter")";
    const std::string second = R"("seed": 6, "assumptions": {"jobs_per_m": 12})";
    const Comparison c = compare(miniPack(), {first, second}, {Output::exportsAdditional});
    for (const Summary &difference : c.compared(1, 0).differences) {
        expectConstant(difference, 0, 0);
    }
}

TEST(Comparison, HoldsEachScenarioAgainstTheSameYearOfTheOthers) {
    const std::string later = R"("startYear": 2023)";
    const Comparison c = compare(miniPack(), {"", later}, {Output::grossWith});
    ASSERT_EQ(c.years().front(), 2023);
    const Case alone(miniPack(), "", c.draws());
    ASSERT_EQ(alone.simulation.years()[2], 2023);
    for (std::size_t t = 0; t < c.years().size(); ++t) {
        const auto column = alone.column(Output::grossWith, t + 2);
        EXPECT_TRUE(close(c.compared(0, 0).values[t].mean, meanOf(column), 1e-12)) << t;
    }
}

} // namespace
} // namespace export_potential
