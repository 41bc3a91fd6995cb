#include "json_writer.hpp"

#include "export_potential/utf8.hpp"

#include <nlohmann/detail/conversions/to_chars.hpp>

#include <array>
#include <cmath>
#include <cstddef>

namespace export_potential {

namespace {

/// How a character that may not stand in a string is written, or "".
std::string_view shortEscape(char c) {
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\b':
        return "\\b";
    case '\f':
        return "\\f";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return {};
    }
}

} // namespace

void appendJsonNumber(std::string &text, double value) {
    if (!std::isfinite(value)) {
        text += "null";
        return;
    }
    // Not std::to_chars: its tables for doubles would be half of the module that visitors download.
    std::array<char, 64> digits; // NOLINT(*-member-init)
    const char *const end =
        nlohmann::detail::to_chars(digits.data(), digits.data() + digits.size(), value);
    text += std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

void JsonWriter::key(std::string_view name) {
    separate();
    appendString(name);
    text_ += ':';
    afterValue_ = false;
}

void JsonWriter::value(double number) {
    separate();
    appendJsonNumber(text_, number);
}

void JsonWriter::value(std::string_view text) {
    separate();
    appendString(text);
}

void JsonWriter::value(std::span<const double> numbers) {
    beginArray();
    for (const double number : numbers) {
        value(number);
    }
    endArray();
}

void JsonWriter::begin(char bracket) {
    separate();
    text_ += bracket;
    afterValue_ = false;
}

void JsonWriter::end(char bracket) {
    text_ += bracket;
    afterValue_ = true;
}

void JsonWriter::literal(std::string_view word) {
    separate();
    text_ += word;
}

void JsonWriter::integer(std::int64_t whole) {
    separate();
    text_ += std::to_string(whole);
}

void JsonWriter::separate() {
    if (afterValue_) {
        text_ += ',';
    }
    afterValue_ = true;
}

void JsonWriter::appendString(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    text_ += '"';
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        const char c = text.front();
        if (length == 0) {
            text_ += "\xef\xbf\xbd"; // U+FFFD, the replacement character
        } else if (const std::string_view escape = shortEscape(c); !escape.empty()) {
            text_ += escape;
        } else if (c >= 0 && c < ' ') {
            text_ += "\\u00";
            text_ += kDigits[static_cast<std::size_t>(c) >> 4];
            text_ += kDigits[static_cast<std::size_t>(c) & 15];
        } else {
            text_ += text.substr(0, length);
        }
        text.remove_prefix(length == 0 ? 1 : length);
    }
    text_ += '"';
}

} // namespace export_potential
