#include "pack_reader.hpp"
#include "scenario_reader.hpp"

#include <algorithm>

namespace export_potential {

namespace {

constexpr std::size_t kMaxReadings = 8;
constexpr std::size_t kMinOptions = 2;
constexpr std::size_t kMaxOptions = 8;

/// Reads "id" and "label"; the identifier has to differ from those before it.
std::string readName(ObjectReader &reader, Names &before, std::string_view what) {
    const JsonValue value = reader.required("id");
    std::string id(readIdentifier(value).value_or(""));
    readText(reader.required("label"));
    if (id.empty()) {
        return id;
    }
    if (std::ranges::find(before, id) != before.end()) {
        value.fail(ErrorCode::conflict,
                   "is that of " + std::string(what) + " before; identifiers must differ");
    }
    before.push_back(id);
    return id;
}

/// Reports every assumption with another distribution than the pack's parameter has.
void reportDepartures(JsonValue value, const std::vector<Assumption> &assumptions,
                      const Pack &pack) {
    // Of "w" and "w.b2c" only the second speaks of that element.
    const auto speaksOf = [&](Symbol symbol, std::size_t element) {
        return std::ranges::any_of(assumptions, [&](const Assumption &other) {
            return other.symbol == symbol && other.element == element;
        });
    };
    const auto departs = [&](const Assumption &assumption, const Parameter &parameter) {
        for (std::size_t i = 0; i < parameter.values.size(); ++i) {
            const bool meant =
                assumption.element ? *assumption.element == i : !speaksOf(assumption.symbol, i);
            if (meant && parameter.values[i] != assumption.distribution) {
                return true;
            }
        }
        return false;
    };
    for (const Assumption &assumption : assumptions) {
        const Parameter &parameter = pack.parameters[static_cast<std::size_t>(assumption.symbol)];
        if (!isReadable(pack, assumption.symbol) || !departs(assumption, parameter)) {
            continue;
        }
        std::string name(symbolInfo(assumption.symbol).name);
        if (assumption.element) {
            name += '.';
            name += pack.setId(parameter.by, *assumption.element);
        }
        for (JsonValue child = value.firstChild(); child; child = child.next()) {
            if (child.key() == name) {
                child.fail(ErrorCode::conflict, "must be what the pack's parameters say, since the "
                                                "first option is the default");
            }
        }
    }
}

ReadingOption readOption(JsonValue value, const Sources &sources, const Pack &pack, bool isDefault,
                         Names &names) {
    ObjectReader reader(value);
    ReadingOption option;
    option.id = readName(reader, names, "an option");
    const JsonValue assumptions = reader.required("assumptions");
    option.assumptions = readAssumptions(assumptions, pack);
    readProvenance(reader, sources);
    reader.finish();
    if (isDefault) {
        reportDepartures(assumptions, option.assumptions, pack);
    }
    return option;
}

bool overlap(const Assumption &x, const Assumption &y) {
    return x.symbol == y.symbol && (!x.element || !y.element || x.element == y.element);
}

/// The first symbol of which both readings speak.
std::optional<Symbol> sharedSymbol(const Reading &x, const Reading &y) {
    for (const ReadingOption &option : x.options) {
        for (const Assumption &assumption : option.assumptions) {
            for (const ReadingOption &other : y.options) {
                if (std::ranges::any_of(other.assumptions, [&](const Assumption &candidate) {
                        return overlap(assumption, candidate);
                    })) {
                    return assumption.symbol;
                }
            }
        }
    }
    return std::nullopt;
}

Reading readReading(JsonValue value, const Sources &sources, const Pack &pack, Names &names) {
    ObjectReader reader(value);
    Reading reading;
    reading.id = readName(reader, names, "a reading");
    const JsonValue options = reader.required("options");
    reader.finish();
    if (!options.expect(JsonKind::array)) {
        return reading;
    }
    if (options.size() < kMinOptions || options.size() > kMaxOptions) {
        options.fail(ErrorCode::wrongLength,
                     "must have from 2 to 8 options, not " + std::to_string(options.size()));
        return reading;
    }
    Names optionNames;
    for (JsonValue child = options.firstChild(); child; child = child.next()) {
        reading.options.push_back(
            readOption(child, sources, pack, reading.options.empty(), optionNames));
    }
    return reading;
}

} // namespace

void readReadings(JsonValue value, const Sources &sources, Pack &pack) {
    if (!value.expect(JsonKind::array)) {
        return;
    }
    if (value.size() > kMaxReadings) {
        value.fail(ErrorCode::wrongLength,
                   "must have at most 8 readings, not " + std::to_string(value.size()));
        return;
    }
    Names names;
    for (JsonValue child = value.firstChild(); child; child = child.next()) {
        Reading reading = readReading(child, sources, pack, names);
        for (const Reading &before : pack.readings) {
            if (const auto symbol = sharedSymbol(reading, before)) {
                child.fail(ErrorCode::conflict,
                           "speaks of " + std::string(symbolInfo(*symbol).name) +
                               " as another reading does; what holds must not depend on an order");
                break;
            }
        }
        pack.readings.push_back(std::move(reading));
    }
}

} // namespace export_potential
