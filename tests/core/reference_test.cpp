// The model against a second, independent one: tests/data/reference (see its README).

#include "export_potential/pack.hpp"
#include "export_potential/result.hpp"
#include "export_potential/scenario.hpp"
#include "export_potential/simulation.hpp"
#include "test_data.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <string>

namespace export_potential {
namespace {

using nlohmann::json;

constexpr double kReferenceTolerance = 1e-9;

/// The member of that name, or null, so that a missing one is a failed check and not an abort.
const json &member(const json &object, const std::string &name) {
    static const json none;
    const auto found = object.is_object() ? object.find(name) : object.end();
    return found == object.end() ? none : *found;
}

/// The element of an array with that "id", or null.
const json &element(const json &array, const std::string &id) {
    static const json none;
    for (const json &candidate : array) {
        if (member(candidate, "id") == id) {
            return candidate;
        }
    }
    return none;
}

void expectNear(const json &expected, const json &actual, const std::string &where) {
    ASSERT_TRUE(expected.is_number() && actual.is_number()) << where << ": " << actual.dump();
    const double wanted = expected.get<double>();
    const double got = actual.get<double>();
    const double scale = std::max(std::abs(wanted), std::abs(got));
    // Written so that a NaN fails.
    EXPECT_TRUE(std::abs(got - wanted) <= kReferenceTolerance * scale)
        << where << ": expected " << expected.dump() << ", got " << actual.dump();
}

void expectAllNear(const json &expected, const json &actual, const std::string &where) {
    ASSERT_TRUE(expected.is_array() && actual.is_array()) << where;
    ASSERT_EQ(expected.size(), actual.size()) << where;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        expectNear(expected[i], actual[i], where + "[" + std::to_string(i) + "]");
    }
}

/// A table of series by name, each with its unit and one number for each year.
void expectSameSeries(const json &expected, const json &actual, const std::string &unit,
                      const std::string &where) {
    EXPECT_FALSE(expected.empty()) << where;
    EXPECT_EQ(expected.size(), actual.size()) << where;
    for (const auto &[name, values] : expected.items()) {
        std::string path = where;
        path.append("/").append(name);
        EXPECT_EQ(member(member(actual, name), "unit").dump(), json(unit).dump()) << path;
        expectAllNear(values, member(member(actual, name), "values"), path);
    }
}

void expectSameResult(const json &expected, const json &actual) {
    EXPECT_EQ(member(expected, "years").dump(), member(actual, "years").dump());

    const json &outputs = member(actual, "outputs");
    EXPECT_EQ(outputs.size(), kOutputCount);
    EXPECT_EQ(member(expected, "outputs").size(), kOutputCount);
    for (const auto &[name, values] : member(expected, "outputs").items()) {
        expectAllNear(values, member(member(outputs, name), "values"), name);
    }
    for (const std::string group : {"bySector", "byChannel", "byMarket"}) {
        EXPECT_FALSE(member(expected, group).empty()) << group;
        EXPECT_EQ(member(expected, group).size(), member(actual, group).size()) << group;
        for (const auto &[id, part] : member(expected, group).items()) {
            std::string where = group;
            where.append("/").append(id);
            expectSameSeries(part, member(member(actual, group), id), "US$", where);
        }
    }
    EXPECT_EQ(member(expected, "sellers").size(), member(actual, "sellers").size());
    EXPECT_EQ(member(expected, "funnel").size(), member(actual, "funnel").size());
    for (const auto &[id, value] : member(expected, "funnel").items()) {
        expectNear(value, member(element(member(actual, "funnel"), id), "value"), "funnel/" + id);
    }
    EXPECT_EQ(member(expected, "waterfall").size(), member(actual, "waterfall").size());
    for (const auto &[id, values] : member(expected, "waterfall").items()) {
        expectAllNear(values, member(element(member(actual, "waterfall"), id), "values"),
                      "waterfall/" + id);
    }
    for (const auto &[name, value] : member(expected, "sellers").items()) {
        expectNear(value, member(member(actual, "sellers"), name), "sellers/" + name);
    }
    expectSameSeries(member(expected, "sellerSales"), member(actual, "sellerSales"), "US$",
                     "sellerSales");
    expectSameSeries(member(expected, "domestic"), member(actual, "domestic"), "US$", "domestic");
    expectSameSeries(member(expected, "luck"), member(actual, "luck"), "share", "luck");
}

void expectSamePoolLimits(const json &expected, const Simulation &simulation, const Draws &values) {
    std::size_t checked = 0;
    for (std::size_t c = 0; c < simulation.columns().size(); ++c) {
        const Column &column = simulation.columns()[c];
        if (column.kind == ColumnKind::poolLimited) {
            ASSERT_LT(column.year, expected.size());
            EXPECT_EQ(values.column(c)[0] != 0, expected[column.year].get<bool>()) << column.year;
            ++checked;
        }
    }
    EXPECT_GT(checked, 0U);
    EXPECT_EQ(checked, expected.size());
}

/// The input "interruptions.MARKET" that the uniforms of a row amount to, by equation (9).
double interruptedYears(const Simulation &simulation, const json &row, const std::string &market) {
    const int baseYear = simulation.pack().baseYear;
    const json &single = member(row, "pi");
    const json &chance = single.is_number() ? single : member(row, "pi." + market);
    EXPECT_TRUE(chance.is_number());
    std::set<int> years;
    for (int year = baseYear + 1; year <= simulation.years().back(); ++year) {
        const json &u = member(row, "shock." + market + "." + std::to_string(year));
        EXPECT_TRUE(u.is_number()) << market << ' ' << year;
        if (u < chance) {
            years.insert(year);
            if (u.get<double>() < chance.get<double>() / 2) {
                years.insert(year + 1);
            }
        }
    }
    double sum = 0;
    for (const int year : years) {
        sum += year <= simulation.years().back() ? std::exp2(year - baseYear - 1) : 0;
    }
    return sum;
}

/// Inputs of which draw d is row d mod rows.size(). A name that only the row or only the simulation
/// knows is a failed check.
Draws givenInputs(const Simulation &simulation, const json &rows, std::size_t count) {
    const auto names = simulation.inputNames();
    Draws inputs(names.size(), 0, count);
    for (std::size_t d = 0; d < count; ++d) {
        const json &row = member(rows[d % rows.size()], "inputs");
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i].starts_with("interruptions.")) {
                const std::string market = names[i].substr(std::string("interruptions.").size());
                inputs.column(i)[d] = interruptedYears(simulation, row, market);
                continue;
            }
            const json &value = member(row, names[i]);
            EXPECT_TRUE(value.is_number()) << "no " << names[i] << " in row " << d;
            inputs.column(i)[d] = value.is_number() ? value.get<double>() : 0;
        }
    }
    return inputs;
}

