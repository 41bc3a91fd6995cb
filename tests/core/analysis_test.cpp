// Analyses of the model: what must come out where the answer is known.

#include "export_potential/analysis.hpp"

#include "estimate_support.hpp"
#include "export_potential/statistics.hpp"
#include "test_support.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace export_potential {
namespace {

using nlohmann::json;

json resultOf(Analysis &analysis) {
    double before = 0;
    bool more = true;
    while (more) {
        more = analysis.advance();
        EXPECT_GE(analysis.progress(), before);
        before = analysis.progress();
    }
    EXPECT_EQ(before, 1);
    return json::parse(analysis.result(), nullptr, false);
}

Focus focusOn(const Scenario &scenario, int year, const std::string &output = "exportsAdditional") {
    const Result<Focus> focus = makeFocus(scenario, output, year);
    EXPECT_TRUE(focus);
    return focus ? focus.value() : Focus{};
}

/// The pack with every parameter at its median and no interruption.
Pack atMedians(Pack pack) {
    pack.correlations.clear();
    for (Parameter &parameter : pack.parameters) {
        for (Distribution &value : parameter.values) {
            value = Fixed{median(value)};
        }
    }
    fix(pack, Symbol::pi, 0);
    return pack;
}

/// The mini pack with every parameter at its median but for m, which is lognormal.
Pack onlySalesVary() {
    Pack pack = atMedians(miniPack());
    for (Distribution &value : pack.parameters[static_cast<std::size_t>(Symbol::m)].values) {
        value = Fixed{20'000};
    }
    pack.parameters[static_cast<std::size_t>(Symbol::m)].values[0] =
        lognormalByQuantiles(10'000, 50'000);
    return pack;
}

void set(Pack &pack, Symbol symbol, const Distribution &value) {
    pack.parameters[static_cast<std::size_t>(symbol)].values.assign(1, value);
}

/// The public pack with nothing that varies but three factors of the output "tax", lognormals of
/// log standard deviation 0.3, 0.6 and 0.9.
Pack onlyFactorsOfTaxVary() {
    Pack pack = atMedians(publicPack());
    set(pack, Symbol::t_x, lognormalByMean(0.01, 0.3));
    set(pack, Symbol::rho, lognormalByMean(0.5, 0.6));
    set(pack, Symbol::m, lognormalByMean(3000, 0.9));
    return pack;
}

const json &named(const json &result, const std::string &name) {
    static const json none;
    for (const json &row : result.at("inputs")) {
        if (row.at("name") == name) {
            return row;
        }
    }
    ADD_FAILURE() << "no " << name;
    return none;
}

Estimate logShare(const json &result, const std::string &name) {
    const json &share = named(result, name).at("logShare");
    return {share.at("value").get<double>(), share.at("standardError").get<double>()};
}

TEST(Focus, IsTheHeadlineInTheLastYearOfThePlan) {
    const Scenario scenario = scenarioOf(publicPack(), R"("onboarding": {"years": 3})");
    const Result<Focus> focus = makeFocus(scenario, std::nullopt, std::nullopt);
    ASSERT_TRUE(focus);
    EXPECT_EQ(focus.value().output, Output::exportsAdditional);
    EXPECT_EQ(focus.value().year, scenario.startYear + 2);
    EXPECT_EQ(makeFocus(scenario, "jobs", 2030).value().output, Output::jobs);
}

TEST(Focus, NamesWhatIsAllowed) {
    const Scenario scenario = scenarioOf(publicPack(), R"("startYear": 2027, "horizon": 5)");
    const Result<Focus> focus = makeFocus(scenario, "profit", 2032);
    ASSERT_FALSE(focus);
    EXPECT_EQ(codesAndPaths(focus.errors()),
              (std::vector<std::string>{"unknown_name /output", "out_of_range /year"}));
    EXPECT_NE(focus.errors()[1].message.find("from 2027 to 2031"), std::string::npos);
    EXPECT_FALSE(makeFocus(scenario, std::nullopt, 2030.5));
}

TEST(Factors, MoveCorrelatedParametersTogether) {
    const Simulation simulation(publicPack(), scenarioOf(publicPack(), ""));
    std::vector<std::string> names;
    std::vector<std::size_t> inputs;
    for (const Factor &factor : factorsOf(simulation)) {
        names.push_back(factor.name);
        inputs.insert(inputs.end(), factor.inputs.begin(), factor.inputs.end());
    }
    EXPECT_NE(std::ranges::find(names, "dw + act + r1"), names.end());
    EXPECT_NE(std::ranges::find(names, "psi"), names.end());
    EXPECT_EQ(names.back(), "interruptions");
    std::ranges::sort(inputs);
    EXPECT_EQ(std::ranges::adjacent_find(inputs), inputs.end()) << "an input in two factors";
}

/// Interruptions drawn from a chance that comes along with other parameters are of one factor with
/// these.
TEST(Factors, TakeInterruptionsAlongWithWhatTheirChanceHangsOn) {
    Pack pack = publicPack();
    pack.correlations.push_back(
        {{Symbol::act, IndexKind::none, 0}, {Symbol::pi, IndexKind::none, 0}, -0.3});
    const std::vector<Factor> factors = factorsOf(Simulation(pack, scenarioOf(pack, "")));
    EXPECT_EQ(factors.back().name, "dw + act + r1 + interruptions");
    // Three parameters, the chance and what happens in each market.
    EXPECT_EQ(factors.back().inputs.size(), 4 + pack.markets.size());
    std::vector<std::size_t> inputs;
    for (const Factor &factor : factors) {
        inputs.insert(inputs.end(), factor.inputs.begin(), factor.inputs.end());
    }
    std::ranges::sort(inputs);
    EXPECT_EQ(std::ranges::adjacent_find(inputs), inputs.end()) << "an input in two factors";
}

TEST(EvaluateLastYear, GivesTheBitsOfTheWholeEvaluation) {
    const Case c(miniPack(), kMiniRoadmap, 70);
    std::vector<double> values(70);
    c.simulation.evaluateLastYear(c.inputs, Output::fiscalNet, values);
    EXPECT_TRUE(std::ranges::equal(values, c.column(Output::fiscalNet, c.years() - 1)));
}

TEST(SobolAnalysis, OfASingleVaryingInputGivesItEverything) {
    const Pack pack = onlySalesVary();
    const Scenario scenario = scenarioOf(pack, R"("draws": 4096)");
    const json result = resultOf(*makeSobolAnalysis(pack, scenario, focusOn(scenario, 2024)));
    EXPECT_EQ(result.at("method"), "sobol");
    EXPECT_EQ(result.at("year"), 2024);
    const std::string name =
        "m." + std::string(pack.setId(pack.parameters[static_cast<std::size_t>(Symbol::m)].by, 0));
    for (const char *order : {"first", "total"}) {
        const json &index = named(result, name).at(order);
        EXPECT_NEAR(index.at("value").get<double>(), 1, 0.05) << order;
        EXPECT_LT(index.at("standardError").get<double>(), 0.05) << order;
    }
    EXPECT_EQ(named(result, "interruptions").at("total").at("value"), 0);
}

TEST(SobolAnalysis, SharesOutTheLogVarianceOfAProductOfLognormals) {
    // s_i^2 / SUM s^2: .09, .36 and .81 of 1.26. Of 4,096 draws a share p is known to
    // 2 p sqrt((1 - p) / 4096).
    const Pack pack = onlyFactorsOfTaxVary();
    const Scenario scenario = scenarioOf(pack, R"("draws": 4096)");
    const Focus focus = focusOn(scenario, 2029, "tax");
    const json result = resultOf(*makeSobolAnalysis(pack, scenario, focus));
    const json &fit = result.at("logScale");
    EXPECT_NEAR(fit.at("rSquared").at("value").get<double>(), 1, 1e-3);
    EXPECT_FALSE(fit.contains("reason"));
    for (const auto &[name, share] :
         {std::pair{"t_x", 0.0714286}, std::pair{"rho", 0.2857143}, std::pair{"m", 0.6428571}}) {
        EXPECT_TRUE(
            estimates(logShare(result, name), share, 2 * share * std::sqrt((1 - share) / 4096)))
            << name;
    }
    EXPECT_EQ(named(result, "interruptions").at("logShare").at("value"), 0);
    EXPECT_EQ(resultOf(*makeSobolAnalysis(pack, scenario, focus, 3)), result);
}

TEST(SobolAnalysis, CountsCorrelatedParametersOnceOnTheLogScale) {
    // ln Y = ln t_x + ln rho + ln m with correlation r of the first two logarithms, which is
    // 2 sin(pi s / 6) of a rank correlation s: 0.5 for s = 0.4825955. Their part of the variance
    // is .09 + .36 + 2 * .5 * .3 * .6 = .63, of m .81. That is 0.5625, known to 0.0116.
    Pack pack = onlyFactorsOfTaxVary();
    Correlation correlation;
    correlation.a.symbol = Symbol::rho;
    correlation.b.symbol = Symbol::t_x;
    correlation.spearman = 0.4825955;
    pack.correlations.push_back(correlation);
    const Scenario scenario = scenarioOf(pack, R"("draws": 4096)");
    const json result =
        resultOf(*makeSobolAnalysis(pack, scenario, focusOn(scenario, 2029, "tax")));
    EXPECT_TRUE(estimates(logShare(result, "m"), 0.5625, 0.0116));
    EXPECT_TRUE(estimates(logShare(result, "rho + t_x"), 0.4375, 0.0103));
}

TEST(SobolAnalysis, SaysWhyThereAreNoSharesOfALogVariance) {
    const auto reason = [](const Pack &pack, const std::string &members,
                           const std::string &output) {
        const Scenario scenario = scenarioOf(pack, R"("draws": 256)" + members);
        const json result =
            resultOf(*makeSobolAnalysis(pack, scenario, focusOn(scenario, 2029, output)));
        EXPECT_TRUE(result.at("logScale").at("rSquared").is_null());
        for (const json &row : result.at("inputs")) {
            EXPECT_TRUE(row.at("logShare").is_null());
        }
        return result.at("logScale").at("reason").get<std::string>();
    };
    Pack pack = onlyFactorsOfTaxVary();
    EXPECT_EQ(reason(pack, R"(, "onboarding": {"newSellers": 0})", "tax"), "notPositive");
    EXPECT_EQ(reason(pack, "", "cost"), "constant");
    // Interruptions alone vary, and happen in less than a sixteenth of the 256 draws.
    for (const Symbol symbol : {Symbol::m, Symbol::rho, Symbol::t_x}) {
        fix(pack, symbol, 0.01);
    }
    fix(pack, Symbol::pi, 1.8e-4);
    EXPECT_EQ(reason(pack, "", "tax"), "indeterminate");
}

TEST(ShapleyAnalysis, SharesSumToOne) {
    const Scenario scenario = scenarioOf(publicPack(), R"("draws": 256)");
    const json result =
        resultOf(*makeShapleyAnalysis(publicPack(), scenario, focusOn(scenario, 2029)));
    double sum = 0;
    for (const json &row : result.at("inputs")) {
        sum += row.at("share").at("value").get<double>();
    }
    EXPECT_NEAR(sum, 1, 1e-9);
    EXPECT_EQ(result.at("inputs")[0].at("name"), "m");
}

TEST(TornadoAnalysis, MovesOneInputAndLeavesTheOthersAtTheirMedians) {
    const Scenario scenario = scenarioOf(publicPack(), R"("draws": 1024)");
    const json result =
        resultOf(*makeTornadoAnalysis(publicPack(), scenario, focusOn(scenario, 2031)));
    const auto evaluated = [](const std::string &members) {
        const Simulation simulation(publicPack(), scenarioOf(publicPack(), members));
        const Case c(Simulation(publicPack(), scenarioOf(publicPack(), members)),
                     simulation.centralInputs());
        return c.at(Output::exportsAdditional, 4);
    };
    EXPECT_TRUE(close(result.at("central").get<double>(), evaluated(""), 1e-12));
    const json &row = named(result, "psi");
    for (const char *end : {"low", "high"}) {
        const std::string at = json(row.at("at").at(end)).dump();
        EXPECT_TRUE(close(row.at(end).get<double>(),
                          evaluated(R"("assumptions": {"psi": )" + at + "}"), 1e-12));
    }
    // Sales are proportional to m, and a tenth more kept of each dollar is a tenth more of it.
    EXPECT_NEAR(named(result, "m").at("elasticity").get<double>(), 1, 1e-9);
    EXPECT_LT(named(result, "disp").at("elasticity").get<double>(), 0);
}

/// The chance of interruption has no effect but by the interruptions that are drawn from it.
TEST(TornadoAnalysis, DrawsInterruptionsAnewFromAChangedChance) {
    constexpr std::size_t kDraws = 4096;
    const auto medianWith = [](double factor) {
        Pack pack = publicPack();
        const Pert chance = {0.02, 0.04, 0.1};
        set(pack, Symbol::pi, Pert{factor * chance.min, factor * chance.mode, factor * chance.max});
        return pack;
    };
    const auto medianOf = [](const Pack &pack) {
        const Case c(pack, "", kDraws);
        const auto column = c.column(Output::exportsAdditional, 4);
        return sampleMedian(column);
    };
    const Pack pack = medianWith(1);
    const Scenario scenario = scenarioOf(pack, R"("draws": 4096)");
    const json result = resultOf(*makeTornadoAnalysis(pack, scenario, focusOn(scenario, 2031)));
    const double expected = std::log(medianOf(medianWith(1.1)) / medianOf(pack)) / std::log(1.1);
    EXPECT_LT(expected, -0.01);
    EXPECT_NEAR(named(result, "pi").at("elasticity").get<double>(), expected, 1e-9);
}

TEST(EvppiAnalysis, OfTheOnlyVaryingInputIsThatOfPerfectInformation) {
    const Pack pack = onlySalesVary();
    const Scenario scenario = scenarioOf(pack, R"("draws": 4096)");
    const json result =
        resultOf(*makeEvppiAnalysis(pack, scenario, focusOn(scenario, 2024), std::nullopt));
    const double evpi = result.at("evpi").at("value").get<double>();
    EXPECT_GT(evpi, 0);
    EXPECT_EQ(result.at("probabilityAbove"), 0.5);
    EXPECT_NEAR(result.at("inputs")[0].at("evppi").at("value").get<double>() / evpi, 1, 0.01);
    // Far below every draw nobody needs to know more.
    const json sure = resultOf(*makeEvppiAnalysis(pack, scenario, focusOn(scenario, 2024), -1e12));
    EXPECT_EQ(sure.at("evpi").at("value"), 0);
}

/// Share of 1,024 draws in which the headline of 2031 reaches a target with so many sellers.
double shareReaching(double target, double sellers) {
    const Case c(publicPack(), R"("onboarding": {"newSellers": )" + std::to_string(sellers) + "}",
                 1024);
    const auto column = c.column(Output::exportsAdditional, 4);
    return static_cast<double>(
               std::ranges::count_if(column, [=](double x) { return x >= target; })) /
           1024;
}

TEST(GoalAnalysis, FindsTheFewestRegistrationsThatReachTheTarget) {
    const Scenario scenario = scenarioOf(publicPack(), R"("draws": 1024)");
    const double target = 40e6;
    const json result = resultOf(
        *makeGoalAnalysis(publicPack(), scenario, focusOn(scenario, 2031), target, {0.3, 0.5}));
    const auto share = [=](double sellers) { return shareReaching(target, sellers); };
    double before = 0;
    for (const json &goal : result.at("goals")) {
        ASSERT_TRUE(goal.at("reachable").get<bool>());
        const double sellers = goal.at("newSellers").get<double>();
        EXPECT_GT(sellers, before);
        before = sellers;
        const double probability = goal.at("probability").get<double>();
        EXPECT_GE(share(sellers), probability);
        EXPECT_LT(share(sellers * 0.99), probability + 0.005);
    }
    EXPECT_EQ(result.at("scenario").at("probability").get<double>(), share(100'000));
}

/// More registrations than the pool holds fill it in the first years, and of those who joined early
/// fewer are left in the last: with ten millions the chance is lower than with a quarter of one.
TEST(GoalAnalysis, FindsWhatMoreThanThePoolWouldNotReach) {
    const Scenario scenario = scenarioOf(publicPack(), R"("draws": 1024)");
    const double target = 100e6;
    const auto share = [=](double sellers) { return shareReaching(target, sellers); };
    const double probability = 0.45;
    ASSERT_LT(share(10e6), probability);
    ASSERT_GE(share(275'000), probability);
    const json result = resultOf(*makeGoalAnalysis(publicPack(), scenario, focusOn(scenario, 2031),
                                                   target, {probability, 0.99}));
    const json &goal = result.at("goals")[0];
    ASSERT_TRUE(goal.at("reachable").get<bool>());
    const double sellers = goal.at("newSellers").get<double>();
    EXPECT_GE(share(sellers), probability);
    EXPECT_LT(share(sellers * 0.99), probability + 0.005);
    EXPECT_FALSE(result.at("goals")[1].at("reachable").get<bool>());
    // Nowhere on a fine grid is it higher by more than a few draws.
    const double highest = goal.at("highestProbability").get<double>();
    for (double tried = 100'000; tried < 1e6; tried *= 1.1) {
        EXPECT_LT(share(tried), highest + 0.01) << tried;
    }
}

/// A slow plan fills the pool early only where it is larger than the pool: the most that a scenario
/// may ask for, ten million, is likelier to reach a target of the third year than all 3.6 million.
TEST(GoalAnalysis, TriesMoreThanThePoolHolds) {
    const std::string plan =
        R"("draws": 1024, "onboarding": {"years": 15, "path": "logistic", "newSellers": )";
    for (const char *own : {"100000", "10000000"}) {
        const Scenario scenario = scenarioOf(publicPack(), plan + own + "}");
        const json result = resultOf(
            *makeGoalAnalysis(publicPack(), scenario, focusOn(scenario, 2028), 100e6, {0.4}));
        const json &goal = result.at("goals")[0];
        ASSERT_TRUE(goal.at("reachable").get<bool>());
        EXPECT_GT(goal.at("newSellers").get<double>(), 3.6e6);
        EXPECT_GE(goal.at("highestProbability").get<double>(),
                  result.at("scenario").at("probability").get<double>());
    }
}

TEST(GoalAnalysis, SaysWhatThePoolCannotReach) {
    const Scenario scenario = scenarioOf(publicPack(), R"("draws": 256)");
    const json result =
        resultOf(*makeGoalAnalysis(publicPack(), scenario, focusOn(scenario, 2031), 60e9, {0.5}));
    EXPECT_FALSE(result.at("goals")[0].at("reachable").get<bool>());
    EXPECT_FALSE(result.at("goals")[0].contains("newSellers"));
    EXPECT_EQ(result.at("goals")[0].at("highestProbability"), 0);
}

} // namespace
} // namespace export_potential
