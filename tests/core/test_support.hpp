#pragma once

#include "columns.hpp"
#include "export_potential/pack.hpp"
#include "export_potential/scenario.hpp"
#include "export_potential/simulation.hpp"
#include "export_potential/symbol.hpp"
#include "model.hpp"
#include "result_tables.hpp"
#include "test_data.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace export_potential {

/// The pack that ships with the program.
inline const Pack &publicPack() {
    static const Result<Pack> pack = parsePack(readFile("public/packs/pk.json"));
    EXPECT_TRUE(pack) << describe(pack.errors());
    return pack.value();
}

/// The scenario that holds these members besides "schema" and "pack".
inline Scenario scenarioOf(const Pack &pack, const std::string &members) {
    const Result<Scenario> scenario =
        parseScenario(R"({"schema": 1, "pack": ")" + pack.id + '"' +
                          (members.empty() ? "" : ", " + members) + '}',
                      pack);
    EXPECT_TRUE(scenario) << members << '\n' << describe(scenario.errors());
    return scenario ? scenario.value() : Scenario{};
}

/// Gives every element of a parameter this one value.
inline void fix(Pack &pack, Symbol symbol, double value) {
    for (Distribution &distribution : pack.parameters[static_cast<std::size_t>(symbol)].values) {
        distribution = Fixed{value};
    }
}

inline double meanOf(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// A scenario, a few of its draws, and what the model makes of them.
class Case {
public:
    Case(const Pack &pack, const std::string &members, std::size_t draws = 64)
        : Case(Simulation(pack, scenarioOf(pack, members)), draws) {}

    Case(Simulation made, std::size_t draws)
        : simulation(std::move(made)), layout(columnLayout(simulation)),
          inputs(simulation.sample(0, draws)), results(simulation.columns().size(), 0, draws) {
        simulation.evaluate(inputs, 0, draws, results);
    }

    /// On other inputs than its own.
    Case(Simulation made, Draws given)
        : simulation(std::move(made)), layout(columnLayout(simulation)), inputs(std::move(given)),
          results(simulation.columns().size(), inputs.first(), inputs.count()) {
        simulation.evaluate(inputs, inputs.first(), inputs.count(), results);
    }

    /// Number of reported years and of draws.
    std::size_t years() const { return layout.years(); }
    std::size_t draws() const { return results.count(); }

    std::span<const double> column(ColumnKind kind, std::size_t index, std::size_t t = 0) const {
        return results.column(layout.of(kind, index, t));
    }
    std::span<const double> column(Output output, std::size_t t) const {
        return results.column(layout.of(output, t));
    }
    double at(Output output, std::size_t t, std::size_t draw = 0) const {
        return column(output, t)[draw];
    }

    /// The values of one input, such as "w.bulk", in all draws.
    std::span<const double> input(std::string_view name) const {
        const auto names = simulation.inputNames();
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i] == name) {
                return inputs.column(i);
            }
        }
        ADD_FAILURE() << "no input " << name;
        return {};
    }

    Simulation simulation;
    ColumnLayout layout;
    Draws inputs;
    Draws results;
};

/// All values of a table have the same bits.
inline bool sameBits(const Draws &a, const Draws &b) {
    if (a.columns() != b.columns() || a.count() != b.count()) {
        return false;
    }
    const std::vector<double> left = a.rows(a.first(), a.count());
    const std::vector<double> right = b.rows(b.first(), b.count());
    return std::memcmp(left.data(), right.data(), left.size() * sizeof(double)) == 0;
}

/// |a - b| <= tolerance * max(|a|, |b|, scale).
inline testing::AssertionResult close(double a, double b, double tolerance, double scale = 0) {
    const double allowed = tolerance * std::max({std::fabs(a), std::fabs(b), scale});
    if (std::fabs(a - b) <= allowed) {
        return testing::AssertionSuccess();
    }
    return testing::AssertionFailure()
           << testing::PrintToString(a) << " and " << testing::PrintToString(b) << " differ by "
           << std::fabs(a - b) << ", allowed is " << allowed;
}

/// Roadmap with every type of measure, for the mini pack.
inline const std::string kMiniRoadmap = R"("measures": [
    {"type": "training", "tier": "short", "from": 2021, "to": 2024, "share": 0.5, "cost": 1000},
    {"type": "training", "tier": "long", "from": 2023, "share": 0.25},
    {"type": "connectivity", "from": 2022, "to": 2026, "internetUse": 0.7, "cost": 5000},
    {"type": "logistics", "from": 2023, "days": -4},
    {"type": "marketAccess", "market": "near", "from": 2024, "to": 2027, "tariff": 0.1},
    {"type": "marketAccess", "market": "far", "from": 2025, "access": 0.8, "tariff": -0.05},
    {"type": "digitalRetailTax", "from": 2022, "rate": 0.3}])";

} // namespace export_potential
