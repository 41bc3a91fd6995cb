// Correlations and readings of a pack, and the choice of readings in a scenario. Faults stand in
// tests/data/bad (json_test.cpp).

#include "export_potential/scenario.hpp"
#include "input_layout.hpp"
#include "patched_pack.hpp"

#include <nlohmann/json.hpp>

namespace export_potential {
namespace {

using Json = nlohmann::json;

/// The distributions that a scenario with these members leaves the model with.
std::vector<Distribution> inputsOf(const std::string &members, Symbol symbol,
                                   const Pack &pack = miniPack()) {
    const Result<Scenario> scenario =
        parseScenario("{\"schema\": 1, \"pack\": \"mini\", " + members + '}', pack);
    EXPECT_TRUE(scenario) << members << '\n' << describe(scenario.errors());
    if (!scenario) {
        return {};
    }
    const InputLayout layout(pack, scenario.value());
    const IndexKind by = layout.by(symbol);
    std::vector<Distribution> inputs;
    for (std::size_t i = 0; i < pack.setSize(by); ++i) {
        inputs.push_back(layout.distributions()[layout.dimension(symbol, by, i)]);
    }
    return inputs;
}

TEST(Correlations, NameParametersByTheirElement) {
    const Pack &pack = miniPack();
    ASSERT_EQ(pack.correlations.size(), 2u);
    const ParameterElement retail{Symbol::act, IndexKind::channel, 1};
    const ParameterElement retention{Symbol::r1, IndexKind::none, 0};
    EXPECT_EQ(pack.correlations[0].a, retail);
    EXPECT_EQ(pack.correlations[0].b, retention);
    EXPECT_EQ(pack.correlations[0].spearman, 0.4);
    const ParameterElement far{Symbol::growth, IndexKind::market, 1};
    EXPECT_EQ(pack.correlations[1].a, far);
    EXPECT_EQ(pack.correlations[1].b.element, 0u);
    EXPECT_EQ(pack.correlations[1].spearman, -0.25);
}

TEST(Correlations, LeadToTheDimensionsOfTheModel) {
    const Pack &pack = miniPack();
    const InputLayout layout(pack, Scenario{});
    const auto nameOf = [&](const ParameterElement &side) {
        return layout.names()[layout.dimension(side.symbol, side.by, side.element)];
    };
    EXPECT_EQ(nameOf(pack.correlations[0].a), "act.retail");
    EXPECT_EQ(nameOf(pack.correlations[0].b), "r1");
    EXPECT_EQ(nameOf(pack.correlations[1].a), "growth.far");
    EXPECT_EQ(nameOf(pack.correlations[1].b), "growth.near");
}

TEST(Correlations, MayTouchTheirBoundsAndShareAParameter) {
    const Pack pack = patched(R"([
        {"op": "replace", "path": "/correlations/0/spearman", "value": 0.99},
        {"op": "replace", "path": "/correlations/1/spearman", "value": -0.99},
        {"op": "add", "path": "/correlations/-", "value":
            {"a": "act.retail", "b": "act.bulk", "spearman": 0, "sources": [], "grade": "D",
             "date": "2026-01"}}])");
    EXPECT_EQ(pack.correlations.size(), 3u);
}

TEST(Correlations, AndReadingsMayBeLeftOut) {
    const Pack pack = patched(R"([{"op": "remove", "path": "/correlations"},
                                  {"op": "remove", "path": "/readings"}])");
    EXPECT_TRUE(pack.correlations.empty());
    EXPECT_TRUE(pack.readings.empty());
    EXPECT_EQ(inputsOf(R"("readings": {})", Symbol::psi, pack).size(), 1u);
}

TEST(Readings, HoldTheirOptionsInOrder) {
    const Pack &pack = miniPack();
    ASSERT_EQ(pack.readings.size(), 1u);
    EXPECT_EQ(pack.readings[0].id, "sales");
    ASSERT_EQ(pack.readings[0].options.size(), 3u);
    EXPECT_EQ(pack.readings[0].options[2].id, "selective");
    // "m.crafts" stands before "m" in the file and has to act after it.
    const ReadingOption &low = pack.readings[0].options[1];
    ASSERT_EQ(low.assumptions.size(), 2u);
    EXPECT_EQ(low.assumptions[0].element, std::nullopt);
    EXPECT_EQ(low.assumptions[1].element, 1u);
}

