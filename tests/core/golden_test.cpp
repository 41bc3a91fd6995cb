// The same bytes as ever: stored results catch drift that no other test would notice. Every build
// (native, sanitizers, WebAssembly) compares with the same files.
//
// When a change is meant to move numbers, change modelVersion() and make the files again:
//   build/native/export-potential run tests/data/golden/NAME.scenario.json >
//   tests/data/golden/NAME.json
// with --pack tests/data/packs/mini.json for the mini pack.

#include "export_potential/result.hpp"

#include "test_support.hpp"

#include <string>

namespace export_potential {
namespace {

void expectGolden(const Pack &pack, const std::string &name) {
    const std::string folder = "tests/data/golden/";
    const Result<Scenario> scenario =
        parseScenario(readFile(folder + name + ".scenario.json"), pack);
    ASSERT_TRUE(scenario) << describe(scenario.errors());
    const Simulation simulation(pack, scenario.value());
    Draws results(simulation.columns().size(), 0, static_cast<std::size_t>(scenario.value().draws));
    ASSERT_TRUE(simulation.run(results, 2));
    // EXPECT_EQ would print both texts.
    EXPECT_TRUE(runResultJson(simulation, results) + '\n' == readFile(folder + name + ".json"))
        << name << " has other numbers than before";
}

TEST(Golden, PakistansDefaultScenario) {
    expectGolden(publicPack(), "pk_default");
}

TEST(Golden, EveryMeasureAtOnceOnIndependentDraws) {
    expectGolden(miniPack(), "mini_roadmap");
}

} // namespace
} // namespace export_potential
