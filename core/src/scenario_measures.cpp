#include "scenario_reader.hpp"

#include <algorithm>

namespace export_potential {

namespace {

constexpr std::size_t kMaxMeasures = 64;
constexpr Range kShare = {0, 1};
// Sales go with a power of internet use: of none the power means nothing.
constexpr Range kInternetUse = {0.001, 1};
constexpr Range kCost = {0, 1e12};
constexpr Range kTariff = {-0.5, 3};
constexpr Range kTaxRate = {0, 0.9};
constexpr double kMostFeePoints = 0.3;

std::optional<MeasureKind> readTraining(ObjectReader &reader, const Pack &pack) {
    const auto tier = readElement(reader.required("tier"), pack, IndexKind::tier);
    const auto share = reader.required("share").number(kShare);
    return tier && share ? std::optional<MeasureKind>(Training{*tier, *share}) : std::nullopt;
}

std::optional<MeasureKind> readConnectivity(ObjectReader &reader) {
    const auto use = reader.required("internetUse").number(kInternetUse);
    return use ? std::optional<MeasureKind>(Connectivity{*use}) : std::nullopt;
}

std::optional<MeasureKind> readLogistics(ObjectReader &reader, const Pack &pack) {
    const auto days =
        reader.required("days").number({pack.minLogisticsDays, pack.maxLogisticsDays});
    return days ? std::optional<MeasureKind>(Logistics{*days}) : std::nullopt;
}

std::optional<MeasureKind> readMarketAccess(ObjectReader &reader, const Pack &pack) {
    const auto market = readElement(reader.required("market"), pack, IndexKind::market);
    const JsonValue tariffValue = reader.optional("tariff");
    const JsonValue accessValue = reader.optional("access");
    const auto tariff = tariffValue.number(kTariff);
    const auto access = accessValue.number(kShare);
    if (!tariffValue && !accessValue) {
        reader.value().failMember("tariff", ErrorCode::missingKey,
                                  "or access is missing; give at least one of them");
    }
    if (!market || (tariffValue && !tariff) || (accessValue && !access)) {
        return std::nullopt;
    }
    return MarketAccess{*market, tariff.value_or(0), access.value_or(1)};
}

std::optional<MeasureKind> readDigitalRetailTax(ObjectReader &reader) {
    const auto rate = reader.required("rate").number(kTaxRate);
    return rate ? std::optional<MeasureKind>(DigitalRetailTax{*rate}) : std::nullopt;
}

std::optional<MeasureKind> readFeeSupport(ObjectReader &reader, const Pack &pack) {
    const JsonValue channelValue = reader.optional("channel");
    const auto channel = readElement(channelValue, pack, IndexKind::channel);
    const auto points = reader.required("points").number({0, kMostFeePoints});
    if (!points || (channelValue && !channel)) {
        return std::nullopt;
    }
    return FeeSupport{channel, *points};
}

std::optional<MeasureKind> readCourierSalesTax(ObjectReader &reader) {
    const auto rate = reader.required("rate").number(kShare);
    return rate ? std::optional<MeasureKind>(CourierSalesTax{*rate}) : std::nullopt;
}

std::optional<MeasureKind> readDutyFreeThreshold(ObjectReader &reader) {
    const auto above = reader.required("above").number(kShare);
    return above ? std::optional<MeasureKind>(DutyFreeThreshold{*above}) : std::nullopt;
}

std::optional<Measure> readMeasure(JsonValue value, const Pack &pack, int lastYear) {
    ObjectReader reader(value);
    const Range years = futureYears(pack, lastYear);
    const std::optional<std::size_t> type = reader.required("type").oneOf(
        {"training", "connectivity", "logistics", "marketAccess", "digitalRetailTax", "feeSupport",
         "courierSalesTax", "dutyFreeThreshold"});
    const auto from = reader.required("from").whole(years);
    const JsonValue toValue = reader.optional("to");
    const auto to = toValue ? toValue.whole(years) : lastYear;
    const JsonValue costValue = reader.optional("cost");
    const auto cost = costValue ? costValue.number(kCost) : 0;
    if (from && to && *from > *to) {
        value.fail(ErrorCode::wrongOrder, "must have from <= to");
    }
    if (!type) {
        return std::nullopt;
    }
    std::optional<MeasureKind> kind;
    switch (*type) {
    case 0:
        kind = readTraining(reader, pack);
        break;
    case 1:
        kind = readConnectivity(reader);
        break;
    case 2:
        kind = readLogistics(reader, pack);
        break;
    case 3:
        kind = readMarketAccess(reader, pack);
        break;
    case 4:
        kind = readDigitalRetailTax(reader);
        break;
    case 5:
        kind = readFeeSupport(reader, pack);
        break;
    case 6:
        kind = readCourierSalesTax(reader);
        break;
    default:
        kind = readDutyFreeThreshold(reader);
        break;
    }
    reader.finish();
    if (!kind || !from || !to || !cost || *from > *to) {
        return std::nullopt;
    }
    return Measure{*kind, *from, *to, *cost};
}

/// Shares that measures claim, each in a range of years.
class YearlyClaims {
public:
    /// The largest sum in any of the measure's years.
    double largestIn(const Measure &measure) const {
        double largest = sumIn(measure.from);
        for (const Claim &claim : claims_) {
            // The sum can only be largest in a year in which some measure begins.
            if (claim.from >= measure.from && claim.from <= measure.to) {
                largest = std::max(largest, sumIn(claim.from));
            }
        }
        return largest;
    }

