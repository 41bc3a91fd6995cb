// What must hold of the model whatever the numbers, draw by draw.

#include "export_potential/simulation.hpp"

#include "pack_permutation.hpp"
#include "property_support.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace export_potential {
namespace {

/// Registrations of the programme up to a year; only where there is no deadweight.
double programmeUpTo(const Case &c, std::size_t t, std::size_t draw) {
    return c.at(Output::registrationsWith, t, draw) - c.at(Output::registrationsWithout, t, draw);
}

TEST(Additionality, IsExactlyNothingWhereAHaircutTakesAll) {
    for (const Pack *pack : {&miniPack(), &publicPack()}) {
        const Case anyway(*pack, R"("assumptions": {"dw": 1})");
        const Case displaced(*pack, R"("assumptions": {"disp": 1})");
        Pack wasteful = *pack; // beyond the range that a scenario may ask for
        fix(wasteful, Symbol::w, 1);
        const Case lost(wasteful, "");
        inEveryDraw(anyway, [&](std::size_t t, std::size_t draw) {
            for (const Output output :
                 {Output::grossAdditional, Output::exportsAdditional, Output::jobs, Output::tax}) {
                ASSERT_EQ(anyway.at(output, t, draw), 0);
                ASSERT_EQ(displaced.at(output, t, draw), 0);
            }
            ASSERT_EQ(lost.at(Output::exportsAdditional, t, draw), 0);
            ASSERT_EQ(lost.at(Output::exportsWith, t, draw), 0);
            ASSERT_EQ(lost.at(Output::valueAdded, t, draw), 0);
            ASSERT_NE(lost.at(Output::grossAdditional, t, draw), 0);
        });
    }
}

TEST(Additionality, WithoutHaircutsNetIsGross) {
    const Case c(miniPack(),
                 R"("assumptions": {"dw": 0, "disp": 0, "w": 0, "kappa": 0, "psi": 0})");
    inEveryDraw(c, [&](std::size_t t, std::size_t draw) {
        ASSERT_EQ(c.at(Output::exportsAdditional, t, draw), c.at(Output::grossAdditional, t, draw));
        ASSERT_TRUE(close(c.at(Output::grossAdditional, t, draw),
                          c.at(Output::grossWith, t, draw) - c.at(Output::grossWithout, t, draw),
                          1e-12, c.at(Output::grossWith, t, draw)));
        ASSERT_TRUE(close(c.at(Output::grossAdditional, t, draw),
                          c.column(ColumnKind::programmeSales, kWith, t)[draw], 1e-12,
                          c.at(Output::grossWith, t, draw)));
    });
}

TEST(Homogeneity, TwiceTheSellersBringTwiceTheSales) {
    const Case once(miniPack(), sellers(1500) + kPlain);
    const Case twice(miniPack(), sellers(3000) + kPlain);
    inEveryDraw(once, [&](std::size_t t, std::size_t draw) {
        ASSERT_EQ(twice.column(ColumnKind::poolLimited, 0, t)[draw], 0);
        ASSERT_TRUE(close(twice.at(Output::grossAdditional, t, draw),
                          2 * once.at(Output::grossAdditional, t, draw), 1e-9));
        ASSERT_TRUE(close(twice.at(Output::exportsAdditional, t, draw),
                          2 * once.at(Output::exportsAdditional, t, draw), 1e-9));
        ASSERT_EQ(twice.at(Output::cost, t, draw), 2 * once.at(Output::cost, t, draw));
    });
}

TEST(Homogeneity, CongestionAndSelectionTakeTheirPowerOfIt) {
    // Existing sellers so few that their own sales do not show in twelve digits, even though
    // congestion and selection, measured against them, make each newcomer sell next to nothing.
    Pack pack = miniPack();
    for (std::vector<double> &cohorts : pack.registrations) {
        for (double &registered : cohorts) {
            registered *= 1e-40;
        }
    }
    fix(pack, Symbol::dw, 0);
    for (const auto &[psi, kappa] : {std::pair{0.0, 0.3}, {0.25, 0.0}, {0.2, 0.4}}) {
        fix(pack, Symbol::psi, psi);
        fix(pack, Symbol::kappa, kappa);
        const Case once(pack, sellers(1500) + R"("seed": 2)");
        const Case twice(pack, sellers(3000) + R"("seed": 2)");
        const double factor = std::pow(2, 1 - psi - kappa);
        SCOPED_TRACE(testing::Message() << "psi " << psi << ", kappa " << kappa);
        // In later years programme cohorts stop and what is left of psi's comparison is organic.
        inEveryDraw(once, [&](std::size_t t, std::size_t draw) {
            ASSERT_TRUE(close(twice.at(Output::grossAdditional, t, draw),
                              factor * once.at(Output::grossAdditional, t, draw), 1e-9))
                << t;
        });
    }
}

TEST(Pool, IsNeverExceeded) {
    for (const Pack *pack : {&miniPack(), &publicPack()}) {
        const Case c(*pack, sellers(10'000'000) + R"("assumptions": {"dw": 0})");
        for (std::size_t draw = 0; draw < c.draws(); ++draw) {
            double pool = 0;
            for (const PoolKind &kind : pack->pool) {
                const bool split = c.simulation.pack().parameters[0].by == IndexKind::pool;
                pool += kind.establishments *
                        c.input(split ? "export_ready." + kind.id : "export_ready")[draw];
            }
            double registered = 0;
            for (std::size_t t = 0; t < c.years(); ++t) {
                const double now = programmeUpTo(c, t, draw);
                const double scale = c.at(Output::registrationsWith, t, draw);
                ASSERT_GE(now, registered - 1e-12 * scale);
                ASSERT_LE(now, pool + 1e-12 * scale);
                registered = now;
            }
            ASSERT_EQ(c.column(ColumnKind::poolLimited, 0, c.layout.years() / 3)[draw], 1);
            // The first year takes all that do not sell already, or as much as is planned.
            const double planned = 10'000'000.0 / c.simulation.scenario().onboarding.years;
            const double left = std::max(0.0, pool - c.at(Output::activeWithout, 0, draw));
            ASSERT_TRUE(close(programmeUpTo(c, 0, draw), std::min(planned, left), 1e-10));
        }
    }
}

TEST(Paths, RegisterAllWhereThePoolAllows) {
    for (const char *path : {R"("linear")", R"("logistic")", R"("bass")"}) {
        const Case c(miniPack(), R"("onboarding": {"newSellers": 2000, "years": 4, "path": )" +
                                     std::string(path) + R"(}, "assumptions": {"dw": 0})");
        for (std::size_t draw = 0; draw < c.draws(); ++draw) {
            ASSERT_LT(programmeUpTo(c, 2, draw), 2000 - 1);
            for (std::size_t t = 3; t < c.years(); ++t) {
                ASSERT_NEAR(programmeUpTo(c, t, draw), 2000, 1e-8) << path;
            }
        }
    }
    const Case table(miniPack(), R"("onboarding": {"path": [700, 0, 300.5]},
                                    "assumptions": {"dw": 0})");
    const double upTo[] = {700, 700, 1000.5, 1000.5};
    for (std::size_t t = 0; t < 4; ++t) {
        EXPECT_NEAR(programmeUpTo(table, t, 5), upTo[t], 1e-9);
    }
    // A programme longer than the horizon is seen only as far as the horizon.
    const Case longer(miniPack(), R"("horizon": 3, "assumptions": {"dw": 0},
                                     "onboarding": {"newSellers": 1500, "years": 15})");
    EXPECT_NEAR(programmeUpTo(longer, 2, 0), 300, 1e-9);
}

TEST(Order, OfSetsInThePackChangesNothing) {
    const auto check = [](const Pack &pack, const std::string &members, const PackOrder &order) {
        const Case usual(pack, members, 32);
        const Pack moved = permuted(pack, order);
        Simulation simulation(moved, scenarioOf(moved, members));
        Draws inputs(simulation.inputNames().size(), 0, 32);
        for (std::size_t i = 0; i < inputs.columns(); ++i) {
            std::ranges::copy(usual.input(simulation.inputNames()[i]), inputs.column(i).begin());
        }
        const Case other(std::move(simulation), std::move(inputs));
        for (const Column &column : usual.simulation.columns()) {
            std::size_t index = column.index;
            if (column.kind == ColumnKind::sectorGross ||
                column.kind == ColumnKind::sectorExports) {
                index = placeIn(order.sectors, index);
            } else if (column.kind == ColumnKind::channelGross ||
                       column.kind == ColumnKind::channelExports) {
                index = placeIn(order.channels, index);
            } else if (column.kind == ColumnKind::marketGross ||
                       column.kind == ColumnKind::marketExports) {
                index = placeIn(order.markets, index);
            }
            for (std::size_t draw = 0; draw < 32; ++draw) {
                ASSERT_TRUE(close(usual.column(column.kind, column.index, column.year)[draw],
                                  other.column(column.kind, index, column.year)[draw], 1e-12,
                                  1e-3 * usual.at(Output::grossWith, 0, draw)))
                    << static_cast<int>(column.kind) << ' ' << column.index;
            }
        }
    };
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        SCOPED_TRACE(seed);
        check(miniPack(), kMiniRoadmap, randomOrder(miniPack(), seed));
        check(publicPack(), R"("measures": [
            {"type": "training", "tier": "intensive", "from": 2027, "share": 0.4},
            {"type": "feeSupport", "channel": "b2c", "from": 2029, "points": 0.1},
            {"type": "marketAccess", "from": 2028, "market": "eu", "tariff": 0.1}])",
              randomOrder(publicPack(), seed));
    }
}

