#include "pack_reader.hpp"
#include "scenario_reader.hpp"

#include <algorithm>

namespace export_potential {

namespace {

constexpr Range kShareAboveZero = {0, 1, true};
constexpr Range kRegistrations = {0, 1e9};
constexpr int kLongestHistory = 50; // years
constexpr double kMostDays = 365;

struct History {
    int firstYear;
    std::vector<double> perYear;
};

std::optional<History> readHistory(JsonValue value, const Sources &sources, int baseYear) {
    ObjectReader reader(value);
    const Range years = {static_cast<double>(baseYear - kLongestHistory + 1),
                         static_cast<double>(baseYear)};
    const auto firstYear = reader.required("firstYear").whole(baseYear == 0 ? kYears : years);
    const JsonValue list = reader.required("perYear");
    readProvenance(reader, sources);
    reader.finish();
    if (!list.expect(JsonKind::array)) {
        return std::nullopt;
    }
    std::vector<double> perYear;
    for (JsonValue child = list.firstChild(); child; child = child.next()) {
        if (const auto number = child.number(kRegistrations)) {
            perYear.push_back(*number);
        }
    }
    if (!firstYear || baseYear == 0) {
        return std::nullopt;
    }
    const int length = baseYear - *firstYear + 1;
    if (list.size() != static_cast<std::size_t>(length)) {
        list.fail(ErrorCode::wrongLength,
                  "must have " + std::to_string(length) + " numbers, one for each year from " +
                      std::to_string(*firstYear) + " to " + std::to_string(baseYear) + ", not " +
                      std::to_string(list.size()));
        return std::nullopt;
    }
    if (perYear.size() != list.size()) {
        return std::nullopt;
    }
    return History{*firstYear, std::move(perYear)};
}

/// Leaves pack.registrations empty on a fault.
void readRegistrations(JsonValue value, const Sources &sources, Pack &pack) {
    ObjectReader reader(value);
    if (!reader.value() || pack.channels.empty()) {
        return;
    }
    std::vector<History> histories;
    for (const Channel &channel : pack.channels) {
        if (auto history = readHistory(reader.required(channel.id), sources, pack.baseYear)) {
            histories.push_back(std::move(*history));
        }
    }
    reader.finish(ErrorCode::unknownName);
    if (histories.size() != pack.channels.size()) {
        return;
    }
    pack.firstCohort = histories.front().firstYear;
    for (const History &history : histories) {
        pack.firstCohort = std::min(pack.firstCohort, history.firstYear);
    }
    for (const History &history : histories) {
        std::vector<double> cohorts(static_cast<std::size_t>(history.firstYear - pack.firstCohort));
        cohorts.insert(cohorts.end(), history.perYear.begin(), history.perYear.end());
        pack.registrations.push_back(std::move(cohorts));
    }
}

std::optional<std::vector<double>> readSharesOf(JsonValue value, const Names &names,
                                                const Sources &sources) {
    ObjectReader reader(value);
    auto shares = readShares(reader.required("shares"), names);
    readProvenance(reader, sources);
    reader.finish();
    return shares;
}

/// Leaves pack.sectorShares empty on a fault.
void readSectorShares(JsonValue value, const Sources &sources, Pack &pack) {
    ObjectReader reader(value);
    if (!reader.value() || pack.channels.empty()) {
        return;
    }
    const Names sectors = setNames(pack, IndexKind::sector);
    std::vector<std::vector<double>> all;
    for (const Channel &channel : pack.channels) {
        if (auto shares = readSharesOf(reader.required(channel.id), sectors, sources)) {
            all.push_back(std::move(*shares));
        }
    }
    reader.finish(ErrorCode::unknownName);
    if (all.size() == pack.channels.size()) {
        pack.sectorShares = std::move(all);
    }
}

void readMarketShares(JsonValue value, const Sources &sources, Pack &pack) {
    ObjectReader reader(value);
    if (!reader.value() || pack.channels.empty() || pack.sectors.empty()) {
        return;
    }
    const Names markets = setNames(pack, IndexKind::market);
    pack.marketShares.resize(pack.segments());
    for (std::size_t c = 0; c < pack.channels.size(); ++c) {
        const auto shares = readSharesOf(reader.required(pack.channels[c].id), markets, sources);
        for (std::size_t s = 0; shares && s < pack.sectors.size(); ++s) {
            pack.marketShares[pack.segment(s, c)] = *shares;
        }
    }
    const Names segments = segmentNames(pack);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (const JsonValue segment = reader.optional(segments[i])) {
            if (auto shares = readSharesOf(segment, markets, sources)) {
                pack.marketShares[i] = std::move(*shares);
            }
        }
    }
    reader.finish(ErrorCode::unknownName);
}

// R_0 of a sector divides later registrations, so it must not be zero.
void checkBaseYear(JsonValue registrations, const Pack &pack) {
    if (pack.registrations.empty() || pack.sectorShares.empty()) {
        return;
    }
    for (std::size_t s = 0; s < pack.sectors.size(); ++s) {
        double sellers = 0;
        for (std::size_t c = 0; c < pack.channels.size(); ++c) {
            sellers += pack.registrations[c].back() * pack.sectorShares[c][s];
        }
        if (!(sellers > 0)) {
            registrations.fail(ErrorCode::outOfRange,
                               "must give sector " + pack.sectors[s].id +
                                   " more than 0 sellers in the base year, through a channel in "
                                   "which sectorShares gives it a share");
        }
    }
}

void readLogisticsDays(JsonValue value, const Sources &sources, Pack &pack) {
    ObjectReader reader(value);
    pack.minLogisticsDays = reader.required("min").number({-kMostDays, 0}).value_or(-kMostDays);
    pack.maxLogisticsDays = reader.required("max").number({0, kMostDays}).value_or(kMostDays);
    readProvenance(reader, sources);
    reader.finish();
}

} // namespace

void readBaseline(JsonValue value, const Sources &sources, Pack &pack) {
    ObjectReader reader(value);
    pack.goodsExports =
        readFigure(reader.required("goodsExports"), kPositiveDollars, sources).value_or(0);

    ObjectReader target(reader.required("exportTarget"));
    pack.exportTarget = readFigure(target, kPositiveDollars, sources).value_or(0);
    pack.exportTargetYear = target.required("year").whole(kYears).value_or(0);
    target.finish();

    pack.internetUse =
        readFigure(reader.required("internetUse"), kShareAboveZero, sources).value_or(0);
    pack.ecommerceCeiling =
        readFigure(reader.required("ecommerceCeiling"), kShareAboveZero, sources).value_or(0);
    readLogisticsDays(reader.required("logisticsDays"), sources, pack);

    const JsonValue registrations = reader.required("registrations");
    readRegistrations(registrations, sources, pack);
    readSectorShares(reader.required("sectorShares"), sources, pack);
    readMarketShares(reader.required("marketShares"), sources, pack);
    checkBaseYear(registrations, pack);
    reader.finish();
}

} // namespace export_potential
