#include "json_reader.hpp"

#include "json_writer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace export_potential {

namespace {

/// Longer lists of names do not fit in a sentence; the nearest name is given instead.
constexpr std::size_t kLongestList = 12;

std::string namesHint(std::string_view name, const Names &names) {
    if (names.size() <= kLongestList) {
        return names.empty() ? "no name is allowed here" : "allowed: " + listNames(names);
    }
    return "the nearest is " + std::string(nearestName(name, names));
}

} // namespace

std::string formatNumber(double value) {
    constexpr double kLargestWhole = 9007199254740992; // 2^53
    if (value == std::trunc(value) && std::fabs(value) <= kLargestWhole) {
        return std::to_string(static_cast<std::int64_t>(value));
    }
    if (std::isinf(value)) {
        return value > 0 ? "infinity" : "minus infinity";
    }
    std::string text;
    appendJsonNumber(text, value);
    return text;
}

std::string Range::text() const {
    const std::string low = formatNumber(min);
    const std::string high = formatNumber(max);
    if (openMin) {
        return "above " + low + (openMax ? " and below " : " and at most ") + high;
    }
    return openMax ? "at least " + low + " and below " + high : "from " + low + " to " + high;
}

std::string listNames(const Names &names) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) {
            list += i + 1 == names.size() ? " or " : ", ";
        }
        list += names[i];
    }
    return list;
}

std::string_view nearestName(std::string_view name, const Names &names) {
    constexpr std::size_t kLongest = 64; // names are shorter; bounds the work on hostile input
    name = name.substr(0, kLongest);
    std::string_view best;
    std::size_t bestDistance = SIZE_MAX;
    std::vector<std::size_t> row(name.size() + 1);
    for (const std::string &whole : names) {
        const std::string_view candidate = std::string_view(whole).substr(0, kLongest);
        // Levenshtein distance, one row at a time.
        for (std::size_t j = 0; j < row.size(); ++j) {
            row[j] = j;
        }
        for (std::size_t i = 0; i < candidate.size(); ++i) {
            std::size_t diagonal = row[0];
            row[0] = i + 1;
            for (std::size_t j = 0; j < name.size(); ++j) {
                const std::size_t changed = diagonal + (candidate[i] == name[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = std::min({changed, diagonal + 1, row[j] + 1});
            }
        }
        if (row.back() < bestDistance) {
            bestDistance = row.back();
            best = whole;
        }
    }
    return best;
}

void JsonValue::fail(ErrorCode code, std::string_view text) const {
    if (errors_->full()) {
        errors_->add(index_, code, {}, {});
        return;
    }
    errors_->add(index_, code, document_->path(index_), name() + ' ' + std::string(text));
}

void JsonValue::failMember(std::string_view member, ErrorCode code, std::string_view text) const {
    if (errors_->full()) {
        errors_->add(index_, code, {}, {});
        return;
    }
    std::string path = document_->path(index_);
    appendPointerToken(path, member);
    errors_->add(index_, code, std::move(path), printable(member) + ' ' + std::string(text));
}

void JsonValue::failKey(ErrorCode code, const Names &names) const {
    if (errors_->full()) {
        fail(code, {});
        return;
    }
    fail(code, (code == ErrorCode::unknownKey ? "is not a key of this object; "
                                              : "is not a known name; ") +
                   namesHint(key(), names));
}

bool JsonValue::expect(JsonKind kind) const {
    if (!document_ || node().kind == JsonKind::unusable) {
        return false;
    }
    if (node().kind != kind) {
        fail(ErrorCode::wrongType, "must be " + std::string(jsonKindName(kind)) + ", not " +
                                       std::string(jsonKindName(node().kind)));
        return false;
    }
    return true;
}

std::optional<double> JsonValue::number(const Range &range) const {
    if (!expect(JsonKind::number)) {
        return std::nullopt;
    }
    const double value = node().number;
    if (!range.contains(value)) {
        fail(ErrorCode::outOfRange, "must be " + range.text() + ", not " + formatNumber(value));
        return std::nullopt;
    }
    return value;
}

std::optional<double> JsonValue::wholeNumber(const Range &range) const {
    if (!expect(JsonKind::number)) {
        return std::nullopt;
    }
    const double value = node().number;
    const bool whole = std::trunc(value) == value;
    if (!whole || !range.contains(value)) {
        fail(whole ? ErrorCode::outOfRange : ErrorCode::wrongType,
             "must be a whole number " + range.text() + ", not " + formatNumber(value));
        return std::nullopt;
    }
    return value;
}

std::optional<int> JsonValue::whole(const Range &range) const {
    const std::optional<double> value = wholeNumber(range);
    return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
}

std::optional<std::string_view> JsonValue::string() const {
    if (!expect(JsonKind::string)) {
        return std::nullopt;
    }
    const std::string_view text = document_->text(index_);
    if (text.empty()) {
        fail(ErrorCode::outOfRange, "must not be empty");
        return std::nullopt;
    }
    return text;
}

std::optional<std::size_t> JsonValue::oneOf(const Names &names) const {
    if (!expect(JsonKind::string)) {
        return std::nullopt;
    }
    const std::string_view text = document_->text(index_);
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) {
        if (errors_->full()) {
            fail(ErrorCode::unknownName, {});
            return std::nullopt;
        }
        const std::string shown = text.empty() ? "empty" : '"' + printable(text) + '"';
        fail(ErrorCode::unknownName,
             "is " + shown + ", which is not a known name; " + namesHint(text, names));
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - names.begin());
}

ObjectReader::ObjectReader(JsonValue value) {
    if (value.expect(JsonKind::object)) {
        value_ = value;
    }
}

JsonValue ObjectReader::member(std::string_view key, bool required) {
    if (!value_) {
        return {};
    }
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) {
        known_.emplace_back(key);
    }
    for (JsonValue child = value_.firstChild(); child; child = child.next()) {
        if (child.key() == key) {
            return child;
        }
    }
    if (required) {
        value_.failMember(key, ErrorCode::missingKey, "is missing from " + value_.name());
    }
    return {};
}