TEST(Money, ScalingAllAmountsScalesAllMoney) {
    const std::string cost = R"("horizon": 5, "measures": [
        {"type": "logistics", "from": 2022, "days": -2, "cost": )";
    const Case usual(miniPack(), cost + "1000}]");
    Draws inputs(usual.inputs);
    for (std::size_t i = 0; i < inputs.columns(); ++i) {
        const std::string &name = usual.simulation.inputNames()[i];
        if (name.starts_with("m.") || name == "c_R" || name.starts_with("c_T.") ||
            name == "V_dom" || name == "V_inb") {
            for (double &value : inputs.column(i)) {
                value *= 4;
            }
        }
    }
    const Case scaled(Simulation(miniPack(), scenarioOf(miniPack(), cost + "4000}]")),
                      std::move(inputs));
    for (const Column &column : usual.simulation.columns()) {
        double factor = 4;
        if (column.kind == ColumnKind::output) {
            factor = outputUnit(static_cast<Output>(column.index)) == "sellers" ? 1 : 4;
        } else if (column.kind >= ColumnKind::funnel && column.kind != ColumnKind::sellerSales &&
                   column.kind != ColumnKind::domestic) {
            factor = 1;
        }
        for (std::size_t draw = 0; draw < usual.draws(); ++draw) {
            // A power of two leaves the digits as they are.
            ASSERT_EQ(scaled.column(column.kind, column.index, column.year)[draw],
                      factor * usual.column(column.kind, column.index, column.year)[draw]);
        }
    }
}

TEST(Sigma, EntersNoTotal) {
    const Case equal(miniPack(), R"("assumptions": {"sigma": 1})", 8);
    const Case unequal(miniPack(), R"("assumptions": {"sigma": 2.5})", 8);
    for (const Column &column : equal.simulation.columns()) {
        const bool same =
            std::ranges::equal(equal.column(column.kind, column.index, column.year),
                               unequal.column(column.kind, column.index, column.year));
        const bool spread = column.kind == ColumnKind::sellers || column.kind == ColumnKind::luck ||
                            (column.kind == ColumnKind::sellerSales && column.index > 0);
        ASSERT_EQ(same, !spread);
    }
}

} // namespace
} // namespace export_potential
