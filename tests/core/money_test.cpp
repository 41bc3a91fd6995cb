// Conversions of amounts, which the inputs of the model never see.

#include "export_potential/money.hpp"

#include "export_potential/result.hpp"
#include "test_support.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

namespace export_potential {
namespace {

TEST(Money, LocalCurrencyGoesThereAndBack) {
    EXPECT_EQ(toLocal(1'000, 282.5), 282'500);
    EXPECT_EQ(fromLocal(282'500, 282.5), 1'000);
    for (const double usd : {0.0, 1.0, -3.7, 1e9 / 3}) {
        EXPECT_TRUE(close(fromLocal(toLocal(usd, 281.37), 281.37), usd, 1e-15));
    }
}

TEST(Money, NominalAndRealReconcileByTheDeflator) {
    EXPECT_EQ(toNominal(100, 0.02, 0), 100);
    EXPECT_TRUE(close(toNominal(100, 0.02, 3), 106.1208, 1e-15));
    EXPECT_TRUE(close(toNominal(1, 0.021, 15), std::pow(1.021, 15), 1e-14));
    for (const int years : {0, 1, 7, 25}) {
        EXPECT_TRUE(close(toReal(toNominal(1e9 / 3, 0.021, years), 0.021, years), 1e9 / 3, 1e-15));
    }
    // 60e9 / 1.025^4 by Python's decimal.
    EXPECT_TRUE(close(toReal(60e9, 0.025, 4), 54'357'038'687.98529, 1e-14));
    // Three years before the base year.
    EXPECT_TRUE(close(toReal(100, 0.02, -3), 106.1208, 1e-14));
    EXPECT_EQ(toNominal(100, 0, 10), 100);
    EXPECT_LT(toNominal(100, -0.01, 10), 100);
}

TEST(Money, DollarsDoNotDependOnTheRateAndOnlyTheTargetOnInflation) {
    const auto withoutTarget = [](const Case &c) {
        nlohmann::json result =
            nlohmann::json::parse(runResultJson(c.simulation, c.results), nullptr, false);
        EXPECT_EQ(result.at("probability").erase("exportTarget"), 1u);
        return result;
    };
    for (const Pack *pack : {&miniPack(), &publicPack()}) {
        Pack other = *pack;
        other.localPerUsd = 3 * pack->localPerUsd;
        other.usdInflation = pack->usdInflation + 0.1;
        const Case usual(*pack, "", 16);
        const Case dearer(other, "", 16);
        EXPECT_TRUE(sameBits(usual.results, dearer.results));
        EXPECT_TRUE(withoutTarget(usual) == withoutTarget(dearer));
    }
}

} // namespace
} // namespace export_potential
