#include "pack_reader.hpp"
#include "scenario_reader.hpp"

#include <algorithm>

namespace export_potential {

namespace {

constexpr std::size_t kMaxCorrelations = 64;
constexpr Range kSpearman = {-0.99, 0.99};

/// Reads the name of one uncertain value. Nothing is said of a parameter that has faults itself.
std::optional<ParameterElement> readUncertain(JsonValue value, const Pack &pack) {
    const std::optional<std::string_view> text = value.string();
    if (!text) {
        return std::nullopt;
    }
    const auto resolved = resolveName(*text, pack);
    if (const NameFault *fault = std::get_if<NameFault>(&resolved)) {
        value.fail(ErrorCode::unknownName, "names " + printable(*text) + ", which " + fault->text);
        return std::nullopt;
    }
    const QualifiedName name = std::get<QualifiedName>(resolved);
    if (!isReadable(pack, name.symbol)) {
        return std::nullopt;
    }
    const Parameter &parameter = pack.parameters[static_cast<std::size_t>(name.symbol)];
    if (parameter.by != IndexKind::none && !name.element) {
        value.fail(ErrorCode::unknownName, "must name one value of " + printable(*text) +
                                               ": after a dot a " +
                                               std::string(indexKindName(parameter.by)) + ", " +
                                               listNames(setNames(pack, parameter.by)));
        return std::nullopt;
    }
    const std::size_t element = name.element.value_or(0);
    if (const Fixed *fixed = std::get_if<Fixed>(&parameter.values[element])) {
        value.fail(ErrorCode::conflict, "must name an uncertain value; the pack fixes " +
                                            printable(*text) + " at " + formatNumber(fixed->value));
        return std::nullopt;
    }
    return ParameterElement{name.symbol, parameter.by, element};
}

bool isSamePair(const Correlation &x, const Correlation &y) {
    return (x.a == y.a && x.b == y.b) || (x.a == y.b && x.b == y.a);
}

} // namespace

void readCorrelations(JsonValue value, const Sources &sources, Pack &pack) {
    if (!value.expect(JsonKind::array)) {
        return;
    }
    if (value.size() > kMaxCorrelations) {
        value.fail(ErrorCode::wrongLength,
                   "must have at most 64 correlations, not " + std::to_string(value.size()));
        return;
    }
    for (JsonValue child = value.firstChild(); child; child = child.next()) {
        ObjectReader reader(child);
        const auto a = readUncertain(reader.required("a"), pack);
        const JsonValue otherValue = reader.required("b");
        const auto b = readUncertain(otherValue, pack);
        const auto spearman = reader.required("spearman").number(kSpearman);
        readProvenance(reader, sources);
        reader.finish();
        if (!a || !b) {
            continue;
        }
        if (*a == *b) {
            otherValue.fail(ErrorCode::conflict, "must name another value than a");
            continue;
        }
        const Correlation correlation{*a, *b, spearman.value_or(0)};
        if (std::ranges::any_of(pack.correlations, [&](const Correlation &other) {
                return isSamePair(correlation, other);
            })) {
            child.fail(ErrorCode::conflict, "is of a pair that the list names before; the order of "
                                            "a and b means nothing");
            continue;
        }
        pack.correlations.push_back(correlation);
    }
}

} // namespace export_potential
