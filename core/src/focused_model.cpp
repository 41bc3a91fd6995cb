#include "focused_model.hpp"

#include "result_writer.hpp"

#include <algorithm>
#include <string>

namespace export_potential {

namespace {

Scenario cutAfter(Scenario scenario, int year) {
    scenario.horizon = year - scenario.startYear + 1;
    return scenario;
}

bool varies(const Distribution &distribution) {
    const Support values = support(distribution);
    return values.min < values.max;
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
      model_(pack, cutAfter(scenario, focus.year)), drawing_(model_) {
    for (std::size_t i = 0; i < model_.inputs.parameters(); ++i) {
        if (varies(model_.inputs.distributions()[i])) {
            varying_.push_back(i);
        }
    }
}

Draws FocusedModel::sample(std::size_t draws, InputDrawing::Set set) const {
    Draws inputs(model_.inputs.size(), 0, draws);
    drawing_.draw(inputs, set);
    return inputs;
}

void FocusedModel::begin(JsonWriter &json, std::string_view method, std::size_t draws) const {
    json.beginObject();
    json.member("schema", kResultSchema);
    json.key("model");
    writeModelStamp(json, simulation_, draws);
    json.member("method", method);
    json.member("output", outputName(focus_.output));
    json.member("unit", outputUnit(focus_.output));
    json.member("year", focus_.year);
}

void writeEstimate(JsonWriter &json, std::string_view name, const Estimate &estimate) {
    json.key(name);
    json.beginObject();
    json.member("value", estimate.value);
    json.member("standardError", estimate.standardError);
    json.endObject();
}

std::vector<Factor> factorsOf(const Simulation &simulation) {
    const InputLayout layout(simulation.pack(), simulation.scenario());
    const auto names = simulation.inputNames();
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
    std::vector<Factor> factors;
    Factor interruptions{"interruptions", {}};
    for (std::size_t first = 0; first < group.size(); ++first) {
        Factor factor;
        bool interrupts = false;
        for (std::size_t i = first; i < group.size(); ++i) {
            if (group[i] != first || !varies(simulation.distributions()[i])) {
                continue;
            }
            factor.inputs.push_back(i);
            if (layout.holds(Symbol::pi, i)) {
                interrupts = true;
            } else {
                factor.name += (factor.name.empty() ? "" : " + ") + names[i];
            }
        }
        if (interrupts) {
            if (!factor.name.empty()) {
                interruptions.name = factor.name + " + " + interruptions.name;
            }
            interruptions.inputs.insert(interruptions.inputs.end(), factor.inputs.begin(),
                                        factor.inputs.end());
        } else if (!factor.inputs.empty()) {
            factors.push_back(std::move(factor));
        }
    }
    for (std::size_t market = 0; market < simulation.pack().markets.size(); ++market) {
        interruptions.inputs.push_back(layout.interruptions(market));
    }
    factors.push_back(std::move(interruptions));
    return factors;
}

std::unique_ptr<Analysis> makeSensitivityAnalysis(Method method, const Pack &pack,
                                                  const Scenario &scenario, const Focus &focus,
                                                  std::optional<double> threshold, int threads) {
    switch (method) {
    case Method::shapley:
        return makeShapleyAnalysis(pack, scenario, focus, threads);
    case Method::tornado:
        return makeTornadoAnalysis(pack, scenario, focus, threads);
    case Method::evppi:
        return makeEvppiAnalysis(pack, scenario, focus, threshold, threads);
    case Method::sobol:
        break;
    }
    return makeSobolAnalysis(pack, scenario, focus, threads);
}

} // namespace export_potential
