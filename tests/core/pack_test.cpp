// Valid packs: what arrives in the Pack. Bad packs stand in tests/data/bad (json_test.cpp).

#include "export_potential/pack.hpp"
#include "patched_pack.hpp"

#include <numeric>

namespace export_potential {
namespace {

const Parameter &parameter(const Pack &pack, Symbol symbol) {
    return pack.parameters[static_cast<std::size_t>(symbol)];
}

TEST(Pack, HoldsTheSets) {
    const Pack &pack = miniPack();
    EXPECT_EQ(pack.id, "mini");
    EXPECT_EQ(pack.version, "2026.1.0");
    EXPECT_EQ(pack.baseYear, 2020);
    ASSERT_EQ(pack.sectors.size(), 2u);
    EXPECT_EQ(pack.sectors[1].id, "crafts");
    EXPECT_EQ(pack.sectors[1].exports, 4e9);
    ASSERT_EQ(pack.channels.size(), 2u);
    EXPECT_EQ(pack.channels[0].shipment, Shipment::freight);
    EXPECT_EQ(pack.channels[1].shipment, Shipment::parcel);
    EXPECT_EQ(pack.markets, (std::vector<std::string>{"near", "far"}));
    EXPECT_EQ(pack.tiers, (std::vector<std::string>{"short", "long"}));
    ASSERT_EQ(pack.pool.size(), 1u);
    EXPECT_EQ(pack.pool[0].establishments, 100'000);
}

TEST(Pack, NamesItsElements) {
    const Pack &pack = miniPack();
    EXPECT_EQ(pack.setSize(IndexKind::none), 1u);
    EXPECT_EQ(pack.setId(IndexKind::none, 0), "");
    EXPECT_EQ(pack.setId(IndexKind::channel, 1), "retail");
    EXPECT_EQ(pack.setId(IndexKind::sector, 0), "goods");
    EXPECT_EQ(pack.setId(IndexKind::market, 1), "far");
    EXPECT_EQ(pack.setId(IndexKind::tier, 1), "long");
    EXPECT_EQ(pack.setId(IndexKind::pool, 0), "firms");
    EXPECT_EQ(pack.setSize(IndexKind::pool), 1u);
}

TEST(Pack, HoldsTheBaseline) {
    const Pack &pack = miniPack();
    EXPECT_EQ(pack.currencyCode, "XXX");
    EXPECT_EQ(pack.localPerUsd, 100);
    EXPECT_EQ(pack.usdInflation, 0.02);
    EXPECT_EQ(pack.goodsExports, 1e10);
    EXPECT_EQ(pack.exportTarget, 2e10);
    EXPECT_EQ(pack.exportTargetYear, 2030);
    EXPECT_EQ(pack.internetUse, 0.5);
    EXPECT_EQ(pack.ecommerceCeiling, 0.1);
    EXPECT_EQ(pack.minLogisticsDays, -10);
    EXPECT_EQ(pack.maxLogisticsDays, 20);
}

TEST(Pack, PadsRegistrationsToTheEarliestYear) {
    const Pack &pack = miniPack();
    EXPECT_EQ(pack.firstCohort, 2018);
    EXPECT_EQ(pack.registrations,
              (std::vector<std::vector<double>>{{100, 150, 200}, {0, 200, 400}}));
}

TEST(Pack, LetsASegmentOverrideTheMarketsOfItsChannel) {
    const Pack &pack = miniPack();
    ASSERT_EQ(pack.marketShares.size(), 4u);
    EXPECT_EQ(pack.marketShares[pack.segment(0, 0)], (std::vector<double>{0.5, 0.5}));
    EXPECT_EQ(pack.marketShares[pack.segment(0, 1)], (std::vector<double>{0.25, 0.75}));
    EXPECT_EQ(pack.marketShares[pack.segment(1, 0)], (std::vector<double>{0.5, 0.5}));
    EXPECT_EQ(pack.marketShares[pack.segment(1, 1)], (std::vector<double>{0, 1}));
    EXPECT_EQ(pack.sectorShares[1], (std::vector<double>{0.75, 0.25}));
}

TEST(Pack, HoldsTheDefaults) {
    const Pack &pack = miniPack();
    EXPECT_EQ(pack.startYear, 2021);
    EXPECT_EQ(pack.horizon, 10);
    EXPECT_EQ(pack.draws, 1024);
    EXPECT_EQ(pack.seed, 1);
    EXPECT_EQ(pack.onboarding.newSellers, 1000);
    EXPECT_EQ(pack.onboarding.years, 5);
    EXPECT_EQ(pack.onboarding.path, PathShape::linear);
    EXPECT_EQ(pack.onboarding.mix, (std::vector<double>(4, 0.25)));
    EXPECT_TRUE(pack.measures.empty());
}

TEST(Pack, ReadsEveryKindOfDistribution) {
    const Pack &pack = miniPack();
    const auto value = [&](Symbol symbol, std::size_t i = 0) {
        return parameter(pack, symbol).values.at(i);
    };
    EXPECT_EQ(std::get<Fixed>(value(Symbol::t_d)).value, 0.1);
    EXPECT_EQ(std::get<Fixed>(value(Symbol::c_R)).value, 20);
    EXPECT_EQ(std::get<Uniform>(value(Symbol::q)).max, 0.5);
    EXPECT_EQ(std::get<Triangular>(value(Symbol::eps, 1)).mode, 2);
    EXPECT_EQ(std::get<Pert>(value(Symbol::dw)).mode, 0.4);
    EXPECT_EQ(std::get<Beta>(value(Symbol::act, 1)).beta, 6);
    EXPECT_EQ(std::get<TruncatedNormal>(value(Symbol::sigma)).sd, 0.2);

    // By quantiles, with an upper bound of its own and the range's lower one.
    const Lognormal goods = std::get<Lognormal>(value(Symbol::m, 0));
    EXPECT_DOUBLE_EQ(goods.mu, lognormalByQuantiles(10'000, 90'000).mu);
    EXPECT_EQ(goods.min, 1000);
    EXPECT_EQ(goods.max, 500'000);
    const Lognormal crafts = std::get<Lognormal>(value(Symbol::m, 1));
    EXPECT_DOUBLE_EQ(crafts.mu, lognormalByMean(20'000, 0.5).mu);
    EXPECT_EQ(crafts.max, 1'000'000);
}

TEST(Pack, HasOneValueForEachElementOfASplit) {
    const Pack &pack = miniPack();
    for (const SymbolInfo &info : symbolTable()) {
        const Parameter &read = parameter(pack, info.symbol);
        EXPECT_EQ(read.values.size(), pack.setSize(read.by)) << info.name;
        for (const Distribution &distribution : read.values) {
            EXPECT_GE(support(distribution).min, read.min) << info.name;
            EXPECT_LE(support(distribution).max, read.max) << info.name;
        }
    }
    EXPECT_EQ(parameter(pack, Symbol::m).by, IndexKind::sector);
    EXPECT_EQ(parameter(pack, Symbol::lambda).by, IndexKind::none);
}

TEST(Pack, AcceptsTheOrderOfValuesInTheFileAndKeepsThatOfTheSet) {
    const Pack pack = patched(R"([{"op": "replace", "path": "/parameters/w/values",
                                   "value": {"retail": 0.5, "bulk": 0.1}}])");
    EXPECT_EQ(std::get<Fixed>(parameter(pack, Symbol::w).values[0]).value, 0.1);
}

TEST(Pack, MayTouchTheEndsOfTheModelsRanges) {
    const Pack pack = patched(R"([
        {"op": "replace", "path": "/parameters/T/range", "value": [0, 20]},
        {"op": "replace", "path": "/parameters/T/value",
         "value": {"dist": "uniform", "min": 0, "max": 20}},
        {"op": "replace", "path": "/parameters/x/range", "value": [0, 1]},
        {"op": "replace", "path": "/parameters/x/values/bulk",
         "value": {"dist": "beta", "alpha": 0.5, "beta": 10000}},
        {"op": "replace", "path": "/parameters/kappa/range", "value": [1, 1]},
        {"op": "replace", "path": "/parameters/kappa/value",
         "value": {"dist": "pert", "min": 1, "mode": 1, "max": 1}}])");
    EXPECT_EQ(std::get<Uniform>(parameter(pack, Symbol::T).values[0]).min, 0);
    EXPECT_EQ(std::get<Fixed>(parameter(pack, Symbol::kappa).values[0]).value, 1);
}

TEST(Pack, ScalesSharesToSumToOne) {
    const Pack pack = patched(R"([{"op": "replace", "path": "/baseline/sectorShares/bulk/shares",
                                   "value": {"goods": 0.3333333, "crafts": 0.6666663}}])");
    const std::vector<double> &shares = pack.sectorShares[0];
    EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1, 1e-15);
    EXPECT_NEAR(shares[0], 0.3333333 / 0.9999996, 1e-15);
}