void expectSameEvaluation(const json &expected, const Simulation &simulation, const Draws &inputs) {
    Draws values(simulation.columns().size(), 0, 1);
    simulation.evaluate(inputs, 0, 1, values);
    const json actual = json::parse(evaluateResultJson(simulation, values), nullptr, false);
    expectSameResult(expected, actual);
    expectSamePoolLimits(member(expected, "poolLimited"), simulation, values);
}

/// Means and quantiles by year of the named series.
void expectSameSummaries(const json &expected, const json &actual, const std::string &where) {
    EXPECT_FALSE(expected.empty()) << where;
    for (const auto &[name, summary] : expected.items()) {
        std::string path = where;
        path.append("/").append(name);
        expectAllNear(member(summary, "mean"), member(member(actual, name), "mean"), path);
        EXPECT_EQ(member(summary, "quantiles").size(), 7U);
        for (const auto &[p, values] : member(summary, "quantiles").items()) {
            std::string at = path;
            at.append("/").append(p);
            expectAllNear(values, member(member(member(actual, name), "quantiles"), p), at);
        }
    }
}

/// The cases of a file that was written for this state of the pack.
const json &casesFor(const Pack &pack, const json &reference) {
    EXPECT_EQ(member(reference, "pack").dump(), json(pack.id).dump());
    EXPECT_EQ(member(reference, "packVersion").dump(), json(pack.version).dump())
        << "run make_reference.py again";
    EXPECT_TRUE(member(reference, "cases").is_array());
    return member(reference, "cases");
}

