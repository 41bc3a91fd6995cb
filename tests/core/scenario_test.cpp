// Valid scenarios and assignments. Bad scenarios stand in tests/data/bad (json_test.cpp).

#include "export_potential/scenario.hpp"
#include "test_data.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <random>
#include <utility>

namespace export_potential {
namespace {

/// Reads {"schema": 1, "pack": "mini"} with these members added.
Result<Scenario> parse(const std::string &members, const Pack &pack = miniPack()) {
    return parseScenario(
        "{\"schema\": 1, \"pack\": \"mini\"" + (members.empty() ? "" : ", " + members) + '}', pack);
}

Scenario read(const std::string &members, const Pack &pack = miniPack()) {
    const Result<Scenario> scenario = parse(members, pack);
    EXPECT_TRUE(scenario) << members << '\n' << describe(scenario.errors());
    return scenario ? scenario.value() : Scenario{};
}

TEST(Scenario, WithoutAnythingIsThePacksDefault) {
    const Scenario scenario = read("");
    EXPECT_EQ(scenario.seed, 1u);
    EXPECT_EQ(scenario.draws, 1024);
    EXPECT_EQ(scenario.startYear, 2021);
    EXPECT_EQ(scenario.horizon, 10);
    EXPECT_EQ(scenario.endYear(), 2030);
    EXPECT_EQ(scenario.onboarding.newSellers, 1000);
    EXPECT_EQ(scenario.onboarding.years, 5);
    EXPECT_EQ(scenario.onboarding.path, PathShape::linear);
    EXPECT_EQ(scenario.onboarding.mix, miniPack().onboarding.mix);
    EXPECT_TRUE(scenario.measures.empty());
    EXPECT_TRUE(scenario.closures.empty());
    EXPECT_TRUE(scenario.assumptions.empty());
    EXPECT_EQ(scenario.sampling, Sampling::sobol);
}

TEST(Scenario, HoldsEverythingThatCanBeSaid) {
    const Result<Scenario> result =
        parseScenario(readFile("tests/data/scenarios/mini_full.json"), miniPack());
    ASSERT_TRUE(result) << describe(result.errors());
    const Scenario &scenario = result.value();
    EXPECT_EQ(scenario.seed, 9'007'199'254'740'991u);
    EXPECT_EQ(scenario.draws, 4096);
    EXPECT_EQ(scenario.startYear, 2022);
    EXPECT_EQ(scenario.endYear(), 2033);
    EXPECT_EQ(scenario.onboarding.newSellers, 5000);
    EXPECT_EQ(scenario.onboarding.path, PathShape::logistic);
    EXPECT_EQ(scenario.onboarding.mix, (std::vector<double>{0, 0.6, 0, 0.4}));

    ASSERT_EQ(scenario.measures.size(), 11u);
    const auto &training = std::get<Training>(scenario.measures[0].kind);
    EXPECT_EQ(training.tier, 0u);
    EXPECT_EQ(training.share, 0.5);
    EXPECT_EQ(scenario.measures[0].from, 2022);
    EXPECT_EQ(scenario.measures[0].to, 2025);
    EXPECT_EQ(scenario.measures[0].cost, 1e6);
    EXPECT_EQ(scenario.measures[1].to, 2033);
    EXPECT_EQ(scenario.measures[1].cost, 0);
    EXPECT_EQ(std::get<Connectivity>(scenario.measures[2].kind).internetUse, 0.8);
    EXPECT_EQ(std::get<Logistics>(scenario.measures[3].kind).days, -5);
    const auto &near = std::get<MarketAccess>(scenario.measures[4].kind);
    EXPECT_EQ(near.market, 0u);
    EXPECT_EQ(near.tariff, 0.1);
    EXPECT_EQ(near.access, 0.9);
    const auto &far = std::get<MarketAccess>(scenario.measures[5].kind);
    EXPECT_EQ(far.market, 1u);
    EXPECT_EQ(far.tariff, 0);
    EXPECT_EQ(far.access, 0);
    EXPECT_EQ(std::get<DigitalRetailTax>(scenario.measures[6].kind).rate, 0.05);

    const auto &retail = std::get<FeeSupport>(scenario.measures[7].kind);
    EXPECT_EQ(retail.channel, 1u);
    EXPECT_EQ(retail.points, 0.1);
    EXPECT_EQ(std::get<FeeSupport>(scenario.measures[8].kind).channel, std::nullopt);
    EXPECT_EQ(std::get<CourierSalesTax>(scenario.measures[9].kind).rate, 0.18);
    EXPECT_EQ(std::get<DutyFreeThreshold>(scenario.measures[10].kind).above, 0.9);

    ASSERT_EQ(scenario.closures.size(), 2u);
    EXPECT_EQ(scenario.closures[0].market, 1u);
    EXPECT_EQ(scenario.closures[0].from, 2028);
    EXPECT_EQ(scenario.closures[0].to, 2029);
    EXPECT_EQ(scenario.closures[1].market, 0u);
    EXPECT_EQ(scenario.closures[1].to, 2033);

    EXPECT_EQ(scenario.sampling, Sampling::counter);
    // Two of the reading and eight of the scenario's own.
    ASSERT_EQ(scenario.assumptions.size(), 10u);
    const auto position = [&](Symbol symbol, bool specific) {
        for (std::size_t i = 0; i < scenario.assumptions.size(); ++i) {
            if (scenario.assumptions[i].symbol == symbol &&
                scenario.assumptions[i].element.has_value() == specific) {
                return i;
            }
        }
        return scenario.assumptions.size();
    };
    // "w.retail" stands first in the file and has to act last.
    EXPECT_LT(position(Symbol::w, false), position(Symbol::w, true));
    const Assumption &specific = scenario.assumptions[position(Symbol::w, true)];
    EXPECT_EQ(specific.element, 1u);
    EXPECT_EQ(std::get<Fixed>(specific.distribution).value, 0.5);
}

TEST(Scenario, AcceptsTheEndsOfEveryRange) {
    EXPECT_EQ(read(R"("seed": 0, "draws": 256, "startYear": 2021, "horizon": 3)").endYear(), 2023);
    EXPECT_EQ(read(R"("draws": 1048576, "startYear": 2030, "horizon": 15)").endYear(), 2044);
    EXPECT_EQ(
        read(R"("onboarding": {"newSellers": 0, "years": 1, "path": "bass"})").onboarding.path,
        PathShape::bass);
    EXPECT_EQ(read(R"("onboarding": {"newSellers": 10000000, "years": 15})").onboarding.years, 15);
    const Scenario scenario = read(R"("measures": [
        {"type": "training", "tier": "long", "from": 2021, "to": 2021, "share": 1, "cost": 1e12},
        {"type": "training", "tier": "long", "from": 2022, "to": 2030, "share": 0, "cost": 0},
        {"type": "connectivity", "from": 2030, "internetUse": 1},
        {"type": "connectivity", "from": 2030, "internetUse": 0.001},
        {"type": "logistics", "from": 2021, "days": -10},
        {"type": "logistics", "from": 2021, "days": 20},
        {"type": "marketAccess", "from": 2021, "market": "far", "tariff": -0.5},
        {"type": "marketAccess", "from": 2021, "market": "far", "tariff": 3, "access": 1},
        {"type": "digitalRetailTax", "from": 2021, "rate": 0.9},
        {"type": "feeSupport", "from": 2021, "to": 2022, "points": 0.1},
        {"type": "feeSupport", "from": 2022, "to": 2023, "points": 0.2, "channel": "bulk"},
        {"type": "feeSupport", "from": 2023, "to": 2024, "points": 0.1, "channel": "bulk"},
        {"type": "feeSupport", "from": 2021, "to": 2030, "points": 0, "channel": "retail"},
        {"type": "courierSalesTax", "from": 2021, "rate": 1},
        {"type": "dutyFreeThreshold", "from": 2021, "above": 0}], "sampling": "sobol")");
    EXPECT_EQ(scenario.measures.size(), 15u);
}

TEST(Scenario, TakesQuantilesThatNothingLiesBetweenForOneValue) {
    // Neighbours in double precision, whose logarithms are the same.
    const Scenario scenario = read(R"("assumptions": {"m": {"dist": "lognormal",
        "p05": 50000, "p95": 50000.00000000001, "max": 50000.00000000001}})");
    EXPECT_EQ(scenario.assumptions.at(0).distribution, Distribution(Fixed{50'000}));
}

TEST(Scenario, MayActBeforeTheProgrammeStarts) {
    const Scenario scenario = read(R"("startYear": 2025,
        "measures": [{"type": "logistics", "from": 2021, "to": 2034, "days": 1}])");
    EXPECT_EQ(scenario.measures[0].from, 2021);
}

TEST(Scenario, TakesSellersAndYearsFromATable) {
    Scenario scenario = read(R"("onboarding": {"path": [100, 200.5, 0]})");
    EXPECT_EQ(scenario.onboarding.path, PathShape::table);
    EXPECT_EQ(scenario.onboarding.table, (std::vector<double>{100, 200.5, 0}));
    EXPECT_EQ(scenario.onboarding.newSellers, 300.5);
    EXPECT_EQ(scenario.onboarding.years, 3);
    scenario = read(R"("onboarding": {"path": [100, 200], "newSellers": 300, "years": 2})");
    EXPECT_EQ(scenario.onboarding.newSellers, 300);
}

TEST(Scenario, LeavesATableOfThePackForANamedPath) {
    Pack pack = miniPack();
    pack.onboarding.path = PathShape::table;
    pack.onboarding.table = {10, 20};
    pack.onboarding.newSellers = 30;
    pack.onboarding.years = 2;
    EXPECT_EQ(read(R"("onboarding": {})", pack).onboarding.newSellers, 30);
    const Scenario scenario = read(R"("onboarding": {"path": "linear"})", pack);
    EXPECT_EQ(scenario.onboarding.path, PathShape::linear);
    EXPECT_TRUE(scenario.onboarding.table.empty());
    EXPECT_EQ(scenario.onboarding.newSellers, 30);
    EXPECT_EQ(codesAndPaths(parse(R"("onboarding": {"newSellers": 31})", pack).errors()),
              std::vector<std::string>{"conflict /onboarding/newSellers"});
}

TEST(Scenario, KeepsThePacksMeasuresOnlyWithinItsYears) {
    Pack pack = miniPack();
    pack.measures = {{Logistics{5}, 2025, 2030, 0}};
    EXPECT_EQ(read("", pack).measures.size(), 1u);
    EXPECT_EQ(read(R"("measures": [])", pack).measures.size(), 0u);
    EXPECT_EQ(codesAndPaths(parse(R"("horizon": 9)", pack).errors()),
              std::vector<std::string>{"missing_key /measures"});
    EXPECT_EQ(read(R"("horizon": 9, "measures": [])", pack).horizon, 9);
}

TEST(Scenario, ScalesNearlyRightSums) {
    const Scenario scenario =
        read(R"("onboarding": {"mix": {"goods/bulk": 0.3, "crafts/retail": 0.7000005}})");
    EXPECT_EQ(scenario.onboarding.mix[0] + scenario.onboarding.mix[3], 1);
}

TEST(Scenario, HasAtMost64Measures) {
    std::string list;
    for (int i = 0; i < 64; ++i) {
        list += std::string(i ? ", " : "") + R"({"type": "logistics", "from": 2021, "days": 0})";
    }
    EXPECT_EQ(read("\"measures\": [" + list + ']').measures.size(), 64u);
    EXPECT_EQ(codesAndPaths(parse("\"measures\": [1, " + list + ']').errors()),
              std::vector<std::string>{"wrong_length /measures"});
}

TEST(Scenario, ReportsFaultsInTheOrderOfTheDocument) {
    const std::vector<std::string> expected = {"unknown_name /assumptions/y",
                                               "out_of_range /measures/0/from",
                                               "not_power_of_two /draws", "unknown_key /z"};
    EXPECT_EQ(codesAndPaths(parse(R"("assumptions": {"y": 1},
        "measures": [{"from": 1, "type": "logistics", "days": 0}], "draws": 300, "z": 0)")
                                .errors()),
              expected);
}

TEST(NearestDraws, IsTheNearestPowerOfTwo) {
    EXPECT_EQ(nearestDraws(-5), 256);
    EXPECT_EQ(nearestDraws(std::numeric_limits<double>::quiet_NaN()), 256);
    EXPECT_EQ(nearestDraws(383), 256);
    EXPECT_EQ(nearestDraws(384), 512);
    EXPECT_EQ(nearestDraws(10'000), 8192);
    EXPECT_EQ(nearestDraws(16'384), 16'384);
    EXPECT_EQ(nearestDraws(1e300), 1'048'576);
}

TEST(Assignment, SetsAllElementsOrOne) {
    const Result<Assumption> all = parseAssignment("w=0.25", miniPack());
    ASSERT_TRUE(all);
    EXPECT_EQ(all.value().symbol, Symbol::w);
    EXPECT_EQ(all.value().element, std::nullopt);
    EXPECT_EQ(std::get<Fixed>(all.value().distribution).value, 0.25);
    const Result<Assumption> one = parseAssignment("m.crafts= 1e4", miniPack());
    ASSERT_TRUE(one);
    EXPECT_EQ(one.value().element, 1u);
    const Result<Assumption> spread =
        parseAssignment(R"(dw={"dist": "uniform", "min": 0, "max": 1})", miniPack());
    ASSERT_TRUE(spread);
    EXPECT_EQ(std::get<Uniform>(spread.value().distribution).max, 1);
}

TEST(Assignment, ReportsItsFaultAsTheScenarioWould) {
    const std::pair<const char *, const char *> cases[] = {
        {"w", "wrong_type /assumptions/w"},
        {"", "wrong_type /assumptions/"},
        {"=1", "unknown_name /assumptions/"},
        {"w=", "wrong_type /assumptions/w"},
        {"w=abc", "wrong_type /assumptions/w"},
        {"w=nan", "wrong_type /assumptions/w"},
        {"w=\"1\"", "wrong_type /assumptions/w"},
        {"w=1 2", "wrong_type /assumptions/w"},
        {"w=2", "out_of_range /assumptions/w"},
        {"w=1e999", "not_finite /assumptions/w"},
        {"w.web=0.5", "unknown_name /assumptions/w.web"},
        {"eta.bulk=0.5", "unknown_name /assumptions/eta.bulk"},
        {"a/b=1", "unknown_name /assumptions/a~1b"},
        {"\xff=1", "unknown_name /assumptions/?"},
        {R"(w={"dist": "fixed", "value": 2})", "out_of_range /assumptions/w/value"},
    };
    for (const auto &[text, expected] : cases) {
        const Errors errors = parseAssignment(text, miniPack()).errors();
        ASSERT_FALSE(errors.empty()) << text;
        EXPECT_EQ(codesAndPaths(errors)[0], expected) << describe(errors);
    }
}

/// Random damage to valid documents: never a crash, and either a value or at least one fault.
TEST(Damage, NeverBreaksTheReaders) {
    const std::string pack = readFile("tests/data/packs/mini.json");
    const std::string scenario = readFile("tests/data/scenarios/mini_full.json");
    const std::string tokens[] = {"{",  "}",    "[",  "]",     ",",    ":",
                                  "\"", "null", "-1", "1e999", "true", "0.5"};
    std::mt19937 random(20'261'101);
    const auto pick = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    for (int round = 0; round < 3000; ++round) {
        const bool ofPack = round % 4 == 0;
        std::string text = ofPack ? pack : scenario;
        for (std::size_t edits = 1 + pick(3); edits > 0 && !text.empty(); --edits) {
            const std::size_t at = pick(text.size());
            switch (pick(5)) {
            case 0:
                text[at] = static_cast<char>(random() & 0xff);
                break;
            case 1:
                text.resize(at);
                break;
            case 2:
                text.erase(at, 1 + pick(40));
                break;
            case 3:
                text.insert(at, tokens[pick(std::size(tokens))]);
                break;
            default:
                text.insert(at, text.substr(pick(text.size()), 1 + pick(60)));
                break;
            }
        }
        const bool good = ofPack ? bool(parsePack(text)) : bool(parseScenario(text, miniPack()));
        const bool faulty = ofPack ? !parsePack(text).errors().empty()
                                   : !parseScenario(text, miniPack()).errors().empty();
        ASSERT_NE(good, faulty) << text;
    }
}

TEST(Scenario, AllowsMeasuresWithinTheRangesOfTheModel) {
    // docs/model.md, "Measures"; logisticsDays of the mini pack, and at most 1e12 US$ a year.
    const struct {
        const char *facts;
        const char *field;
        std::vector<const char *> allowed;
        std::vector<const char *> refused;
    } measures[] = {
        {R"("type": "training", "tier": "short")", "share", {"0", "1"}, {"-0.001", "1.001"}},
        {R"("type": "connectivity")", "internetUse", {"0.001", "1"}, {"0", "0.0009", "1.001"}},
        {R"("type": "marketAccess", "market": "far")", "tariff", {"-0.5", "3"}, {"-0.501", "3.01"}},
        {R"("type": "marketAccess", "market": "far")", "access", {"0", "1"}, {"-0.001", "1.001"}},
        {R"("type": "digitalRetailTax")", "rate", {"0", "0.9"}, {"-0.001", "0.901"}},
        {R"("type": "courierSalesTax")", "rate", {"0", "1"}, {"-0.001", "1.001"}},
        {R"("type": "dutyFreeThreshold")", "above", {"0", "1"}, {"-0.001", "1.001"}},
        {R"("type": "feeSupport")", "points", {"0", "0.3"}, {"-0.001", "0.301"}},
        {R"("type": "logistics", "days": 0)", "cost", {"0", "1e12"}, {"-1", "1.1e12"}}};
    for (const auto &measure : measures) {
        const auto faults = [&](const char *value) {
            const Result<Scenario> scenario =
                parse(std::string(R"("measures": [{)") + measure.facts + R"(, "from": 2022, ")" +
                      measure.field + R"(": )" + value + "}]");
            return codesAndPaths(scenario.errors());
        };
        for (const char *value : measure.allowed) {
            EXPECT_TRUE(faults(value).empty()) << measure.field << ' ' << value;
        }
        for (const char *value : measure.refused) {
            EXPECT_EQ(
                faults(value),
                std::vector<std::string>{std::string("out_of_range /measures/0/") + measure.field})
                << value;
        }
    }
}

} // namespace
} // namespace export_potential
