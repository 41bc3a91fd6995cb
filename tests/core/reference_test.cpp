// The model against a second, independent one: tests/data/reference (see its README).

#include "export_potential/pack.hpp"
#include "export_potential/result.hpp"
#include "export_potential/scenario.hpp"
#include "export_potential/simulation.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <fstream>
#include <sstream>
#include <string>

namespace export_potential {
namespace {

using nlohmann::json;

constexpr double kTolerance = 1e-9;

std::string readFile(const std::string &path) {
    std::ifstream file(std::string(EXPORT_POTENTIAL_SOURCE_DIR) + "/" + path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

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
    EXPECT_TRUE(std::abs(got - wanted) <= kTolerance * scale)
        << where << ": expected " << expected.dump() << ", got " << actual.dump();
}

void expectAllNear(const json &expected, const json &actual, const std::string &where) {
    ASSERT_TRUE(expected.is_array() && actual.is_array()) << where;
    ASSERT_EQ(expected.size(), actual.size()) << where;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        expectNear(expected[i], actual[i], where + "[" + std::to_string(i) + "]");
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
        for (const auto &[id, values] : member(expected, group).items()) {
            const json &exports = member(member(member(actual, group), id), "exportsAdditional");
            std::string where = group;
            where.append("/").append(id);
            expectAllNear(values, member(exports, "values"), where);
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

TEST(Reference, EveryNumberOfEveryScenario) {
    const Result<Pack> pack = parsePack(readFile("public/packs/pk.json"));
    ASSERT_TRUE(pack) << errorsJson(pack.errors());
    const json reference = json::parse(readFile("tests/data/reference/evaluate.json"), nullptr,
                                       /*allow_exceptions=*/false);
    const json &cases = member(reference, "cases");
    ASSERT_TRUE(cases.is_array());
    ASSERT_GE(cases.size(), 12U);
    ASSERT_EQ(member(reference, "packVersion").dump(), json(pack.value().version).dump())
        << "run make_reference.py again";

    for (const json &testCase : cases) {
        SCOPED_TRACE(member(testCase, "name").dump());
        const Result<Scenario> scenario =
            parseScenario(member(testCase, "scenario").dump(), pack.value());
        ASSERT_TRUE(scenario) << errorsJson(scenario.errors());
        const Simulation simulation(pack.value(), scenario.value());
        Draws values(simulation.columns().size(), 0, 1);
        simulation.evaluate(simulation.centralInputs(), 0, 1, values);
        const json actual = json::parse(evaluateResultJson(simulation, values), nullptr, false);
        expectSameResult(member(testCase, "expected"), actual);
        expectSamePoolLimits(member(member(testCase, "expected"), "poolLimited"), simulation,
                             values);
    }
}

} // namespace
} // namespace export_potential
