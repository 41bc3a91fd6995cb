#include "export_potential/analysis_request.hpp"

#include "export_potential/comparison.hpp"
#include "json_reader.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace export_potential {

namespace {

constexpr Range kAnyNumber{std::numeric_limits<double>::lowest(),
                           std::numeric_limits<double>::max()};

std::optional<double> readNumber(JsonValue value, const Range &range = kAnyNumber) {
    if (value.is(JsonKind::null)) {
        value.fail(ErrorCode::outOfRange, "must be a finite number");
        return std::nullopt;
    }
    return value.number(range);
}

std::vector<double> readProbabilities(JsonValue value) {
    if (!value) {
        return {0.5, 0.8};
    }
    std::vector<double> probabilities;
    if (!value.expect(JsonKind::array)) {
        return probabilities;
    }
    if (value.size() < 1 || value.size() > kMaxProbabilities) {
        value.fail(ErrorCode::outOfRange,
                   "must hold 1 to " + std::to_string(kMaxProbabilities) + " numbers");
        return probabilities;
    }
    for (JsonValue child = value.firstChild(); child; child = child.next()) {
        probabilities.push_back(
            readNumber(child, {.min = 0, .max = 1, .openMin = true, .openMax = true}).value_or(0));
    }
    return probabilities;
}

std::vector<Output> readOutputs(JsonValue value) {
    if (!value) {
        return {Output::exportsAdditional};
    }
    std::vector<Output> outputs;
    if (!value.expect(JsonKind::array)) {
        return outputs;
    }
    if (value.size() == 0) {
        value.fail(ErrorCode::wrongLength, "must name an output");
    }
    Names names;
    for (std::size_t o = 0; o < kOutputCount; ++o) {
        names.emplace_back(outputName(static_cast<Output>(o)));
    }
    for (JsonValue child = value.firstChild(); child; child = child.next()) {
        const auto found = child.oneOf(names);
        if (!found) {
            continue;
        }
        const auto output = static_cast<Output>(*found);
        if (std::ranges::find(outputs, output) != outputs.end()) {
            child.fail(ErrorCode::conflict, "is named twice");
        } else {
            outputs.push_back(output);
        }
    }
    return outputs;
}

/// The focus as far as the text says.
struct WantedFocus {
    std::optional<std::string> output;
    std::optional<double> year;
};

WantedFocus readOptions(ObjectReader &options, AnalysisRequest &request) {
    if (request.kind == AnalysisKind::comparison) {
        request.outputs = readOutputs(options.optional("outputs"));
        return {};
    }
    WantedFocus focus;
    focus.output = options.optional("output").string();
    focus.year = readNumber(options.optional("year"));
    if (request.kind == AnalysisKind::goal) {
        request.target = readNumber(options.required("target")).value_or(0);
        request.probabilities = readProbabilities(options.optional("probabilities"));
    } else {
        const JsonValue methodValue = options.optional("method");
        const auto method = methodValue.oneOf(Names(kMethodNames.begin(), kMethodNames.end()));
        request.method = static_cast<Method>(method.value_or(0));
        const JsonValue thresholdValue = options.optional("threshold");
        request.threshold = readNumber(thresholdValue);
        const bool isMisspelt = methodValue && !method;
        if (request.threshold && request.method != Method::evppi && !isMisspelt) {
            thresholdValue.fail(ErrorCode::conflict, "is for the method evppi alone");
        }
    }
    return focus;
}

} // namespace

Result<AnalysisRequest> parseAnalysisRequest(AnalysisKind kind,
                                             const Result<std::vector<Scenario>> &scenarios,
                                             std::string_view optionsText) {
    Errors errors = scenarios.errors();
    const auto report = [&errors](const Errors &more) {
        errors.insert(errors.end(), more.begin(), more.end());
    };
    AnalysisRequest request;
    request.kind = kind;
    WantedFocus wanted;
    ErrorList faults;
    JsonDocument document;
    if (document.parse(optionsText, faults)) {
        ObjectReader options{JsonValue(document, faults)};
        wanted = readOptions(options, request);
        options.finish();
    }
    report(faults.take());
    if (scenarios) {
        request.scenarios = scenarios.value();
        if (kind != AnalysisKind::comparison) {
            const Result<Focus> focus =
                makeFocus(request.scenarios.front(), wanted.output, wanted.year);
            if (focus) {
                request.focus = focus.value();
            } else {
                report(focus.errors());
            }
        }
    }
    if (!errors.empty()) {
        return errors;
    }
    return request;
}

Result<AnalysisRequest> parseAnalysisRequest(AnalysisKind kind, std::string_view scenarioText,
                                             std::string_view optionsText, const Pack &pack) {
    if (kind == AnalysisKind::comparison) {
        return parseAnalysisRequest(kind, parseScenarios(scenarioText, pack), optionsText);
    }
    const Result<Scenario> scenario = parseScenario(scenarioText, pack);
    if (!scenario) {
        return parseAnalysisRequest(kind, Result<std::vector<Scenario>>(scenario.errors()),
                                    optionsText);
    }
    return parseAnalysisRequest(kind, std::vector{scenario.value()}, optionsText);
}

std::uint64_t analysisBytes(const Pack &pack, const AnalysisRequest &request) {
    constexpr std::uint64_t kSpareColumns = 8;
    const auto draws = [&request](int most) {
        return static_cast<std::uint64_t>(std::min(request.scenarios.front().draws, most));
    };
    if (request.kind == AnalysisKind::comparison) {
        const std::uint64_t kept = request.outputs.size() * commonYears(request.scenarios).size();
        return draws(kMaxComparisonDraws) * (request.scenarios.size() * kept + kSpareColumns) *
               sizeof(double);
    }
    const bool goal = request.kind == AnalysisKind::goal;
    const std::uint64_t inputs = Simulation(pack, request.scenarios.front()).inputNames().size();
    return draws(goal ? kMaxGoalDraws : kMaxAnalysisDraws) *
           ((goal ? 1 : 3) * inputs + kSpareColumns) * sizeof(double);
}

std::unique_ptr<Analysis> makeAnalysis(const Pack &pack, const AnalysisRequest &request,
                                       int threads) {
    const Scenario &scenario = request.scenarios.front();
    switch (request.kind) {
    case AnalysisKind::comparison:
        return makeComparisonAnalysis(pack, request.scenarios, request.outputs, threads);
    case AnalysisKind::goal:
        return makeGoalAnalysis(pack, scenario, request.focus, request.target,
                                request.probabilities, threads);
    case AnalysisKind::sensitivity:
        break;
    }
    return makeSensitivityAnalysis(request.method, pack, scenario, request.focus, request.threshold,
                                   threads);
}

} // namespace export_potential
