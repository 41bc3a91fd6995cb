// Which way the answer moves: with the number of sellers, and with what is taken off their sales.

#include "export_potential/simulation.hpp"

#include "export_potential/sampling.hpp"
#include "export_potential/statistics.hpp"
#include "property_support.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace export_potential {
namespace {

using Json = nlohmann::json;

/// Scenarios that a reader of Pakistan's page is offered: the plan that it opens with and the
/// presets.
std::vector<std::pair<std::string, Json>> offeredScenarios() {
    std::vector<std::pair<std::string, Json>> list{{"default", {{"schema", 1}, {"pack", "pk"}}}};
    const Json file = Json::parse(readFile("public/presets/pk.json"));
    for (const Json &preset : file.at("presets")) {
        list.emplace_back(preset.at("id").get<std::string>(), preset.at("scenario"));
    }
    return list;
}

Simulation simulationOf(const Json &scenario) {
    const Result<Scenario> parsed = parseScenario(scenario.dump(), publicPack());
    EXPECT_TRUE(parsed) << describe(parsed.errors());
    return {publicPack(), parsed.value()};
}

/// The same draws with a haircut that takes a tenth of what it left before.
Case tightened(const Json &scenario, const Case &usual, const std::string &symbol) {
    Draws inputs(usual.inputs);
    for (std::size_t i = 0; i < inputs.columns(); ++i) {
        const std::string &name = usual.simulation.inputNames()[i];
        if (name == symbol || name.starts_with(symbol + '.')) {
            for (double &value : inputs.column(i)) {
                value += 0.1 * (1 - value);
            }
        }
    }
    return {simulationOf(scenario), std::move(inputs)};
}

const auto kHaircuts = {"dw", "disp", "w"};

TEST(Haircut, NeverRaisesTheHeadlineThatIsShown) {
    // Mean and quantiles of every year, as the pack and the presets stand. The next test is about
    // every draw; those after it have what its conditions leave out.
    std::vector<double> scratch;
    for (const auto &[name, scenario] : offeredScenarios()) {
        const Case usual(simulationOf(scenario), 2048);
        for (const char *const symbol : kHaircuts) {
            SCOPED_TRACE(name + ' ' + symbol);
            const Case tight = tightened(scenario, usual, symbol);
            for (std::size_t t = 0; t < usual.years(); ++t) {
                const auto before = summarise(usual.column(Output::exportsAdditional, t), scratch);
                const auto after = summarise(tight.column(Output::exportsAdditional, t), scratch);
                ASSERT_LT(after.mean, before.mean) << t;
                for (std::size_t q = 0; q < kQuantiles.size(); ++q) {
                    ASSERT_LT(after.quantiles[q], before.quantiles[q]) << t << ' ' << kQuantiles[q];
                }
            }
        }
    }
}

TEST(Haircut, NeverRaisesAGainWithoutSelectionAndCongestion) {
    for (auto [name, scenario] : offeredScenarios()) {
        scenario["assumptions"]["psi"] = 0;
        scenario["assumptions"]["kappa"] = 0;
        const Case usual(simulationOf(scenario), 512);
        for (const char *const symbol : kHaircuts) {
            SCOPED_TRACE(name + ' ' + symbol);
            const Case tight = tightened(scenario, usual, symbol);
            inEveryDraw(usual, [&](std::size_t t, std::size_t draw) {
                ASSERT_GT(usual.at(Output::exportsAdditional, t, draw), 0);
                ASSERT_LT(tight.at(Output::exportsAdditional, t, draw),
                          usual.at(Output::exportsAdditional, t, draw));
            });
        }
    }
}

TEST(Haircut, RaisesALoss) {
    // A tariff and no programme: whatever part of what is lost would have come from other exports,
    // or not have reached the country, is lost no more.
    const std::string loss = R"("onboarding": {"newSellers": 0}, "measures": [
        {"type": "marketAccess", "market": "near", "from": 2021, "tariff": 0.5}], )";
    for (const std::string symbol : {"disp", "w"}) {
        const auto with = [&](const std::string &haircut) {
            return Case(miniPack(),
                        loss + R"("assumptions": {")" + symbol + "\": " + haircut + "}");
        };
        const Case none = with("0");
        const Case half = with("0.5");
        inEveryDraw(none, [&](std::size_t t, std::size_t draw) {
            const double lost = none.at(Output::exportsAdditional, t, draw);
            ASSERT_LT(lost, 0);
            ASSERT_TRUE(close(half.at(Output::exportsAdditional, t, draw), lost / 2, 1e-14));
        });
    }
}

TEST(Haircut, OfDeadweightCanRaiseAGainWhereSellersCrowdOneAnother) {
    // With kappa 1 a sector sells what its average seller would: beginners in the path without the
    // programme lower it.
    const auto with = [](const char *deadweight) {
        return Case(miniPack(), R"("assumptions": {"psi": 0, "kappa": 1, "dw": )" +
                                    std::string(deadweight) + "}");
    };
    const Case none = with("0");
    const Case half = with("0.5");
    for (std::size_t draw = 0; draw < none.draws(); ++draw) {
        ASSERT_LT(half.at(Output::grossWithout, 0, draw), none.at(Output::grossWithout, 0, draw));
        ASSERT_GT(half.at(Output::exportsAdditional, 0, draw),
                  none.at(Output::exportsAdditional, 0, draw));
    }
}