TEST(Reference, EveryNumberOfEveryScenario) {
    const Result<Pack> pack = parsePack(readFile("public/packs/pk.json"));
    ASSERT_TRUE(pack) << errorsJson(pack.errors());
    const json reference = json::parse(readFile("tests/data/reference/evaluate.json"), nullptr,
                                       /*allow_exceptions=*/false);
    const json &cases = casesFor(pack.value(), reference);
    ASSERT_GE(cases.size(), 32U);

    for (const json &testCase : cases) {
        SCOPED_TRACE(member(testCase, "name").dump());
        const Result<Scenario> scenario =
            parseScenario(member(testCase, "scenario").dump(), pack.value());
        ASSERT_TRUE(scenario) << errorsJson(scenario.errors());
        const Simulation simulation(pack.value(), scenario.value());
        expectSameEvaluation(member(testCase, "expected"), simulation, simulation.centralInputs());
    }
}

TEST(Reference, EveryNumberOfGivenInputsWithInterruptions) {
    const Result<Pack> pack = parsePack(readFile("tests/data/packs/mini.json"));
    ASSERT_TRUE(pack) << errorsJson(pack.errors());
    const json reference =
        json::parse(readFile("tests/data/reference/given_inputs.json"), nullptr, false);
    const json &cases = casesFor(pack.value(), reference);
    ASSERT_GE(cases.size(), 12U);

    for (const json &testCase : cases) {
        SCOPED_TRACE(member(testCase, "name").dump());
        const Result<Scenario> scenario =
            parseScenario(member(testCase, "scenario").dump(), pack.value());
        ASSERT_TRUE(scenario) << errorsJson(scenario.errors());
        const Simulation simulation(pack.value(), scenario.value());
        expectSameEvaluation(member(testCase, "atMedians"), simulation, simulation.centralInputs());
        const json &rows = member(testCase, "rows");
        ASSERT_GE(rows.size(), 2U);
        for (std::size_t r = 0; r < rows.size(); ++r) {
            SCOPED_TRACE(r);
            expectSameEvaluation(member(rows[r], "expected"), simulation,
                                 givenInputs(simulation, json::array({rows[r]}), 1));
        }
    }
}

TEST(Reference, ARunOfGivenInputsAndItsShareOfLuck) {
    const Result<Pack> pack = parsePack(readFile("tests/data/packs/mini.json"));
    ASSERT_TRUE(pack) << errorsJson(pack.errors());
    const json reference =
        json::parse(readFile("tests/data/reference/given_inputs.json"), nullptr, false);

    for (const json &testCase : casesFor(pack.value(), reference)) {
        SCOPED_TRACE(member(testCase, "name").dump());
        const Result<Scenario> scenario =
            parseScenario(member(testCase, "scenario").dump(), pack.value());
        ASSERT_TRUE(scenario) << errorsJson(scenario.errors());
        const Simulation simulation(pack.value(), scenario.value());
        const auto draws = static_cast<std::size_t>(scenario.value().draws);
        ASSERT_EQ(draws % member(testCase, "rows").size(), 0U) << "every row counts alike";
        const Draws inputs = givenInputs(simulation, member(testCase, "rows"), draws);
        Draws values(simulation.columns().size(), 0, draws);
        simulation.evaluate(inputs, 0, draws, values);

        const json actual = json::parse(runResultJson(simulation, values), nullptr, false);
        const json &expected = member(testCase, "overDraws");
        for (const std::string group : {"outputs", "sellerSales", "domestic", "luck"}) {
            expectSameSummaries(member(expected, group), member(actual, group), group);
        }
        expectAllNear(member(expected, "luckShare"), member(member(actual, "luck"), "share"),
                      "luck/share");
    }
}

} // namespace
} // namespace export_potential
