#include "analysis_request.hpp"

#include "json_reader.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace export_potential::bindings {
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

/// Reads the options of one kind of analysis.
using ReadOwn = void (*)(ObjectReader &options, AnalysisRequest &request);

void readSensitivity(ObjectReader &options, AnalysisRequest &request) {
    const auto method =
        options.optional("method").oneOf(Names(kMethodNames.begin(), kMethodNames.end()));
    request.method = static_cast<Method>(method.value_or(0));
    request.threshold = readNumber(options.optional("threshold"));
}

void readGoal(ObjectReader &options, AnalysisRequest &request) {
    request.target = readNumber(options.required("target")).value_or(0);
    request.probabilities = readProbabilities(options.optional("probabilities"));
}

/// Reads the scenario, the options that all analyses have, and those that `own` reads.
Result<AnalysisRequest> parse(std::string_view scenarioText, std::string_view optionsText,
                              const Pack &pack, ReadOwn own) {
    const Result<Scenario> scenario = parseScenario(scenarioText, pack);
    Errors errors = scenario.errors();
    const auto report = [&errors](const Errors &more) {
        errors.insert(errors.end(), more.begin(), more.end());
    };

    AnalysisRequest request;
    std::optional<std::string> output;
    std::optional<double> year;
    ErrorList faults;
    JsonDocument document;
    if (document.parse(optionsText, faults)) {
        ObjectReader options{JsonValue(document, faults)};
        output = options.optional("output").string();
        year = readNumber(options.optional("year"));
        own(options, request);
        options.finish();
    }
    report(faults.take());

    if (scenario) {
        request.scenario = scenario.value();
        const Result<Focus> focus = makeFocus(request.scenario, output, year);
        if (focus) {
            request.focus = focus.value();
        } else {
            report(focus.errors());
        }
    }
    if (!errors.empty()) {
        return errors;
    }
    return request;
}

} // namespace

Result<AnalysisRequest> parseSensitivity(std::string_view scenarioText,
                                         std::string_view optionsText, const Pack &pack) {
    return parse(scenarioText, optionsText, pack, readSensitivity);
}

Result<AnalysisRequest> parseGoal(std::string_view scenarioText, std::string_view optionsText,
                                  const Pack &pack) {
    return parse(scenarioText, optionsText, pack, readGoal);
}

std::uint64_t analysisBytes(const Pack &pack, const AnalysisRequest &request) {
    constexpr std::uint64_t kSpareColumns = 8;
    const bool goal = !request.method;
    const int draws = request.scenario.draws;
    const std::uint64_t inputs = Simulation(pack, request.scenario).inputNames().size();
    return static_cast<std::uint64_t>(std::min(draws, goal ? kMaxGoalDraws : kMaxAnalysisDraws)) *
           ((goal ? 1 : 3) * inputs + kSpareColumns) * sizeof(double);
}

std::unique_ptr<Analysis> makeAnalysis(const Pack &pack, const AnalysisRequest &request) {
    if (!request.method) {
        return makeGoalAnalysis(pack, request.scenario, request.focus, request.target,
                                request.probabilities);
    }
    return makeSensitivityAnalysis(*request.method, pack, request.scenario, request.focus,
                                   request.threshold);
}

} // namespace export_potential::bindings