TEST(Pack, AcceptsNotesLanguagesAndDates) {
    const Pack pack = patched(R"([
        {"op": "add", "path": "/label/ur", "value": "x"},
        {"op": "add", "path": "/label/zh-Hans", "value": "x"},
        {"op": "add", "path": "/parameters/eta/note", "value": {"en": "A note."}},
        {"op": "replace", "path": "/sources/office/date", "value": "2024-02-29"},
        {"op": "replace", "path": "/sources/survey/date", "value": "2024-12"}])");
    EXPECT_EQ(pack.id, "mini");
}

TEST(Pack, MayBringATableAndMeasures) {
    const Pack pack = patched(R"([
        {"op": "replace", "path": "/defaults/onboarding/path", "value": [400, 600]},
        {"op": "replace", "path": "/defaults/onboarding/years", "value": 2},
        {"op": "add", "path": "/defaults/measures/-",
         "value": {"type": "logistics", "from": 2025, "days": 20}}])");
    EXPECT_EQ(pack.onboarding.path, PathShape::table);
    EXPECT_EQ(pack.onboarding.newSellers, 1000);
    ASSERT_EQ(pack.measures.size(), 1u);
    EXPECT_EQ(pack.measures[0].to, 2030);
}

TEST(Pack, OfPakistanIsValid) {
    const Result<Pack> pack = parsePack(readFile("public/packs/pk.json"));
    ASSERT_TRUE(pack) << describe(pack.errors());
    EXPECT_EQ(pack.value().id, "pk");
}

