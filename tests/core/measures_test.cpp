// What each measure does, draw by draw.

#include "export_potential/simulation.hpp"

#include "property_support.hpp"

#include <cmath>

namespace export_potential {
namespace {

const std::string kUncrowded = R"("assumptions": {"kappa": 0, "disp": 0})";

std::string withMeasure(const std::string &measure) {
    return kUncrowded + R"(, "measures": [)" + measure + ']';
}

TEST(Training, RaisesSalesOfThoseTrained) {
    const Case none(miniPack(), kUncrowded);
    const Case some(
        miniPack(),
        withMeasure(
            R"({"type": "training", "tier": "short", "from": 2023, "to": 2023, "share": 0.5})"));
    const Case all(
        miniPack(),
        withMeasure(
            R"({"type": "training", "tier": "short", "from": 2023, "to": 2023, "share": 1})"));
    inEveryDraw(none, [&](std::size_t t, std::size_t draw) {
        const double usual = none.at(Output::grossWith, t, draw);
        if (t < 2) {
            ASSERT_EQ(some.at(Output::grossWith, t, draw), usual);
        } else {
            ASSERT_GT(some.at(Output::grossWith, t, draw), usual);
            ASSERT_GT(all.at(Output::grossWith, t, draw), some.at(Output::grossWith, t, draw));
        }
        ASSERT_EQ(some.at(Output::grossWithout, t, draw), none.at(Output::grossWithout, t, draw));
        // The short course has no lift of activation.
        ASSERT_EQ(some.at(Output::activeWith, t, draw), none.at(Output::activeWith, t, draw));
    });
}

TEST(Training, ThatLiftsActivationBringsMoreActiveSellers) {
    const Case none(miniPack(), kUncrowded);
    const Case trained(miniPack(), withMeasure(R"({"type": "training", "tier": "long", "from": 2021,
                                       "share": 1})"));
    inEveryDraw(none, [&](std::size_t t, std::size_t draw) {
        ASSERT_GT(trained.at(Output::activeWith, t, draw), none.at(Output::activeWith, t, draw));
        ASSERT_EQ(trained.at(Output::activeWithout, t, draw),
                  none.at(Output::activeWithout, t, draw));
    });
}

TEST(MarketAccess, ClosingAMarketRemovesExactlyItsSalesOnTheWithPath) {
    const Case open(miniPack(), kUncrowded);
    const Case closed(
        miniPack(),
        withMeasure(R"({"type": "marketAccess", "from": 2023, "market": "far", "access": 0})"));
    inEveryDraw(open, [&](std::size_t t, std::size_t draw) {
        const auto gross = [&](const Case &c, std::size_t market) {
            return c.column(ColumnKind::marketGross, market, t)[draw];
        };
        const double with = open.at(Output::grossWith, t, draw);
        const double removed = with - closed.at(Output::grossWith, t, draw);
        ASSERT_EQ(gross(closed, 0), gross(open, 0));
        ASSERT_EQ(closed.at(Output::grossWithout, t, draw), open.at(Output::grossWithout, t, draw));
        if (t < 2) {
            ASSERT_EQ(removed, 0);
        } else {
            ASSERT_GT(removed, 0);
            ASSERT_TRUE(close(removed, gross(open, 1) - gross(closed, 1), 1e-12, with));
        }
    });
}

TEST(MarketAccess, ClosingAllMarketsLeavesNoSales) {
    const Case c(
        miniPack(),
        withMeasure(R"({"type": "marketAccess", "from": 2021, "market": "far", "access": 0},
                     {"type": "marketAccess", "from": 2021, "market": "near", "access": 0})"));
    inEveryDraw(c, [&](std::size_t t, std::size_t draw) {
        ASSERT_EQ(c.at(Output::grossWith, t, draw), 0);
        ASSERT_TRUE(close(c.at(Output::grossAdditional, t, draw),
                          -c.at(Output::grossWithout, t, draw), 1e-12));
    });
}

TEST(MarketAccess, ChargesOfOneMarketLeaveTheOthersAlone) {
    const Case open(miniPack(), kUncrowded);
    const Case charged(
        miniPack(),
        withMeasure(R"({"type": "marketAccess", "from": 2021, "market": "near", "tariff": 0.2})"));
    inEveryDraw(open, [&](std::size_t t, std::size_t draw) {
        ASSERT_EQ(charged.column(ColumnKind::marketGross, 1, t)[draw],
                  open.column(ColumnKind::marketGross, 1, t)[draw]);
        ASSERT_LT(charged.column(ColumnKind::marketGross, 0, t)[draw],
                  open.column(ColumnKind::marketGross, 0, t)[draw]);
    });
}

TEST(Closures, RemoveAMarketsSalesOnBothPathsInTheirYearsAndTouchNoOtherMarket) {
    const Case open(miniPack(), kUncrowded);
    const Case closed(miniPack(), kUncrowded + R"(, "closures": [
        {"market": "far", "from": 2023, "to": 2024}, {"market": "far", "from": 2024, "to": 2026}])");
    inEveryDraw(open, [&](std::size_t t, std::size_t draw) {
        const auto additional = [&](const Case &c, std::size_t market) {
            return c.column(ColumnKind::marketGross, market, t)[draw];
        };
        ASSERT_EQ(additional(closed, 0), additional(open, 0));
        // Reported from 2021 on: t = 2 is 2023, t = 5 is 2026.
        if (t < 2 || t > 5) {
            ASSERT_EQ(additional(closed, 1), additional(open, 1));
            ASSERT_EQ(closed.at(Output::grossWithout, t, draw),
                      open.at(Output::grossWithout, t, draw));
        } else {
            ASSERT_NE(additional(open, 1), 0);
            ASSERT_EQ(additional(closed, 1), 0);
            ASSERT_LT(closed.at(Output::grossWithout, t, draw),
                      open.at(Output::grossWithout, t, draw));
            ASSERT_LT(closed.at(Output::grossWith, t, draw), open.at(Output::grossWith, t, draw));
        }
    });
}

TEST(Closures, OfAllMarketsLeaveNothingToGainOrToLose) {
    const Case c(miniPack(), R"("closures": [{"market": "far", "from": 2024},
                                             {"market": "near", "from": 2024}])");
    inEveryDraw(c, [&](std::size_t t, std::size_t draw) {
        ASSERT_EQ(c.at(Output::exportsAdditional, t, draw) == 0, t >= 3);
        ASSERT_EQ(c.at(Output::grossWithout, t, draw) == 0, t >= 3);
    });
}

TEST(Connectivity, RaisesTheSalesOfEverySellerByItsElasticity) {
    const Case usual(miniPack(), R"("onboarding": {"newSellers": 0}, )" + kUncrowded);
    const Case risen(miniPack(),
                     R"("onboarding": {"newSellers": 0}, )" +
                         withMeasure(R"({"type": "connectivity", "from": 2022, "to": 2025,
                                         "internetUse": 0.75})"));
    // From .5 in 2021 to .75 in 2025: .5625, .625, .6875, .75, and so it stays.
    const double ratio[] = {1, 1.125, 1.25, 1.375, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5};
    const auto eta = risen.input("eta");
    inEveryDraw(risen, [&](std::size_t t, std::size_t draw) {
        ASSERT_TRUE(close(risen.at(Output::grossWith, t, draw),
                          risen.at(Output::grossWithout, t, draw) * std::pow(ratio[t], eta[draw]),
                          1e-12));
        ASSERT_EQ(risen.at(Output::grossWithout, t, draw), usual.at(Output::grossWith, t, draw));
    });
}

TEST(Connectivity, HoldsDownToTheLeastInternetUse) {
    const Case fallen(miniPack(),
                      R"("onboarding": {"newSellers": 0}, )" +
                          withMeasure(R"({"type": "connectivity", "from": 2021, "to": 2021,
                                          "internetUse": 0.001})"));
    const auto eta = fallen.input("eta");
    inEveryDraw(fallen, [&](std::size_t t, std::size_t draw) {
        // The pack's own is .5.
        ASSERT_TRUE(close(fallen.at(Output::grossWith, t, draw),
                          fallen.at(Output::grossWithout, t, draw) * std::pow(0.002, eta[draw]),
                          1e-12));
    });
}

TEST(Connectivity, KeepsTheHigherOfTwo) {
    const std::string one =
        R"({"type": "connectivity", "from": 2021, "to": 2021, "internetUse": 0.75})";
    const std::string lower =
        R"({"type": "connectivity", "from": 2021, "to": 2021, "internetUse": 0.6})";
    const Case alone(miniPack(), withMeasure(one));
    const Case first(miniPack(), withMeasure(one + ", " + lower));
    const Case last(miniPack(), withMeasure(lower + ", " + one));
    EXPECT_TRUE(sameBits(alone.results, first.results));
    EXPECT_TRUE(sameBits(alone.results, last.results));
}

TEST(Logistics, FasterDeliverySellsMore) {
    const Case usual(miniPack(), kUncrowded);
    const Case faster(
        miniPack(), withMeasure(R"({"type": "logistics", "from": 2022, "to": 2023, "days": -5})"));
    inEveryDraw(usual, [&](std::size_t t, std::size_t draw) {
        const double before = usual.at(Output::grossWith, t, draw);
        if (t == 1 || t == 2) {
            ASSERT_GT(faster.at(Output::grossWith, t, draw), before);
        } else {
            ASSERT_EQ(faster.at(Output::grossWith, t, draw), before);
        }
    });
}

TEST(FeeSupport, MovesSalesByThePriceThatBuyersPayAsWellAsByTheQuantity) {
    const auto assumed = [](const std::string &eps) {
        return R"("assumptions": {"kappa": 0, "disp": 0, "fee_pass": 1, "eps": )" + eps + '}';
    };
    // Ten points off the price: 0.9^-eps times the quantity at 0.9 times the price.
    const struct {
        std::string eps;
        double ratio;
    } demands[] = {{"0.5", std::sqrt(0.9)}, {"1", 1}, {"2", 1 / 0.9}};
    for (const auto &[eps, ratio] : demands) {
        const Case usual(miniPack(), assumed(eps), 64);
        const Case supported(miniPack(), assumed(eps) + R"(, "measures": [
            {"type": "feeSupport", "from": 2022, "to": 2023, "points": 0.1}])",
                             64);
        // Clang before 16 captures no structured binding by reference.
        inEveryDraw(usual, [&, change = ratio](std::size_t t, std::size_t draw) {
            const bool inForce = t == 1 || t == 2;
            const double with = supported.at(Output::grossWith, t, draw);
            const double without = usual.at(Output::grossWith, t, draw);
            ASSERT_TRUE(close(with, without * (inForce ? change : 1.0), 1e-12));
            ASSERT_EQ(supported.at(Output::grossWithout, t, draw),
                      usual.at(Output::grossWithout, t, draw));
            ASSERT_TRUE(close(supported.at(Output::cost, t, draw),
                              usual.at(Output::cost, t, draw) + (inForce ? 0.1 * with : 0.0),
                              1e-12));
        });
    }
}