void ObjectReader::finish(ErrorCode code) const {
    if (!value_) {
        return;
    }
    for (JsonValue child = value_.firstChild(); child; child = child.next()) {
        if (std::find(known_.begin(), known_.end(), child.key()) == known_.end()) {
            child.failKey(code, known_);
        }
    }
}

bool readSchema(ObjectReader &reader) {
    const JsonValue schema = reader.required("schema");
    if (schema.expect(JsonKind::number) && schema.asNumber() != 1) {
        schema.fail(ErrorCode::unsupportedSchema, "must be 1, the only version that can be read");
        return false;
    }
    return true;
}

std::optional<std::vector<double>> readShares(JsonValue value, const Names &names) {
    if (!value.expect(JsonKind::object) || names.empty()) {
        return std::nullopt;
    }
    std::vector<double> shares(names.size());
    double sum = 0;
    bool good = true;
    for (JsonValue child = value.firstChild(); child; child = child.next()) {
        const auto found = std::find(names.begin(), names.end(), child.key());
        const std::optional<double> share = child.number({0, 1});
        if (found == names.end()) {
            child.failKey(ErrorCode::unknownName, names);
        } else if (share) {
            shares[static_cast<std::size_t>(found - names.begin())] = *share;
            sum += *share;
        }
        good = good && share && found != names.end();
    }
    if (!good) {
        return std::nullopt;
    }
    if (std::abs(sum - 1) > kSumTolerance) {
        value.fail(ErrorCode::wrongSum, "must sum to 1; the sum is " + formatNumber(sum));
        return std::nullopt;
    }
    for (double &share : shares) {
        share /= sum;
    }
    return shares;
}

} // namespace export_potential