    void add(const Measure &measure, double share) {
        claims_.push_back({measure.from, measure.to, share});
    }

private:
    struct Claim {
        int from;
        int to;
        double share;
    };

    double sumIn(int year) const {
        double sum = 0;
        for (const Claim &claim : claims_) {
            if (claim.from <= year && year <= claim.to) {
                sum += claim.share;
            }
        }
        return sum;
    }

    std::vector<Claim> claims_;
};

/// Adds up the fee support of each channel in each year.
class FeeSupports {
public:
    explicit FeeSupports(const Pack &pack) : pack_(pack), supports_(pack.channels.size()) {}

    /// Reports a measure with which some channel has too much.
    void add(JsonValue value, const Measure &measure) {
        const FeeSupport *const support = std::get_if<FeeSupport>(&measure.kind);
        if (!support) {
            return;
        }
        for (std::size_t h = 0; h < supports_.size(); ++h) {
            if (support->channel && *support->channel != h) {
                continue;
            }
            const double sum = supports_[h].largestIn(measure) + support->points;
            if (sum > kMostFeePoints + kSumTolerance) {
                value.fail(ErrorCode::wrongSum,
                           "must leave the fee support of each channel and "
                           "year at a sum of at most 0.3; with it the sum for " +
                               pack_.channels[h].id + " is " + formatNumber(sum));
                return;
            }
        }
        for (std::size_t h = 0; h < supports_.size(); ++h) {
            if (!support->channel || *support->channel == h) {
                supports_[h].add(measure, support->points);
            }
        }
    }

private:
    const Pack &pack_;
    std::vector<YearlyClaims> supports_;
};

} // namespace

std::vector<Measure> readMeasures(JsonValue value, const Pack &pack, int lastYear) {
    std::vector<Measure> measures;
    if (!value.expect(JsonKind::array)) {
        return measures;
    }
    if (value.size() > kMaxMeasures) {
        value.fail(ErrorCode::wrongLength,
                   "must have at most 64 measures, not " + std::to_string(value.size()));
        return measures;
    }
    FeeSupports supports(pack);
    for (JsonValue child = value.firstChild(); child; child = child.next()) {
        if (std::optional<Measure> measure = readMeasure(child, pack, lastYear)) {
            supports.add(child, *measure);
            measures.push_back(*measure);
        }
    }
    return measures;
}

} // namespace export_potential