TEST(DigitalRetailTax, MovesNoExportsWhereThePoolDoesNotBind) {
    const Case usual(miniPack(), kUncrowded);
    const Case taxed(miniPack(),
                     withMeasure(R"({"type": "digitalRetailTax", "from": 2022, "rate": 0.3})"));
    for (const Column &column : usual.simulation.columns()) {
        const bool same = std::ranges::equal(usual.column(column.kind, column.index, column.year),
                                             taxed.column(column.kind, column.index, column.year));
        const bool receipts =
            column.kind == ColumnKind::domestic && column.index == 0 && column.year > 0;
        EXPECT_EQ(same, !receipts) << static_cast<int>(column.kind) << ' ' << column.year;
    }
}

TEST(Measures, CostsAreSpentInTheirYears) {
    const Case usual(miniPack(), kUncrowded);
    const Case dearer(miniPack(), withMeasure(R"(
        {"type": "logistics", "from": 2022, "to": 2024, "days": 0, "cost": 1e6},
        {"type": "marketAccess", "from": 2024, "market": "far", "tariff": 0, "cost": 2e6})"));
    const double spent[] = {0, 1e6, 1e6, 3e6, 2e6, 2e6, 2e6, 2e6, 2e6, 2e6};
    inEveryDraw(usual, [&](std::size_t t, std::size_t draw) {
        ASSERT_TRUE(close(dearer.at(Output::cost, t, draw),
                          usual.at(Output::cost, t, draw) + spent[t], 1e-12));
        ASSERT_TRUE(close(dearer.at(Output::fiscalNet, t, draw),
                          usual.at(Output::fiscalNet, t, draw) - spent[t], 1e-12, 3e6));
    });
}

} // namespace
} // namespace export_potential
