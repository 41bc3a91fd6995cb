#include "pack_provenance.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace export_potential {

namespace {

constexpr std::size_t kMaxSources = 500;

bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// "ur", "zh-Hans": what is needed of BCP 47.
bool isLanguageTag(std::string_view tag) {
    const std::size_t hyphen = std::min(tag.find('-'), tag.size());
    if (hyphen < 2 || hyphen > 3 || hyphen + 1 == tag.size() ||
        !std::all_of(tag.begin(), tag.begin() + static_cast<std::ptrdiff_t>(hyphen), isLower)) {
        return false;
    }
    return std::all_of(tag.begin() + static_cast<std::ptrdiff_t>(hyphen), tag.end(), [](char c) {
        return isLower(c) || isDigit(c) || (c >= 'A' && c <= 'Z') || c == '-';
    });
}

/// The number written in the digits, or -1.
int digits(std::string_view text) {
    int number = 0;
    for (const char c : text) {
        if (!isDigit(c)) {
            return -1;
        }
        number = 10 * number + (c - '0');
    }
    return number;
}

/// "2025", "2025-07" or "2025-07-31", and a day that exists.
bool isDate(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) {
        return false;
    }
    const int year = digits(text.substr(0, 4));
    if (year < 1) {
        return false;
    }
    if (text.size() == 4) {
        return true;
    }
    const int month = digits(text.substr(5, 2));
    if (text[4] != '-' || month < 1 || month > 12) {
        return false;
    }
    if (text.size() == 7) {
        return true;
    }
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const int day = digits(text.substr(8));
    return text[7] == '-' && day >= 1 && day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

void readSource(JsonValue value) {
    ObjectReader reader(value);
    reader.required("title").string();
    reader.required("publisher").string();
    const JsonValue urlValue = reader.required("url");
    if (const auto url = urlValue.string();
        url && !url->starts_with("https://") && !url->starts_with("http://")) {
        urlValue.fail(ErrorCode::outOfRange, "must begin with https:// or http://");
    }
    const JsonValue dateValue = reader.required("date");
    if (const auto date = dateValue.string(); date && !isDate(*date)) {
        dateValue.fail(ErrorCode::outOfRange, "must be a date: YYYY, YYYY-MM or YYYY-MM-DD");
    }
    reader.finish();
}

/// Reads a list of keys of sources; true when it names none.
bool readSourceList(JsonValue value, const Sources &sources) {
    if (!value.expect(JsonKind::array)) {
        return false;
    }
    std::vector<std::size_t> named;
    for (JsonValue child = value.firstChild(); child; child = child.next()) {
        if (!sources.readable) {
            child.expect(JsonKind::string);
            continue;
        }
        const std::optional<std::size_t> source = child.oneOf(sources.keys);
        if (source && std::find(named.begin(), named.end(), *source) != named.end()) {
            child.fail(ErrorCode::conflict, "names a source that the list names before");
        } else if (source) {
            named.push_back(*source);
        }
    }
    return value.size() == 0;
}

} // namespace

bool isIdentifier(std::string_view text) {
    constexpr std::size_t kLongest = 40;
    return !text.empty() && text.size() <= kLongest && isLower(text[0]) &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return isLower(c) || isDigit(c) || c == '-'; });
}

std::optional<std::string_view> readIdentifier(JsonValue value) {
    const std::optional<std::string_view> id = value.string();
    if (id && !isIdentifier(*id)) {
        value.fail(ErrorCode::outOfRange, "must be a lower-case letter followed by lower-case "
                                          "letters, digits and hyphens, at most 40 in all");
    }
    return id;
}

void readText(JsonValue value) {
    if (!value.expect(JsonKind::object)) {
        return;
    }
    bool english = false;
    for (JsonValue child = value.firstChild(); child; child = child.next()) {
        english = english || child.key() == "en";
        child.string();
        if (!isLanguageTag(child.key())) {
            child.fail(ErrorCode::unknownKey, "is not a language tag such as en or ur");
        }
    }
    if (!english) {
        value.failMember("en", ErrorCode::missingKey,
                         "is missing from " + value.name() + "; the English text is required");
    }
}

Sources readSources(JsonValue value) {
    Sources sources;
    if (!value.expect(JsonKind::object)) {
        return sources;
    }
    if (value.size() > kMaxSources) {
        value.fail(ErrorCode::wrongLength,
                   "must have at most 500 sources, not " + std::to_string(value.size()));
        return sources;
    }
    sources.readable = true;
    for (JsonValue child = value.firstChild(); child; child = child.next()) {
        sources.keys.emplace_back(child.key());
        if (child.key().empty()) {
            child.fail(ErrorCode::outOfRange, "must have a key of at least one character");
        }
        readSource(child);
    }
    return sources;
}

void readProvenance(ObjectReader &reader, const Sources &sources) {
    const bool unsourced = readSourceList(reader.required("sources"), sources);
    const JsonValue gradeValue = reader.required("grade");
    const Names grades = {"A", "A*", "B", "C", "D"};
    const std::optional<std::size_t> grade = gradeValue.oneOf(grades);
    if (unsourced && grade && grades[*grade] != "D") {
        gradeValue.fail(ErrorCode::conflict, "must be D where no source is named");
    }
    readText(reader.optional("note"));
    const JsonValue dateValue = reader.required("date");
    if (const auto date = dateValue.string(); date && (date->size() != 7 || !isDate(*date))) {
        dateValue.fail(ErrorCode::outOfRange, "must be a month: YYYY-MM");
    }
}

std::optional<double> readFigure(ObjectReader &reader, const Range &range, const Sources &sources) {
    const std::optional<double> value = reader.required("value").number(range);
    reader.required("unit").string();
    readText(reader.required("label"));
    readProvenance(reader, sources);
    return value;
}

std::optional<double> readFigure(JsonValue value, const Range &range, const Sources &sources) {
    ObjectReader reader(value);
    const std::optional<double> figure = readFigure(reader, range, sources);
    reader.finish();
    return figure;
}

void reportUnusedSources(JsonValue sources) {
    if (!sources.is(JsonKind::object) || sources.size() > kMaxSources) {
        return;
    }
    // Every list of the document, not only those that were decoded: a source is not unused because
    // the figure that names it has a fault.
    const JsonDocument &document = sources.document();
    const auto isNamed = [&document](std::string_view source) {
        for (std::size_t i = 0; i < document.size(); ++i) {
            const auto index = static_cast<JsonDocument::Index>(i);
            const JsonDocument::Index list = document.node(index).parent;
            if (document.node(index).kind == JsonKind::string && list != JsonDocument::kNone &&
                document.node(list).kind == JsonKind::array && document.key(list) == "sources" &&
                document.text(index) == source) {
                return true;
            }
        }
        return false;
    };
    for (JsonValue child = sources.firstChild(); child; child = child.next()) {
        if (!isNamed(child.key())) {
            child.fail(ErrorCode::conflict, "is a source that nothing names");
        }
    }
}

} // namespace export_potential
