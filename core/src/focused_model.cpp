#include "focused_model.hpp"

#include "export_potential/result.hpp"

#include <algorithm>
#include <string>

namespace export_potential {

namespace {

Scenario cutAfter(Scenario scenario, int year) {
    scenario.horizon = year - scenario.startYear + 1;
    return scenario;
}

} // namespace

Result<Focus> makeFocus(const Scenario &scenario, const std::optional<std::string> &output,
                        std::optional<double> year) {
    Errors errors;
    Focus focus;
    focus.year = std::min(scenario.startYear + scenario.onboarding.years - 1, scenario.endYear());
    if (output) {
        std::size_t o = 0;
        while (o < kOutputCount && outputName(static_cast<Output>(o)) != *output) {
            ++o;
        }
        if (o == kOutputCount) {
            std::string names;
            for (std::size_t i = 0; i < kOutputCount; ++i) {
                names += (i > 0 ? ", " : "") + std::string(outputName(static_cast<Output>(i)));
            }
            errors.push_back({ErrorCode::unknownName, "/output", "output must be one of " + names});
        } else {
            focus.output = static_cast<Output>(o);
        }
    }
    if (year) {
        const int whole = *year >= scenario.startYear && *year <= scenario.endYear()
                              ? static_cast<int>(*year)
                              : 0;
        if (whole != *year) {
            errors.push_back({ErrorCode::outOfRange, "/year",
                              "year must be a fiscal year from " +
                                  std::to_string(scenario.startYear) + " to " +
                                  std::to_string(scenario.endYear())});
        }
        focus.year = whole;
    }
    if (!errors.empty()) {
        return errors;
    }
    return focus;
}

FocusedModel::FocusedModel(const Pack &pack, const Scenario &scenario, const Focus &focus,
                           int threads)
    : focus_(focus), threads_(threads), simulation_(pack, cutAfter(scenario, focus.year)),
      model_(pack, cutAfter(scenario, focus.year)), drawing_(model_),
      otherDrawing_(model_, InputDrawing::Set::second) {}

Draws FocusedModel::otherSample(std::uint64_t first, std::size_t count) const {
    Draws inputs(model_.inputs.size(), first, count);
    otherDrawing_.draw(inputs);
    return inputs;
}

bool FocusedModel::varies(std::size_t parameter) const {
    const Support values = support(simulation_.distributions()[parameter]);
    return values.min < values.max;
}

nlohmann::ordered_json FocusedModel::header(std::string_view method, std::size_t draws) const {
    const Scenario &scenario = simulation_.scenario();
    const Pack &pack = simulation_.pack();
    return {{"schema", 1},
            {"model",
             {{"version", std::string(modelVersion())},
              {"pack", pack.id},
              {"packVersion", pack.version},
              {"seed", scenario.seed},
              {"draws", draws}}},
            {"method", std::string(method)},
            {"output", std::string(outputName(focus_.output))},
            {"unit", std::string(outputUnit(focus_.output))},
            {"year", focus_.year}};
}

nlohmann::ordered_json estimateJson(const Estimate &estimate) {
    return {{"value", estimate.value}, {"standardError", estimate.standardError}};
}

std::vector<Factor> factorsOf(const Simulation &simulation) {
    const InputLayout layout(simulation.pack(), simulation.scenario());
    const auto names = simulation.inputNames();
    const auto varies = [&](std::size_t input) {
        const Support values = support(simulation.distributions()[input]);
        return values.min < values.max;
    };

    // The factor of each parameter, by the first of those that hang together.
    std::vector<std::size_t> group(layout.parameters());
    for (std::size_t i = 0; i < group.size(); ++i) {
        group[i] = i;
    }
    for (const Correlation &c : simulation.pack().correlations) {
        const std::size_t a = group[layout.dimension(c.a.symbol, c.a.by, c.a.element)];
        const std::size_t b = group[layout.dimension(c.b.symbol, c.b.by, c.b.element)];
        std::ranges::replace(group, std::max(a, b), std::min(a, b));
    }
    const std::size_t firstChance = layout.dimension(Symbol::pi, layout.by(Symbol::pi), 0);
    const std::size_t chances =
        layout.by(Symbol::pi) == IndexKind::none ? 1 : simulation.pack().markets.size();

    std::vector<Factor> factors;
    Factor interruptions{"interruptions", {}};
    for (std::size_t first = 0; first < group.size(); ++first) {
        Factor factor;
        for (std::size_t i = first; i < group.size(); ++i) {
            if (group[i] == first && varies(i)) {
                factor.name += (factor.inputs.empty() ? "" : " + ") + names[i];
                factor.inputs.push_back(i);
            }
        }
        if (factor.inputs.empty()) {
            continue;
        }
        const bool chance = first >= firstChance && first < firstChance + chances;
        if (chance) {
            interruptions.inputs.push_back(first);
        } else {
            factors.push_back(std::move(factor));
        }
    }
    for (std::size_t market = 0; market < simulation.pack().markets.size(); ++market) {
        interruptions.inputs.push_back(layout.interruptions(market));
    }
    factors.push_back(std::move(interruptions));
    return factors;
}

} // namespace export_potential
