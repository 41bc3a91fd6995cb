#include "json_distribution.hpp"
#include "pack_reader.hpp"
#include "scenario_reader.hpp"

namespace export_potential {

namespace {

/// Reads [lo, hi] into the parameter, which holds the model's own range.
void readRange(JsonValue value, const SymbolInfo &info, Parameter &parameter) {
    if (!value.expect(JsonKind::array)) {
        return;
    }
    if (value.size() != 2) {
        value.fail(ErrorCode::wrongLength,
                   "must have 2 numbers, not " + std::to_string(value.size()));
        return;
    }
    const auto min = value.firstChild().number({info.min, info.max});
    const auto max = value.firstChild().next().number({info.min, info.max});
    if (!min || !max) {
        return;
    }
    if (*min > *max) {
        value.fail(ErrorCode::wrongOrder, "must have its smaller number first");
        return;
    }
    parameter.min = *min;
    parameter.max = *max;
}

IndexKind readKind(JsonValue value, const SymbolInfo &info) {
    Names names;
    for (const IndexKind kind : info.splits) {
        if (kind != IndexKind::none) {
            names.emplace_back(indexKindName(kind));
        }
    }
    const std::optional<std::size_t> place = value.oneOf(names);
    return place ? info.splits[*place] : IndexKind::none;
}

void readParameter(JsonValue value, const SymbolInfo &info, const Sources &sources, Pack &pack) {
    ObjectReader reader(value);
    Parameter &parameter = pack.parameters[static_cast<std::size_t>(info.symbol)];
    parameter.min = info.min;
    parameter.max = info.max;
    readText(reader.required("label"));
    reader.required("unit").string();
    readRange(reader.required("range"), info, parameter);
    readProvenance(reader, sources);

    const Range range = parameterRange(pack, info.symbol);
    const JsonValue single = reader.optional("value");
    const bool split = reader.optional("by") || reader.optional("values");
    if (single && split) {
        single.fail(ErrorCode::conflict, "must not stand beside by and values");
    }
    if (!split) {
        if (!single && reader.value()) {
            reader.value().failMember("value", ErrorCode::missingKey,
                                      "is missing; give value, or by and values");
        }
        if (const auto distribution = readDistribution(single, range)) {
            parameter.values = {*distribution};
        }
        reader.finish();
        return;
    }
    parameter.by = readKind(reader.required("by"), info);
    ObjectReader values(reader.required("values"));
    reader.finish();
    const Names names = setNames(pack, parameter.by);
    if (parameter.by == IndexKind::none || names.empty()) {
        return;
    }
    for (const std::string &name : names) {
        if (const auto distribution = readDistribution(values.required(name), range)) {
            parameter.values.push_back(*distribution);
        }
    }
    values.finish(ErrorCode::unknownName);
}

} // namespace

void readParameters(JsonValue value, const Sources &sources, Pack &pack) {
    ObjectReader reader(value);
    for (const SymbolInfo &info : symbolTable()) {
        readParameter(reader.required(info.name), info, sources, pack);
    }
    reader.finish(ErrorCode::unknownName);
}

} // namespace export_potential