/// Two plans in the same worlds, of which the second asks for at least as many sellers a year.
class TwoPlans {
public:
    /// Random plans of up to ten years on a random pool of at most 20,000.
    explicit TwoPlans(std::uint64_t seed) {
        std::vector<double> u(24);
        makeCounterPoints(seed)->fill(0, 0, u);
        Pack pack = miniPack();
        fix(pack, Symbol::export_ready, 0.2 * u[20]);
        std::vector<double> fewerPlan;
        std::vector<double> morePlan;
        for (std::size_t year = 0; year < 10; ++year) {
            fewerPlan.push_back(std::floor(6000 * u[year] * u[21]));
            // In every other year no more are asked for.
            morePlan.push_back(fewerPlan.back() +
                               std::floor(std::max(0.0, 8000 * (u[10 + year] - 0.5) * u[22])));
        }
        for (auto [plan, made] : {std::pair{&fewerPlan, &fewer}, {&morePlan, &more}}) {
            made->emplace(pack, R"("onboarding": {"path": )" + Json(*plan).dump() + "}, " + kPlain,
                          16);
        }
    }

    std::optional<Case> fewer;
    std::optional<Case> more;
};

/// Registered in the reported year t alone.
double registeredIn(const Case &c, Output upTo, std::size_t t, std::size_t draw) {
    return c.at(upTo, t, draw) - (t == 0 ? 0 : c.at(upTo, t - 1, draw));
}

/// What differences of sums of some 10^5 sellers lose.
constexpr double kRounding = 1e-9;

TEST(MoreSellers, NeverLowerGrossSales) {
    // With psi = kappa = 0, whatever the pool: where no year up to now has registered fewer, on
    // either path, no less is sold now, and more where a year has registered more.
    std::size_t compared = 0;
    std::size_t poolBound = 0;
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
        const TwoPlans plans(seed);
        for (const auto &[upTo, gross] : {std::pair{Output::registrationsWith, Output::grossWith},
                                          {Output::registrationsWithout, Output::grossWithout}}) {
            for (std::size_t draw = 0; draw < plans.fewer->draws(); ++draw) {
                bool someMore = false;
                for (std::size_t t = 0; t < plans.fewer->years(); ++t) {
                    const double scale = kRounding * plans.more->at(upTo, t, draw);
                    const double further = registeredIn(*plans.more, upTo, t, draw) -
                                           registeredIn(*plans.fewer, upTo, t, draw);
                    if (further < -scale) {
                        break;
                    }
                    someMore = someMore || further > 1;
                    const double before = plans.fewer->at(gross, t, draw);
                    const double now = plans.more->at(gross, t, draw);
                    ASSERT_GE(now, before * (1 - kRounding)) << seed << ' ' << t << ' ' << draw;
                    ASSERT_TRUE(!someMore || now > before) << seed << ' ' << t << ' ' << draw;
                    compared += someMore ? 1 : 0;
                    poolBound += plans.more->column(ColumnKind::poolLimited, 0, t)[draw] > 0;
                }
            }
        }
    }
    EXPECT_GT(compared, 8'000u);
    EXPECT_GT(poolBound, 800u);
}

TEST(MoreSellers, PlannedAreNeverFewerRegisteredInTheEnd) {
    // In any year the pool may have less left for the larger plan, never for both together.
    std::size_t later = 0;
    for (std::uint64_t seed = 1; seed <= 80; ++seed) {
        const TwoPlans plans(seed);
        for (const Output upTo : {Output::registrationsWith, Output::registrationsWithout}) {
            inEveryDraw(*plans.fewer, [&](std::size_t t, std::size_t draw) {
                const double registered = plans.fewer->at(upTo, t, draw);
                ASSERT_GE(plans.more->at(upTo, t, draw), registered * (1 - kRounding))
                    << seed << ' ' << t << ' ' << draw;
                later += registeredIn(*plans.more, upTo, t, draw) <
                         registeredIn(*plans.fewer, upTo, t, draw) - 1;
            });
        }
    }
    EXPECT_GT(later, 200u);
}

TEST(MoreSellers, ThanThePoolHoldsComeSoonerAndFewerMayBeLeftInTheEnd) {
    // A pool of 20,000 that one plan fills in its last year, the fifth, and the other in the first:
    // by the tenth it has lost more of nearly as many, and in the first it had more.
    Pack pack = miniPack();
    fix(pack, Symbol::export_ready, 0.2);
    const Case steady(pack, sellers(20'000) + kPlain);
    const Case hasty(pack, sellers(200'000) + kPlain);
    const std::size_t last = steady.years() - 1;
    for (std::size_t draw = 0; draw < steady.draws(); ++draw) {
        ASSERT_EQ(steady.column(ColumnKind::poolLimited, 0, 3)[draw], 0);
        ASSERT_EQ(steady.column(ColumnKind::poolLimited, 0, 4)[draw], 1);
        ASSERT_EQ(hasty.column(ColumnKind::poolLimited, 0, 0)[draw], 1);
        ASSERT_GT(hasty.at(Output::grossWith, 0, draw), steady.at(Output::grossWith, 0, draw));
        for (const Output output : {Output::activeWith, Output::grossWith}) {
            ASSERT_LT(hasty.at(output, last, draw), steady.at(output, last, draw));
        }
    }
}

TEST(MoreSellers, SellLessEachWithSelectionAndCongestion) {
    const Case plain(miniPack(), kPlain);
    const Case selected(miniPack(), R"("assumptions": {"psi": 0.2, "kappa": 0})");
    const Case crowded(miniPack(), R"("assumptions": {"psi": 0, "kappa": 0.2})");
    inEveryDraw(plain, [&](std::size_t t, std::size_t draw) {
        const double usual = plain.at(Output::grossAdditional, t, draw);
        ASSERT_LT(selected.at(Output::grossAdditional, t, draw), usual);
        ASSERT_LT(crowded.at(Output::grossAdditional, t, draw), usual);
    });
}

} // namespace
} // namespace export_potential
