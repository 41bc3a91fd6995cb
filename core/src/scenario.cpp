#include "export_potential/scenario.hpp"

#include "scenario_reader.hpp"

namespace export_potential {

namespace {

constexpr double kMaxSeed = 9'007'199'254'740'991; // 2^53 - 1, the last whole number JSON can hold
constexpr int kMaxStart = 10;                      // years after the base year
constexpr int kMinHorizon = 3;
constexpr int kMaxHorizon = 15;
constexpr std::size_t kMaxTargets = 8;
constexpr double kMaxTarget = 1e15; // US$ a year

std::optional<int> readDraws(JsonValue value) {
    if (!value.expect(JsonKind::number)) {
        return std::nullopt;
    }
    const double draws = value.asNumber();
    const bool inside = Range{kMinDraws, kMaxDraws}.contains(draws);
    if (!inside || nearestDraws(draws) != draws) {
        value.fail(inside ? ErrorCode::notPowerOfTwo : ErrorCode::outOfRange,
                   "must be a power of two " + Range{kMinDraws, kMaxDraws}.text() + ", not " +
                       formatNumber(draws) + "; the nearest is " +
                       std::to_string(nearestDraws(draws)));
        return std::nullopt;
    }
    return static_cast<int>(draws);
}

/// Reads the amounts that the headline is to be held against.
std::vector<double> readTargets(JsonValue value) {
    std::vector<double> targets;
    if (!value || !value.expect(JsonKind::array)) {
        return targets;
    }
    if (value.size() > kMaxTargets) {
        value.fail(ErrorCode::wrongLength,
                   "must hold at most " + std::to_string(kMaxTargets) + " amounts");
        return targets;
    }
    for (JsonValue child = value.firstChild(); child; child = child.next()) {
        targets.push_back(child.number({.min = 0, .max = kMaxTarget, .openMin = true}).value_or(1));
    }
    return targets;
}

Scenario defaultScenario(const Pack &pack) {
    Scenario scenario;
    scenario.seed = static_cast<std::uint64_t>(pack.seed);
    scenario.draws = pack.draws;
    scenario.startYear = pack.startYear;
    scenario.horizon = pack.horizon;
    scenario.onboarding = pack.onboarding;
    scenario.measures = pack.measures;
    return scenario;
}

/// Reads the chosen options of the pack's readings: their assumptions, in the order of the
/// readings.
std::vector<Assumption> readReadingChoices(JsonValue value, const Pack &pack) {
    std::vector<Assumption> assumptions;
    ObjectReader reader(value);
    for (const Reading &reading : pack.readings) {
        Names options;
        for (const ReadingOption &option : reading.options) {
            options.push_back(option.id);
        }
        if (const auto chosen = reader.optional(reading.id).oneOf(options)) {
            const std::vector<Assumption> &made = reading.options[*chosen].assumptions;
            assumptions.insert(assumptions.end(), made.begin(), made.end());
        }
    }
    reader.finish(ErrorCode::unknownName);
    return assumptions;
}

} // namespace

Names setNames(const Pack &pack, IndexKind kind) {
    Names names;
    for (std::size_t i = 0; i < pack.setSize(kind); ++i) {
        names.emplace_back(pack.setId(kind, i));
    }
    return names;
}

std::optional<std::size_t> readElement(JsonValue value, const Pack &pack, IndexKind kind) {
    const Names names = setNames(pack, kind);
    if (names.empty()) {
        value.expect(JsonKind::string);
        return std::nullopt;
    }
    return value.oneOf(names);
}

Range futureYears(const Pack &pack, int lastYear) {
    if (pack.baseYear == 0) {
        return {1, 9999};
    }
    return {static_cast<double>(pack.baseYear + 1), static_cast<double>(lastYear)};
}

int readRun(ObjectReader &reader, const Pack &pack, bool allRequired, Scenario &scenario) {
    const auto seed = reader.member("seed", allRequired).wholeNumber({0, kMaxSeed});
    const auto draws = readDraws(reader.member("draws", allRequired));
    const JsonValue startValue = reader.member("startYear", allRequired);
    const auto start = startValue.whole(futureYears(pack, pack.baseYear + kMaxStart));
    const JsonValue horizonValue = reader.member("horizon", allRequired);
    const auto horizon = horizonValue.whole({kMinHorizon, kMaxHorizon});

    scenario.seed = seed ? static_cast<std::uint64_t>(*seed) : scenario.seed;
    scenario.draws = draws.value_or(scenario.draws);
    scenario.startYear = start.value_or(scenario.startYear);
    scenario.horizon = horizon.value_or(scenario.horizon);

    const bool open =
        (!start && (startValue || allRequired)) || (!horizon && (horizonValue || allRequired));
    return open ? pack.baseYear + kMaxStart + kMaxHorizon - 1 : scenario.endYear();
}

int nearestDraws(double n) {
    int draws = kMinDraws;
    // 1.5 * draws lies half-way between draws and the next power of two.
    while (draws < kMaxDraws && n >= 1.5 * draws) {
        draws *= 2;
    }
    return draws;
}

Scenario readScenario(JsonValue value, const Pack &pack) {
    ObjectReader reader{value};
    if (!readSchema(reader)) {
        return {};
    }
    const JsonValue packId = reader.required("pack");
    if (const auto id = packId.string(); id && *id != pack.id) {
        packId.fail(ErrorCode::conflict, "must be " + pack.id + ", the pack in use");
    }
    Scenario scenario = defaultScenario(pack);
    const int lastYear = readRun(reader, pack, false, scenario);
    if (const JsonValue onboarding = reader.optional("onboarding")) {
        ObjectReader members(onboarding);
        readOnboarding(members, pack, false, scenario.onboarding);
        members.finish();
    }
    if (const JsonValue measures = reader.optional("measures")) {
        scenario.measures = readMeasures(measures, pack, lastYear);
    } else {
        for (const Measure &measure : scenario.measures) {
            if (measure.to > lastYear) {
                reader.value().failMember("measures", ErrorCode::missingKey,
                                          "is missing: the pack's own measures act until " +
                                              std::to_string(measure.to) +
                                              ", after the last year " + std::to_string(lastYear));
                break;
            }
        }
    }
    scenario.closures = readClosures(reader.optional("closures"), pack, lastYear);
    scenario.targets = readTargets(reader.optional("targets"));
    if (reader.optional("sampling").oneOf({"sobol", "counter"}) == 1u) {
        scenario.sampling = Sampling::counter;
    }
    scenario.assumptions = readReadingChoices(reader.optional("readings"), pack);
    for (const Assumption &own : readAssumptions(reader.optional("assumptions"), pack)) {
        scenario.assumptions.push_back(own);
    }
    reader.finish();
    return scenario;
}

Result<Scenario> parseScenario(std::string_view text, const Pack &pack) {
    ErrorList errors;
    JsonDocument document;
    if (!document.parse(text, errors)) {
        return errors.take();
    }
    Scenario scenario = readScenario(JsonValue(document, errors), pack);
    if (!errors.empty()) {
        return errors.take();
    }
    return scenario;
}

} // namespace export_potential
