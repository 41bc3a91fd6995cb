#include "export_potential/hindcast.hpp"
#include "hindcast_calendar.hpp"
#include "pack_reader.hpp"
#include "scenario_reader.hpp"

#include <algorithm>

namespace export_potential {

namespace {

constexpr std::size_t kMostTotals = 100;
constexpr int kMostModelYears = 15;
constexpr int kMostPastYears = 50;
constexpr Range kAccounts = {0, 1e9};
constexpr Range kDollarInflation = {-0.1, 0.5};
constexpr Range kDiscrepancy = {0, 2, true};

/// Reads "2021-04".
std::optional<int> readMonth(JsonValue value) {
    const std::optional<std::string_view> text = value.string();
    if (!text) {
        return std::nullopt;
    }
    const auto digitsFrom = [&](std::size_t begin, std::size_t count) {
        int number = 0;
        for (const char c : text->substr(begin, count)) {
            number = c < '0' || c > '9' ? -10'000 : 10 * number + (c - '0');
        }
        return number;
    };
    if (text->size() == 7 && (*text)[4] == '-') {
        const int year = digitsFrom(0, 4);
        const int month = digitsFrom(5, 2);
        if (kYears.contains(year) && month >= 1 && month <= 12) {
            return 12 * year + month;
        }
    }
    value.fail(ErrorCode::outOfRange, "must be a month, YYYY-MM, of the years " +
                                          formatNumber(kYears.min) + " to " +
                                          formatNumber(kYears.max));
    return std::nullopt;
}

struct TotalPlace {
    JsonValue at;
    JsonValue value;
};

/// Totals that rise from month to month. Empty on a fault.
std::vector<ReportedTotal> readTotals(JsonValue list, const Range &range, const Sources &sources,
                                      std::vector<TotalPlace> &places) {
    if (!list.expect(JsonKind::array)) {
        return {};
    }
    if (list.size() < 2 || list.size() > kMostTotals) {
        list.fail(ErrorCode::wrongLength,
                  "must have 2 to 100 totals, not " + std::to_string(list.size()));
        return {};
    }
    std::vector<ReportedTotal> totals;
    for (JsonValue child = list.firstChild(); child; child = child.next()) {
        ObjectReader reader(child);
        const TotalPlace place{reader.required("at"), reader.required("value")};
        const std::optional<int> month = readMonth(place.at);
        const std::optional<double> value = place.value.number(range);
        readProvenance(reader, sources);
        reader.finish();
        if (month && value) {
            totals.push_back({*month, *value});
            places.push_back(place);
        }
    }
    bool rising = totals.size() == list.size();
    for (std::size_t i = 1; i < totals.size(); ++i) {
        if (totals[i].month <= totals[i - 1].month) {
            places[i].at.fail(ErrorCode::wrongOrder, "must be later than the total before it");
            rising = false;
        }
        if (totals[i].value <= totals[i - 1].value) {
            places[i].value.fail(ErrorCode::wrongOrder, "must be above the total before it");
            rising = false;
        }
    }
    return rising ? totals : std::vector<ReportedTotal>();
}

void readMarkets(JsonValue value, const Pack &priors, const Sources &sources, Hindcast &hindcast) {
    ObjectReader reader(value);
    hindcast.marketShares =
        readShares(reader.required("shares"), setNames(priors, IndexKind::market))
            .value_or(std::vector<double>());
    readProvenance(reader, sources);
    reader.finish();
}

/// Where the faults of what fits together one by one are reported.
struct HindcastPlaces {
    JsonValue baseYear;
    JsonValue split;
    std::vector<TotalPlace> accounts;
    std::vector<TotalPlace> grossSales;
};

void checkAccounts(const Hindcast &hindcast, const HindcastPlaces &places) {
    if (hindcast.accounts.empty()) {
        return;
    }
    if (hindcast.accounts.front().value != 0) {
        places.accounts.front().value.fail(
            ErrorCode::outOfRange, "must be 0: the first total is that of the programme's start");
    }
    if (hindcast.baseYear == 0) {
        return;
    }
    const int first = yearOf(hindcast.accounts.front().month + 1, hindcast.firstMonth);
    if (hindcast.baseYear < first || hindcast.baseYear >= first + kMostPastYears) {
        places.baseYear.fail(ErrorCode::conflict,
                             "must be a year from " + std::to_string(first) + " to " +
                                 std::to_string(first + kMostPastYears - 1) +
                                 ", the first with accounts and the 49 years after it");
    }
}

void checkSales(const Hindcast &hindcast, const HindcastPlaces &places) {
    if (hindcast.grossSales.empty()) {
        return;
    }
    const std::vector<SalesInterval> intervals = salesIntervals(hindcast);
    const int baseEnd = lastMonthOf(hindcast.baseYear, hindcast.firstMonth);
    if (hindcast.baseYear != 0 && lastYearOf(hindcast) > hindcast.baseYear + kMostModelYears) {
        places.grossSales.back().at.fail(ErrorCode::outOfRange,
                                         "must lie at most " + std::to_string(kMostModelYears) +
                                             " years after the base year");
    }
    if (hindcast.split == 0) {
        return;
    }
    const auto known = std::ranges::count_if(
        intervals, [&](const SalesInterval &interval) { return interval.to <= hindcast.split; });
    const bool reported = std::ranges::any_of(hindcast.grossSales, [&](const ReportedTotal &total) {
        return total.month == hindcast.split;
    });
    if (!reported || known < 2 || known == std::ssize(intervals)) {
        places.split.fail(ErrorCode::conflict,
                          "must be a month of grossSales, the third at the earliest and not the "
                          "last");
        return;
    }
    const auto last = static_cast<std::size_t>(known) - 1;
    if (hindcast.baseYear != 0 && intervals[last].from < baseEnd) {
        places.split.fail(ErrorCode::conflict,
                          "must leave two totals from the end of the base year up to it, so that "
                          "draws can be weighted by what was sold between them");
    }
}

} // namespace

Result<Hindcast> parseHindcast(std::string_view text, const Pack &priors) {
    ErrorList errors;
    JsonDocument document;
    if (!document.parse(text, errors)) {
        return errors.take();
    }
    ObjectReader reader{JsonValue(document, errors)};
    if (!readSchema(reader)) {
        return errors.take();
    }
    Hindcast hindcast;
    HindcastPlaces places;
    hindcast.id = readIdentifier(reader.required("id")).value_or("");
    const JsonValue packId = reader.required("pack");
    if (const auto id = packId.string(); id && *id != priors.id) {
        packId.fail(ErrorCode::conflict, "must be " + priors.id + ", the pack in use");
    }
    readText(reader.required("label"));
    readText(reader.required("note"));
    const JsonValue sourcesValue = reader.required("sources");
    const Sources sources = readSources(sourcesValue);
    hindcast.firstMonth = reader.required("firstMonth").whole({1, 12}).value_or(1);
    places.baseYear = reader.required("baseYear");
    hindcast.baseYear = places.baseYear.whole(kYears).value_or(0);
    places.split = reader.required("split");
    hindcast.split = readMonth(places.split).value_or(0);
    hindcast.channel =
        readElement(reader.required("channel"), priors, IndexKind::channel).value_or(0);
    readMarkets(reader.required("marketShares"), priors, sources, hindcast);
    hindcast.usdInflation =
        readFigure(reader.required("usdInflation"), kDollarInflation, sources).value_or(0);
    hindcast.discrepancy =
        readFigure(reader.required("discrepancy"), kDiscrepancy, sources).value_or(1);
    hindcast.accounts =
        readTotals(reader.required("accounts"), kAccounts, sources, places.accounts);
    hindcast.grossSales =
        readTotals(reader.required("grossSales"), kDollars, sources, places.grossSales);
    checkAccounts(hindcast, places);
    checkSales(hindcast, places);
    reportUnusedSources(sourcesValue);
    reader.finish();
    if (!errors.empty()) {
        return errors.take();
    }
    return hindcast;
}

} // namespace export_potential