TEST(Readings, ReplaceThePacksDistributions) {
    const Distribution low = Uniform{2000, 20'000};
    EXPECT_EQ(inputsOf(R"("readings": {"sales": "low"})", Symbol::m),
              (std::vector<Distribution>{low, Fixed{9000}}));
    // What an option does not speak of stays as the pack has it, whatever other options say.
    EXPECT_EQ(inputsOf(R"("readings": {"sales": "low"})", Symbol::psi),
              inputsOf(R"("horizon": 10)", Symbol::psi));
    EXPECT_EQ(inputsOf(R"("readings": {"sales": "selective"})", Symbol::psi),
              std::vector<Distribution>{Fixed{0.5}});
}

TEST(Readings, GiveWayToTheScenariosAssumptions) {
    // The scenario's whole symbol goes before the reading's element, whatever the order.
    for (const char *members : {R"("readings": {"sales": "low"}, "assumptions": {"m": 30000})",
                                R"("assumptions": {"m": 30000}, "readings": {"sales": "low"})"}) {
        EXPECT_EQ(inputsOf(members, Symbol::m), std::vector<Distribution>(2, Fixed{30'000}));
    }
    EXPECT_EQ(
        inputsOf(R"("readings": {"sales": "low"}, "assumptions": {"m.goods": 30000})", Symbol::m),
        (std::vector<Distribution>{Fixed{30'000}, Fixed{9000}}));
}

TEST(Readings, WithTheirFirstOptionsChangeNothing) {
    for (const char *path : {"tests/data/packs/mini.json", "public/packs/pk.json"}) {
        const Result<Pack> pack = parsePack(readFile(path));
        ASSERT_TRUE(pack) << describe(pack.errors());
        Json chosen = Json::object();
        for (const Reading &reading : pack.value().readings) {
            chosen[reading.id] = reading.options[0].id;
        }
        const Json scenario = {{"schema", 1}, {"pack", pack.value().id}, {"readings", chosen}};
        const Result<Scenario> read = parseScenario(scenario.dump(), pack.value());
        ASSERT_TRUE(read) << describe(read.errors());
        EXPECT_FALSE(read.value().assumptions.empty());
        EXPECT_EQ(InputLayout(pack.value(), read.value()).distributions(),
                  InputLayout(pack.value(), Scenario{}).distributions());
    }
}

TEST(Readings, MayStartFromAnElementThatDepartsFromItsOwnWholeSymbol) {
    // "x" speaks of every element but the one that "x.retail" speaks of, and so agrees with the
    // pack's 0.02 and 0.04.
    const Pack pack = patched(R"([{"op": "add", "path": "/readings/0/options/0/assumptions/x",
                                   "value": 0.02},
                                  {"op": "add", "path": "/readings/0/options/0/assumptions/x.retail",
                                   "value": {"dist": "fixed", "value": 0.04}}])");
    EXPECT_EQ(pack.readings[0].options[0].assumptions.size(), 4u);
}

TEST(Readings, OfDifferentElementsMayStandBesideEachOther) {
    const Pack pack = patched(R"([
        {"op": "remove", "path": "/readings/0/options/1/assumptions/m"},
        {"op": "remove", "path": "/readings/0/options/0/assumptions/m.goods"},
        {"op": "add", "path": "/readings/-", "value":
            {"id": "goods", "label": {"en": "x"}, "options": [
                {"id": "a", "label": {"en": "x"}, "assumptions": {}, "sources": [], "grade": "D",
                 "date": "2026-01"},
                {"id": "b", "label": {"en": "x"}, "assumptions": {"m.goods": 7000}, "sources": [],
                 "grade": "D", "date": "2026-01"}]}}])");
    EXPECT_EQ(inputsOf(R"("readings": {"goods": "b", "sales": "low"})", Symbol::m, pack),
              (std::vector<Distribution>{Fixed{7000}, Fixed{9000}}));
}

TEST(Readings, OfPakistanAreThoseThatTheSourcesDisagreeOn) {
    const Result<Pack> pack = parsePack(readFile("public/packs/pk.json"));
    ASSERT_TRUE(pack) << describe(pack.errors());
    std::vector<std::string> ids;
    for (const Reading &reading : pack.value().readings) {
        ids.push_back(reading.id);
    }
    EXPECT_EQ(ids, (std::vector<std::string>{"retail-tax", "parcel-tax", "duty-free", "first-sales",
                                             "mean-sales", "congestion", "value-added"}));
    EXPECT_EQ(pack.value().correlations.size(), 2u);
}

TEST(Readings, MustNotSpeakOfTheSameElement) {
    Json pack = miniJson();
    Json other = pack["readings"][0];
    other["id"] = "again";
    for (Json &option : other["options"]) {
        option["assumptions"] = {{"m.goods", pack["parameters"]["m"]["values"]["goods"]}};
    }
    // The first reading is left with the same element of m, then with the other one.
    for (const auto &[element, conflicts] : {std::pair{"goods", true}, {"crafts", false}}) {
        Json both = pack;
        for (Json &option : both["readings"][0]["options"]) {
            option["assumptions"] = {
                {std::string("m.") + element, pack["parameters"]["m"]["values"][element]}};
        }
        both["readings"].push_back(other);
        const Result<Pack> read = parsePack(both.dump());
        EXPECT_EQ(read.errors().empty(), !conflicts) << describe(read.errors());
    }
}

} // namespace
} // namespace export_potential
