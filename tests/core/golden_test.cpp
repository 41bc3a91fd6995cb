// The same bytes as ever: stored results catch drift that no other test would notice. Every build
// (native, sanitizers, WebAssembly) compares with the same files.
//
// When a change is meant to move numbers, change modelVersion() and make the files again:
//   build/native/export-potential run tests/data/golden/NAME.scenario.json >
//   tests/data/golden/NAME.json
// with --pack tests/data/packs/mini.json for the mini pack; for mini_METHOD.json in the same way
// sensitivity mini_roadmap.scenario.json --method METHOD, goal mini_roadmap.scenario.json
// --target 1e6, and compare mini_roadmap.scenario.json mini_plain.scenario.json. For
// mini_hindcast.json: hindcast tests/data/hindcasts/mini.json; for india_hindcast.json: hindcast
// india.

#include "export_potential/analysis.hpp"
#include "export_potential/comparison.hpp"
#include "export_potential/hindcast.hpp"
#include "export_potential/result.hpp"

#include "test_support.hpp"

#include <array>
#include <memory>
#include <optional>
#include <string>

namespace export_potential {
namespace {

const std::string kFolder = "tests/data/golden/";

Scenario goldenScenario(const Pack &pack, const std::string &name) {
    const Result<Scenario> scenario =
        parseScenario(readFile(kFolder + name + ".scenario.json"), pack);
    EXPECT_TRUE(scenario) << describe(scenario.errors());
    return scenario ? scenario.value() : Scenario{};
}

void expectSame(const std::string &text, const std::string &name) {
    // EXPECT_EQ would print both texts.
    EXPECT_TRUE(text + '\n' == readFile(kFolder + name + ".json"))
        << name << " has other numbers than before";
}

void expectGolden(const Pack &pack, const std::string &name) {
    const Simulation simulation(pack, goldenScenario(pack, name));
    Draws results(simulation.columns().size(), 0,
                  static_cast<std::size_t>(simulation.scenario().draws));
    ASSERT_TRUE(simulation.run(results, 2));
    expectSame(runResultJson(simulation, results), name);
}

std::string resultOf(const std::unique_ptr<Analysis> &analysis) {
    while (analysis->advance()) {
    }
    return analysis->result();
}

TEST(Golden, PakistansDefaultScenario) {
    expectGolden(publicPack(), "pk_default");
}

TEST(Golden, EveryMeasureAtOnceOnIndependentDraws) {
    expectGolden(miniPack(), "mini_roadmap");
}

TEST(Golden, EveryAnalysisOfTheRoadmap) {
    const Pack &pack = miniPack();
    const Scenario scenario = goldenScenario(pack, "mini_roadmap");
    const Result<Focus> focus = makeFocus(scenario, std::nullopt, std::nullopt);
    ASSERT_TRUE(focus);
    for (std::size_t m = 0; m < kMethodNames.size(); ++m) {
        expectSame(resultOf(makeSensitivityAnalysis(static_cast<Method>(m), pack, scenario,
                                                    focus.value(), std::nullopt, 2)),
                   "mini_" + std::string(kMethodNames[m]));
    }
    expectSame(resultOf(makeGoalAnalysis(pack, scenario, focus.value(), 1e6, {0.5, 0.8}, 2)),
               "mini_goal");
    expectSame(resultOf(makeComparisonAnalysis(
                   pack, std::array{scenario, goldenScenario(pack, "mini_plain")},
                   {Output::exportsAdditional}, 2)),
               "mini_comparison");
}

void expectGoldenBacktest(const Pack &priors, const std::string &file, const std::string &name) {
    const Result<Hindcast> read = parseHindcast(readFile(file), priors);
    ASSERT_TRUE(read) << describe(read.errors());
    Simulation simulation = hindcastSimulation(priors, read.value(), priors.draws,
                                               static_cast<std::uint64_t>(priors.seed));
    std::optional<HindcastResult> result = runHindcast(simulation, read.value(), 2);
    ASSERT_TRUE(result);
    const Backtest backtest{read.value(), std::move(simulation), std::move(*result)};
    expectSame(hindcastsJson({&backtest, 1}), name + "_hindcast");
}

TEST(Golden, BacktestOfAMadeUpProgramme) {
    expectGoldenBacktest(miniPack(), "tests/data/hindcasts/mini.json", "mini");
}

TEST(Golden, BacktestOfAmazonsIndianProgramme) {
    expectGoldenBacktest(publicPack(), "public/hindcasts/india.json", "india");
}

} // namespace
} // namespace export_potential
