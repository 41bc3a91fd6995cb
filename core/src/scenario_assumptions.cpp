#include "json_distribution.hpp"
#include "scenario_reader.hpp"

namespace export_potential {

Range parameterRange(const Pack &pack, Symbol symbol) {
    const Parameter &parameter = pack.parameters[static_cast<std::size_t>(symbol)];
    const SymbolInfo &info = symbolInfo(symbol);
    return {parameter.min, parameter.max, info.openMin && parameter.min == info.min,
            info.openMax && parameter.max == info.max};
}

bool isReadable(const Pack &pack, Symbol symbol) {
    const Parameter &parameter = pack.parameters[static_cast<std::size_t>(symbol)];
    return !parameter.values.empty() && parameter.values.size() == pack.setSize(parameter.by);
}

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
    if (dot == std::string_view::npos || !isReadable(pack, *symbol)) {
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
