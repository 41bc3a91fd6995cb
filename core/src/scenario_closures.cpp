#include "scenario_reader.hpp"

namespace export_potential {

namespace {

constexpr std::size_t kMaxClosures = 64;

std::optional<Closure> readClosure(JsonValue value, const Pack &pack, int lastYear) {
    ObjectReader reader(value);
    const Range years = futureYears(pack, lastYear);
    const auto market = readElement(reader.required("market"), pack, IndexKind::market);
    const auto from = reader.required("from").whole(years);
    const JsonValue toValue = reader.optional("to");
    const auto to = toValue ? toValue.whole(years) : lastYear;
    reader.finish();
    if (from && to && *from > *to) {
        value.fail(ErrorCode::wrongOrder, "must have from <= to");
        return std::nullopt;
    }
    return market && from && to ? std::optional(Closure{*market, *from, *to}) : std::nullopt;
}

} // namespace

std::vector<Closure> readClosures(JsonValue value, const Pack &pack, int lastYear) {
    std::vector<Closure> closures;
    if (!value || !value.expect(JsonKind::array)) {
        return closures;
    }
    if (value.size() > kMaxClosures) {
        value.fail(ErrorCode::wrongLength,
                   "must have at most 64 closures, not " + std::to_string(value.size()));
        return closures;
    }
    for (JsonValue child = value.firstChild(); child; child = child.next()) {
        if (const std::optional<Closure> closure = readClosure(child, pack, lastYear)) {
            closures.push_back(*closure);
        }
    }
    return closures;
}

} // namespace export_potential