TEST(Symbols, AreFoundByName) {
    for (const SymbolInfo &info : symbolTable()) {
        EXPECT_EQ(symbolByName(info.name), info.symbol);
    }
    EXPECT_EQ(symbolInfo(Symbol::c_T).name, "c_T");
    EXPECT_EQ(symbolByName("t"), std::nullopt);
    EXPECT_EQ(indexKindName(IndexKind::market), "market");
    EXPECT_EQ(indexKindName(IndexKind::none), "");
}

TEST(Symbols, HaveTheRangesOfTheSchema) {
    const auto schema = nlohmann::json::parse(readFile("public/schemas/pack.schema.json"));
    const auto &parameters = schema.at("properties").at("parameters").at("properties");
    ASSERT_EQ(parameters.size(), kSymbolCount);
    for (const SymbolInfo &info : symbolTable()) {
        const auto &bounds = parameters.at(std::string(info.name)).at("properties").at("range");
        EXPECT_EQ(info.min, bounds.at("items").at("minimum")) << info.name;
        EXPECT_EQ(info.max, bounds.at("items").at("maximum")) << info.name;
    }
}

TEST(Symbols, LeaveOutEndsAtWhichAnEquationHasNoValue) {
    // p, T and h divide; r1 and r2_gain at 0 or 1 leave no shape of equation (2); m and sigma of
    // nothing have no logarithm and no spread; all accounts suspended leave nobody.
    const std::vector<Symbol> aboveZero{Symbol::p,     Symbol::r1, Symbol::r2_gain, Symbol::m,
                                        Symbol::sigma, Symbol::T,  Symbol::h};
    const std::vector<Symbol> belowOne{Symbol::r1, Symbol::r2_gain, Symbol::x};
    for (const SymbolInfo &info : symbolTable()) {
        EXPECT_EQ(info.openMin, std::ranges::find(aboveZero, info.symbol) != aboveZero.end())
            << info.name;
        EXPECT_EQ(info.openMax, std::ranges::find(belowOne, info.symbol) != belowOne.end())
            << info.name;
    }
}

} // namespace
} // namespace export_potential
