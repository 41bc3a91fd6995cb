// Analyses of the model: what must come out where the answer is known.

#include "export_potential/analysis.hpp"

#include "export_potential/statistics.hpp"

#include "analysis_support.hpp"
#include "estimate_support.hpp"
#include "focused_model.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace export_potential {
namespace {

using nlohmann::json;

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
    // ln Y = ln t_x + ln rho + ln m with a correlation of 0.5 of the first two logarithms. Their
    // part of the variance is .09 + .36 + 2 * .5 * .3 * .6 = .63, of m .81. That is 0.5625, known
    // to 0.0116.
    const Pack pack = onlyCorrelatedFactorsOfTaxVary();
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

TEST(SobolAnalysis, OfInterruptionsAloneGivesThemEverything) {
    Pack pack = atMedians(miniPack());
    fix(pack, Symbol::pi, 0.5);
    fix(pack, Symbol::severity, 0.5);
    const Scenario scenario = scenarioOf(pack, R"("draws": 4096)");
    const json result = resultOf(*makeSobolAnalysis(pack, scenario, focusOn(scenario, 2024)));
    for (const char *order : {"first", "total"}) {
        EXPECT_NEAR(named(result, "interruptions").at(order).at("value").get<double>(), 1, 0.05)
            << order;
    }
}

/// That of each year is independent of those before it: of the fifth year's, too, which other words
/// of the generator decide.
TEST(SobolAnalysis, DrawsInterruptionsOfEachYearAnew) {
    Pack pack = atMedians(miniPack());
    fix(pack, Symbol::pi, 0.5);
    constexpr std::size_t kDraws = 4096;
    const Case c(pack, R"("horizon": 12)", kDraws);
    const auto years = c.input("interruptions.near");
    const auto isInterrupted = [&](std::size_t draw, int k) {
        return (static_cast<std::uint64_t>(years[draw]) >> (k - 1) & 1) != 0;
    };
    // A year is not interrupted with probability 1/2, for its own number, times 3/4, for that of
    // the year before. Of years that do not follow one another, both are not with 3/8 squared.
    for (const int later : {5, 6, 9}) {
        double neither = 0;
        for (std::size_t draw = 0; draw < kDraws; ++draw) {
            neither += !isInterrupted(draw, 2) && !isInterrupted(draw, later) ? 1 : 0;
        }
        // Five standard deviations of sqrt(.1406 x .8594 / 4096).
        EXPECT_NEAR(neither / kDraws, 0.140625, 0.028) << later;
    }
    // Nothing is said of years that are not simulated.
    for (std::size_t draw = 0; draw < kDraws; ++draw) {
        ASSERT_LT(years[draw], 4096) << draw; // 2^12
    }
}

TEST(SobolAnalysis, ListsFactorsByTheirTotalEffect) {
    const Scenario scenario = scenarioOf(publicPack(), R"("draws": 256)");
    const json result =
        resultOf(*makeSobolAnalysis(publicPack(), scenario, focusOn(scenario, 2029)));
    double before = std::numeric_limits<double>::infinity();
    for (const json &row : result.at("inputs")) {
        const double total = row.at("total").at("value").get<double>();
        EXPECT_LE(total, before) << row.at("name").dump();
        before = total;
    }
}

double shapleyShare(const json &result, const std::string &name) {
    return named(result, name).at("share").at("value").get<double>();
}

TEST(ShapleyAnalysis, OfAProductOfLognormalsSharesOutItsLogVariance) {
    // .09, .36 and .81 of 1.26.
    const Pack pack = onlyFactorsOfTaxVary();
    const Scenario scenario = scenarioOf(pack, R"("draws": 1024)");
    const json result =
        resultOf(*makeShapleyAnalysis(pack, scenario, focusOn(scenario, 2029, "tax")));
    EXPECT_EQ(result.at("scale"), "log");
    EXPECT_NEAR(shapleyShare(result, "t_x"), 0.0714, 0.03);
    EXPECT_NEAR(shapleyShare(result, "rho"), 0.2857, 0.05);
    EXPECT_NEAR(shapleyShare(result, "m"), 0.6429, 0.06);
}

TEST(ShapleyAnalysis, SharesWhatCorrelatedParametersDoTogether) {
    // Log standard deviations .3 of t_x and .6 of rho with a correlation of .5, .9 of m. Alone t_x
    // explains (.3 + .5 x .6)^2 = .36, rho (.6 + .5 x .3)^2 = .5625, both .63 of 1.44: t_x has (.36
    // + .63 - .5625) / 2 = .21375, rho .41625, m .81.
    const Pack pack = onlyCorrelatedFactorsOfTaxVary();
    const Scenario scenario = scenarioOf(pack, R"("draws": 1024)");
    const json result =
        resultOf(*makeShapleyAnalysis(pack, scenario, focusOn(scenario, 2029, "tax")));
    EXPECT_NEAR(shapleyShare(result, "t_x"), 0.1484, 0.04);
    EXPECT_NEAR(shapleyShare(result, "rho"), 0.2891, 0.05);
    EXPECT_NEAR(shapleyShare(result, "m"), 0.5625, 0.06);
}

TEST(TornadoAnalysis, LeavesInputsAfterTheChanceOfInterruptionWithTheirOwn) {
    Pack pack = publicPack();
    set(pack, Symbol::pi, Pert{0.05, 0.2, 0.5});
    const Scenario scenario = scenarioOf(pack, R"("draws": 1024)");
    const json result = resultOf(*makeTornadoAnalysis(pack, scenario, focusOn(scenario, 2031)));
    EXPECT_NE(named(result, "pi").at("elasticity"), 0);
    // No export hangs on what is sold at home.
    for (const char *name : {"V_dom", "V_inb", "chi"}) {
        EXPECT_EQ(named(result, name).at("elasticity"), 0) << name;
    }
}

TEST(TornadoAnalysis, SaysTheElasticityOfWhatMayBeNothingAndTheMedianOfTheDraws) {
    // Foreign exchange is proportional to rho, which may be 0 here but seldom is.
    Pack pack = publicPack();
    set(pack, Symbol::rho, Uniform{0, 0.9});
    const Scenario scenario = scenarioOf(pack, R"("draws": 1024)");
    const json result =
        resultOf(*makeTornadoAnalysis(pack, scenario, focusOn(scenario, 2031, "foreignExchange")));
    const json &slope = named(result, "rho").at("elasticity");
    ASSERT_TRUE(slope.is_number());
    EXPECT_NEAR(slope.get<double>(), 1, 1e-9);
    const Case c(pack, R"("draws": 1024, "horizon": 5)", 1024);
    const auto column = c.column(Output::foreignExchange, 4);
    std::vector<double> sorted(column.begin(), column.end());
    std::ranges::sort(sorted);
    EXPECT_TRUE(close(result.at("median").get<double>(), (sorted[511] + sorted[512]) / 2, 1e-12));
}

TEST(SobolAnalysis, DrawsTwoSetsThatShareNoInput) {
    const Scenario scenario = scenarioOf(miniPack(), R"("draws": 256)");
    const FocusedModel model(miniPack(), scenario, focusOn(scenario, 2024), 1);
    const Draws a = model.sample(64);
    const Draws b = model.sample(64, InputDrawing::Set::second);
    // The order in which the values of an input rise, which its distribution does not change.
    const auto order = [](std::span<const double> values) {
        return largestFirst(values.size(), [&](std::size_t i) { return values[i]; });
    };
    for (const std::size_t i : model.varying()) {
        for (const std::size_t j : model.varying()) {
            EXPECT_NE(order(a.column(i)), order(b.column(j))) << i << ' ' << j;
        }
    }
}

TEST(TornadoAnalysis, HasABarForWhatVariesAlone) {
    const Pack pack = onlySalesVary();
    const Scenario scenario = scenarioOf(pack, R"("draws": 256)");
    const json result = resultOf(*makeTornadoAnalysis(pack, scenario, focusOn(scenario, 2024)));
    EXPECT_EQ(result.at("inputs").size(), 1u);
}

} // namespace
} // namespace export_potential
