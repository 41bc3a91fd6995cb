#include "json_distribution.hpp"

#include <algorithm>
#include <cmath>

namespace export_potential {

namespace {

using Read = std::optional<double>;

/// Below one half the density piles up at 0 or 1 so steeply that draws round to the end itself.
constexpr Range kBetaShape = {0.5, 10'000};
constexpr Range kLogSd = {0, 5, true};
/// A normal much wider than its bounds is uniform; wider still, its quantiles lose digits.
constexpr double kWidestSd = 100;

void failOrder(const ObjectReader &reader, std::string_view order) {
    reader.value().fail(ErrorCode::wrongOrder, "must have " + std::string(order));
}

std::optional<Distribution> readFixed(JsonValue value, const Range &range) {
    const Read number = value.number(range);
    return number ? std::optional<Distribution>(Fixed{*number}) : std::nullopt;
}

enum class Shape { uniform, triangular, pert };

std::optional<Distribution> readBounded(ObjectReader &reader, const Range &range, Shape shape) {
    const Range closed = {range.min, range.max};
    const bool hasMode = shape != Shape::uniform;
    const Read min = reader.required("min").number(closed);
    const Read mode = hasMode ? reader.required("mode").number(closed) : min;
    const JsonValue maxValue = reader.required("max");
    const Read max = maxValue.number(closed);
    if (!min || !mode || !max) {
        return std::nullopt;
    }
    if (*min > *mode || *mode > *max) {
        failOrder(reader, hasMode ? "min <= mode <= max" : "min <= max");
        return std::nullopt;
    }
    if (*min == *max) {
        return readFixed(maxValue, range);
    }
    switch (shape) {
    case Shape::triangular:
        return Triangular{*min, *mode, *max};
    case Shape::pert:
        return Pert{*min, *mode, *max};
    case Shape::uniform:
        break;
    }
    return Uniform{*min, *max};
}

std::optional<Distribution> readBeta(ObjectReader &reader, const Range &range) {
    const Read alpha = reader.required("alpha").number(kBetaShape);
    const Read beta = reader.required("beta").number(kBetaShape);
    if (range.min > 0 || range.max < 1) {
        reader.value().fail(ErrorCode::outOfRange,
                            "must lie " + Range{range.min, range.max}.text() +
                                ", but a beta distribution runs from 0 to 1");
        return std::nullopt;
    }
    if (!alpha || !beta) {
        return std::nullopt;
    }
    return Beta{*alpha, *beta};
}

// The mean must lie between the bounds: outside them it is no longer near the mean of what is
// drawn, and far outside them nothing is left to draw from.
std::optional<Distribution> readNormal(ObjectReader &reader, const Range &range) {
    const Range closed = {range.min, range.max};
    const Read mean = reader.required("mean").number(closed);
    const Read min = reader.required("min").number(closed);
    const Read max = reader.required("max").number(closed);
    const double width = min && max && *min < *max ? *max - *min : range.max - range.min;
    const Read sd = reader.required("sd").number({0, kWidestSd * width, true});
    if (!min || !max || !mean) {
        return std::nullopt;
    }
    if (*min >= *max || *mean < *min || *mean > *max) {
        failOrder(reader, "min <= mean <= max and min < max");
        return std::nullopt;
    }
    if (!sd) {
        return std::nullopt;
    }
    return TruncatedNormal{*mean, *sd, *min, *max};
}

// As for the normal: what is given to fix the shape must lie between the bounds.
std::optional<Distribution> readLognormal(ObjectReader &reader, const Range &range) {
    const Range bounds = {std::max(range.min, 0.0), range.max};
    const Range values = {bounds.min, bounds.max, bounds.min == 0};
    const JsonValue givenMin = reader.optional("min");
    const JsonValue givenMax = reader.optional("max");
    const Read min = givenMin ? givenMin.number(bounds) : bounds.min;
    const Read max = givenMax ? givenMax.number(values) : bounds.max;
    const bool byMean = reader.optional("mean") || reader.optional("sigma");
    const Read low = reader.required(byMean ? "mean" : "p05").number(values);
    const Read high = byMean ? low : reader.required("p95").number(values);
    const Read sigma = byMean ? reader.required("sigma").number(kLogSd) : Read(0);
    if (!min || !max || !low || !high || !sigma) {
        return std::nullopt;
    }
    if (*min > *low || *high > *max || *min >= *max || (!byMean && *low >= *high)) {
        failOrder(reader, byMean ? "min <= mean <= max and min < max" : "min <= p05 < p95 <= max");
        return std::nullopt;
    }
    Lognormal lognormal =
        byMean ? lognormalByMean(*low, *sigma) : lognormalByQuantiles(*low, *high);
    // Where the quantiles are so close that their logarithms are the same there is nothing between
    // them.
    if (!(lognormal.sigma > 0)) {
        return Fixed{*low};
    }
    lognormal.min = *min;
    lognormal.max = *max;
    return lognormal;
}

} // namespace

std::optional<Distribution> readDistribution(JsonValue value, const Range &range) {
    if (!value || value.is(JsonKind::unusable)) {
        return std::nullopt;
    }
    if (value.is(JsonKind::number)) {
        return readFixed(value, range);
    }
    if (!value.is(JsonKind::object)) {
        value.fail(ErrorCode::wrongType, "must be a number or a distribution");
        return std::nullopt;
    }
    ObjectReader reader(value);
    const std::optional<std::size_t> name = reader.required("dist").oneOf(
        {"fixed", "uniform", "triangular", "pert", "beta", "normal", "lognormal"});
    if (!name) {
        return std::nullopt;
    }
    std::optional<Distribution> distribution;
    switch (*name) {
    case 0:
        distribution = readFixed(reader.required("value"), range);
        break;
    case 1:
        distribution = readBounded(reader, range, Shape::uniform);
        break;
    case 2:
        distribution = readBounded(reader, range, Shape::triangular);
        break;
    case 3:
        distribution = readBounded(reader, range, Shape::pert);
        break;
    case 4:
        distribution = readBeta(reader, range);
        break;
    case 5:
        distribution = readNormal(reader, range);
        break;
    default:
        distribution = readLognormal(reader, range);
        break;
    }
    reader.finish();
    return distribution;
}

} // namespace export_potential
