#include "export_potential/pack.hpp"

#include "pack_reader.hpp"
#include "scenario_reader.hpp"

#include <algorithm>

namespace export_potential {

namespace {

void readCurrency(JsonValue value, const Sources &sources, Pack &pack) {
    constexpr Range kPerUsd = {0, 1e9, true};
    constexpr Range kInflation = {-0.1, 0.5};

    ObjectReader reader(value);
    const JsonValue codeValue = reader.required("code");
    if (const auto code = codeValue.string()) {
        if (code->size() != 3 ||
            !std::all_of(code->begin(), code->end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
            codeValue.fail(ErrorCode::outOfRange, "must be three capital letters, as in ISO 4217");
        }
        pack.currencyCode = *code;
    }
    pack.localPerUsd = readFigure(reader.required("perUsd"), kPerUsd, sources).value_or(0);
    pack.usdInflation =
        readFigure(reader.required("usdInflation"), kInflation, sources).value_or(0);
    reader.finish();
}

void readDefaults(JsonValue value, const Sources &sources, Pack &pack) {
    ObjectReader reader(value);
    Scenario scenario;
    const int lastYear = readRun(reader, pack, true, scenario);
    ObjectReader onboarding(reader.required("onboarding"));
    readOnboarding(onboarding, pack, true, scenario.onboarding);
    readProvenance(onboarding, sources);
    onboarding.finish();
    pack.measures = readMeasures(reader.required("measures"), pack, lastYear);
    reader.finish();

    pack.startYear = scenario.startYear;
    pack.horizon = scenario.horizon;
    pack.draws = scenario.draws;
    pack.seed = static_cast<double>(scenario.seed);
    pack.onboarding = std::move(scenario.onboarding);
}

} // namespace

std::size_t Pack::setSize(IndexKind kind) const {
    switch (kind) {
    case IndexKind::none:
        break;
    case IndexKind::channel:
        return channels.size();
    case IndexKind::sector:
        return sectors.size();
    case IndexKind::market:
        return markets.size();
    case IndexKind::tier:
        return tiers.size();
    case IndexKind::pool:
        return pool.size();
    }
    return 1;
}

std::string_view Pack::setId(IndexKind kind, std::size_t i) const {
    switch (kind) {
    case IndexKind::none:
        break;
    case IndexKind::channel:
        return channels[i].id;
    case IndexKind::sector:
        return sectors[i].id;
    case IndexKind::market:
        return markets[i];
    case IndexKind::tier:
        return tiers[i];
    case IndexKind::pool:
        return pool[i].id;
    }
    return "";
}

Result<Pack> parsePack(std::string_view text) {
    ErrorList errors;
    JsonDocument document;
    if (!document.parse(text, errors)) {
        return errors.take();
    }
    ObjectReader root{JsonValue(document, errors)};
    if (!readSchema(root)) {
        return errors.take();
    }
    Pack pack;
    pack.id = readIdentifier(root.required("id")).value_or("");
    pack.version = root.required("version").string().value_or("");
    readText(root.required("label"));
    pack.baseYear = root.required("baseYear").whole(kYears).value_or(0);
    const JsonValue sourcesValue = root.required("sources");
    const Sources sources = readSources(sourcesValue);
    readCurrency(root.required("currency"), sources, pack);
    readSets(root, sources, pack);
    readBaseline(root.required("baseline"), sources, pack);
    readParameters(root.required("parameters"), sources, pack);
    readCorrelations(root.optional("correlations"), sources, pack);
    readReadings(root.optional("readings"), sources, pack);
    readDefaults(root.required("defaults"), sources, pack);
    reportUnusedSources(sourcesValue);
    root.finish();
    if (!errors.empty()) {
        return errors.take();
    }
    return pack;
}

} // namespace export_potential
