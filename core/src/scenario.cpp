#include "export_potential/scenario.hpp"

#include "json_distribution.hpp"
#include "scenario_reader.hpp"

#include <variant>

namespace export_potential {

namespace {

constexpr double kMaxSeed = 9'007'199'254'740'991; // 2^53 - 1, the last whole number JSON can hold
constexpr int kMaxStart = 10;                      // years after the base year
constexpr int kMinHorizon = 3;
constexpr int kMaxHorizon = 15;

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

struct QualifiedName {
    Symbol symbol;
    std::optional<std::size_t> element;
};

/// What is said of a name that refers to nothing; "name" stands before it.
struct NameFault {
    std::string text;
};

std::variant<QualifiedName, NameFault> resolveName(std::string_view name, const Pack &pack) {
    const std::size_t dot = name.find('.');
    const std::optional<Symbol> symbol = symbolByName(name.substr(0, dot));
    if (!symbol) {
        Names symbols;
        for (const SymbolInfo &info : symbolTable()) {
            symbols.emplace_back(info.name);
        }
        return NameFault{"is not a parameter; the nearest is " +
                         std::string(nearestName(name.substr(0, dot), symbols))};
    }
    if (dot == std::string_view::npos) {
        return QualifiedName{*symbol, std::nullopt};
    }
    const std::string_view id = name.substr(dot + 1);
    const IndexKind by = pack.parameters[static_cast<std::size_t>(*symbol)].by;
    if (by == IndexKind::none) {
        return NameFault{"is not a parameter; " + std::string(symbolInfo(*symbol).name) +
                         " has a single value"};
    }
    for (std::size_t i = 0; i < pack.setSize(by); ++i) {
        if (pack.setId(by, i) == id) {
            return QualifiedName{*symbol, i};
        }
    }
    return NameFault{"is not a parameter; after the dot stands a " +
                     std::string(indexKindName(by)) + ": " + listNames(setNames(pack, by))};
}

std::vector<Assumption> readAssumptions(JsonValue value, const Pack &pack) {
    std::vector<Assumption> assumptions;
    if (!value.expect(JsonKind::object)) {
        return assumptions;
    }
    for (JsonValue child = value.firstChild(); child; child = child.next()) {
        const auto resolved = resolveName(child.key(), pack);
        if (const NameFault *fault = std::get_if<NameFault>(&resolved)) {
            child.fail(ErrorCode::unknownName, fault->text);
            continue;
        }
        const QualifiedName name = std::get<QualifiedName>(resolved);
        if (auto distribution = readDistribution(child, parameterRange(pack, name.symbol))) {
            assumptions.push_back({name.symbol, name.element, *distribution});
        }
    }
    // Of "w" and "w.b2c" the second is the more specific, wherever it stands.
    std::vector<Assumption> ordered;
    for (const bool specific : {false, true}) {
        for (const Assumption &assumption : assumptions) {
            if (assumption.element.has_value() == specific) {
                ordered.push_back(assumption);
            }
        }
    }
    return ordered;
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

Range parameterRange(const Pack &pack, Symbol symbol) {
    const Parameter &parameter = pack.parameters[static_cast<std::size_t>(symbol)];
    const SymbolInfo &info = symbolInfo(symbol);
    return {parameter.min, parameter.max, info.openMin && parameter.min == info.min,
            info.openMax && parameter.max == info.max};
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

Result<Scenario> parseScenario(std::string_view text, const Pack &pack) {
    ErrorList errors;
    JsonDocument document;
    if (!document.parse(text, errors)) {
        return errors.take();
    }
    ObjectReader reader{JsonValue(document, errors)};
    if (!readSchema(reader)) {
        return errors.take();
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
    scenario.assumptions = readAssumptions(reader.optional("assumptions"), pack);
    reader.finish();
    if (!errors.empty()) {
        return errors.take();
    }
    return scenario;
}

Result<Assumption> parseAssignment(std::string_view argument, const Pack &pack) {
    // Names are ASCII and a command line may hold any bytes; messages have to be UTF-8.
    std::string ascii(argument);
    for (char &c : ascii) {
        if (c < 0x20 || c > 0x7e) {
            c = '?';
        }
    }
    const std::string_view text = ascii;
    const std::size_t equals = text.find('=');
    const std::string_view name = text.substr(0, equals);
    std::string path = "/assumptions";
    appendPointerToken(path, name);
    if (equals == std::string_view::npos) {
        return Error{ErrorCode::wrongType, path,
                     printable(text) + " must be written SYMBOL=VALUE or SYMBOL.ELEMENT=VALUE"};
    }
    const auto resolved = resolveName(name, pack);
    if (const NameFault *fault = std::get_if<NameFault>(&resolved)) {
        return Error{ErrorCode::unknownName, path, printable(name) + ' ' + fault->text};
    }
    const QualifiedName target = std::get<QualifiedName>(resolved);
    ErrorList errors;
    JsonDocument document(path);
    if (!document.parse(text.substr(equals + 1), errors)) {
        return Error{ErrorCode::wrongType, path,
                     printable(name) + " must be a number, not " +
                         printable(text.substr(equals + 1))};
    }
    const auto distribution =
        readDistribution(JsonValue(document, errors), parameterRange(pack, target.symbol));
    if (!errors.empty() || !distribution) {
        return errors.take();
    }
    return Assumption{target.symbol, target.element, *distribution};
}

} // namespace export_potential
