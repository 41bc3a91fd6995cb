#include "scenario_reader.hpp"

#include <cmath>

namespace export_potential {

namespace {

constexpr int kMaxYears = 15;
constexpr Range kSellers = {0, 10'000'000};
/// How far the given number of sellers may lie from the sum of a table.
constexpr double kSellersTolerance = 1e-6;

std::optional<std::vector<double>> readTable(JsonValue path) {
    if (path.size() < 1 || path.size() > kMaxYears) {
        path.fail(ErrorCode::wrongLength, "must have one number for each of 1 to 15 years, not " +
                                              std::to_string(path.size()));
        return std::nullopt;
    }
    std::vector<double> table;
    double sum = 0;
    for (JsonValue year = path.firstChild(); year; year = year.next()) {
        if (const std::optional<double> sellers = year.number(kSellers)) {
            table.push_back(*sellers);
            sum += *sellers;
        }
    }
    if (table.size() != path.size()) {
        return std::nullopt;
    }
    if (!kSellers.contains(sum)) {
        path.fail(ErrorCode::outOfRange,
                  "must sum to a number " + kSellers.text() + ", not " + formatNumber(sum));
        return std::nullopt;
    }
    return table;
}

/// False when the path is at fault.
bool readPath(JsonValue path, Onboarding &onboarding) {
    if (path.is(JsonKind::array)) {
        std::optional<std::vector<double>> table = readTable(path);
        if (!table) {
            return false;
        }
        onboarding.path = PathShape::table;
        onboarding.table = std::move(*table);
        return true;
    }
    if (!path.is(JsonKind::string) && !path.is(JsonKind::unusable)) {
        path.fail(ErrorCode::wrongType,
                  "must be linear, logistic, bass or an array with the new sellers of each year");
        return false;
    }
    const std::optional<std::size_t> shape = path.oneOf({"linear", "logistic", "bass"});
    if (!shape) {
        return false;
    }
    constexpr PathShape kShapes[] = {PathShape::linear, PathShape::logistic, PathShape::bass};
    onboarding.path = kShapes[*shape];
    onboarding.table.clear();
    return true;
}

} // namespace

Names segmentNames(const Pack &pack) {
    Names names;
    for (const Sector &sector : pack.sectors) {
        for (const Channel &channel : pack.channels) {
            names.push_back(sector.id + '/' + channel.id);
        }
    }
    return names;
}

void readOnboarding(ObjectReader &reader, const Pack &pack, bool allRequired,
                    Onboarding &onboarding) {
    const JsonValue sellersValue = reader.member("newSellers", allRequired);
    const JsonValue yearsValue = reader.member("years", allRequired);
    const JsonValue pathValue = reader.member("path", allRequired);
    const JsonValue mixValue = reader.member("mix", allRequired);

    const std::optional<double> sellers = sellersValue.number(kSellers);
    const std::optional<int> years = yearsValue.whole({1, kMaxYears});
    const bool pathGood = !pathValue || readPath(pathValue, onboarding);
    if (std::optional<std::vector<double>> mix = readShares(mixValue, segmentNames(pack))) {
        onboarding.mix = std::move(*mix);
    }

    if (!pathGood) {
        return;
    }
    if (onboarding.path != PathShape::table) {
        onboarding.newSellers = sellers.value_or(onboarding.newSellers);
        onboarding.years = years.value_or(onboarding.years);
        return;
    }
    double sum = 0;
    for (const double year : onboarding.table) {
        sum += year;
    }
    onboarding.newSellers = sum;
    onboarding.years = static_cast<int>(onboarding.table.size());
    if (sellers && std::abs(*sellers - sum) > kSellersTolerance) {
        sellersValue.fail(ErrorCode::conflict,
                          "must be " + formatNumber(sum) + ", the sum of path, or be left out");
    }
    if (years && *years != onboarding.years) {
        yearsValue.fail(ErrorCode::conflict, "must be " + std::to_string(onboarding.years) +
                                                 ", the length of path, or be left out");
    }
}

} // namespace export_potential
