#include "json_parser.hpp"

#include "decimal.hpp"

#include <cstdint>
#include <optional>

namespace export_potential {

namespace {

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

void appendUtf8(std::string &text, std::uint32_t code) {
    const auto tail = [&](int shift) {
        text += static_cast<char>(0x80 | ((code >> shift) & 0x3f));
    };
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xc0 | (code >> 6));
        tail(0);
    } else if (code < 0x10000) {
        text += static_cast<char>(0xe0 | (code >> 12));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xf0 | (code >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

class Parser {
public:
    Parser(std::string_view text, JsonEvents &events) : text_(text), events_(events) {}

    JsonSyntaxFault run() {
        constexpr std::string_view kMark = "\xef\xbb\xbf";
        at_ = text_.starts_with(kMark) ? kMark.size() : 0;
        do {
            if (!value()) {
                return fault_;
            }
        } while (!open_.empty());
        skipBlanks();
        if (at_ < text_.size()) {
            fail("nothing may follow the value");
        }
        return fault_;
    }

private:
    /// Reads a value, or begins one with members, and what ends after it up to the next value.
    bool value() {
        skipBlanks();
        switch (peek()) {
        case '{':
            return open('{');
        case '[':
            return open('[');
        case '"':
            if (!string()) {
                return false;
            }
            events_.string(token_);
            break;
        case 't':
            if (!literal("true")) {
                return false;
            }
            events_.boolean();
            break;
        case 'f':
            if (!literal("false")) {
                return false;
            }
            events_.boolean();
            break;
        case 'n':
            if (!literal("null")) {
                return false;
            }
            events_.null();
            break;
        default:
            if (!number()) {
                return false;
            }
        }
        return afterValue();
    }

    bool open(char bracket) {
        ++at_;
        open_ += bracket;
        if (bracket == '{') {
            events_.beginObject();
        } else {
            events_.beginArray();
        }
        skipBlanks();
        if (peek() == (bracket == '{' ? '}' : ']')) {
            close();
            return afterValue();
        }
        return bracket == '[' || key();
    }

    void close() {
        ++at_;
        if (open_.back() == '{') {
            events_.endObject();
        } else {
            events_.endArray();
        }
        open_.pop_back();
    }

    /// Goes on to the next value of what is open, ending what ends here.
    bool afterValue() {
        while (!open_.empty()) {
            skipBlanks();
            const bool object = open_.back() == '{';
            if (peek() == ',') {
                ++at_;
                skipBlanks();
                return !object || key();
            }
            if (peek() != (object ? '}' : ']')) {
                return fail(object ? "expected a comma or }" : "expected a comma or ]");
            }
            close();
        }
        return true;
    }

    bool key() {
        if (peek() != '"') {
            return fail("expected a key in double quotes");
        }
        if (!string()) {
            return false;
        }
        events_.key(token_);
        skipBlanks();
        if (peek() != ':') {
            return fail("expected a colon");
        }
        ++at_;
        return true;
    }

    bool literal(std::string_view word) {
        for (const char c : word) {
            if (peek() != c) {
                return fail("invalid literal");
            }
            ++at_;
        }
        return true;
    }

    bool number() {
        const std::size_t begin = at_;
        if (peek() == '-') {
            ++at_;
        }
        if (!isDigit(peek())) {
            return fail(at_ == begin ? "expected a value" : "invalid number");
        }
        if (peek() == '0') {
            ++at_;
        } else {
            skipDigits();
        }
        if (peek() == '.') {
            ++at_;
            if (!skipDigits()) {
                return fail("invalid number");
            }
        }
        if (peek() == 'e' || peek() == 'E') {
            ++at_;
            if (peek() == '+' || peek() == '-') {
                ++at_;
            }
            if (!skipDigits()) {
                return fail("invalid number");
            }
        }
        events_.number(parseDecimal(text_.substr(begin, at_ - begin)));
        return true;
    }

    /// Reads a string into token_.
    bool string() {
        token_.clear();
        ++at_;
        while (true) {
            const std::string_view rest = text_.substr(at_);
            if (rest.empty()) {
                return fail("a string does not end");
            }
            const char c = rest.front();
            if (c == '"') {
                ++at_;
                return true;
            }
            if (c == '\\') {
                if (!escape()) {
                    return false;
                }
                continue;
            }
            const std::size_t length = utf8SequenceLength(rest);
            if (length == 0) {
                return fail("invalid string: ill-formed UTF-8");
            }
            if (c >= 0 && c < ' ') {
                return fail("invalid string: a control character must be escaped");
            }
            token_ += rest.substr(0, length);
            at_ += length;
        }
    }

    bool escape() {
        ++at_;
        const char c = peek();
        constexpr std::string_view kLetters = "\"\\/bfnrt";
        constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
        if (const std::size_t found = kLetters.find(c);
            at_ < text_.size() && found != std::string_view::npos) {
            ++at_;
            token_ += kMeanings[found];
            return true;
        }
        if (c != 'u') {
            return fail("invalid string: unknown escape");
        }
        ++at_;
        auto code = hexadecimal();
        if (!code) {
            return false;
        }
        constexpr std::uint32_t kHigh = 0xd800;
        constexpr std::uint32_t kLow = 0xdc00;
        constexpr std::uint32_t kEnd = 0xe000;
        if (*code >= kHigh && *code < kLow) {
            if (text_.substr(at_, 2) != "\\u") {
                return fail("invalid string: half of a surrogate pair");
            }
            at_ += 2;
            const auto low = hexadecimal();
            if (!low) {
                return false;
            }
            if (*low < kLow || *low >= kEnd) {
                return fail("invalid string: half of a surrogate pair");
            }
            code = 0x10000 + ((*code - kHigh) << 10) + (*low - kLow);
        } else if (*code >= kLow && *code < kEnd) {
            return fail("invalid string: half of a surrogate pair");
        }
        appendUtf8(token_, *code);
        return true;
    }

    std::optional<std::uint32_t> hexadecimal() {
        std::uint32_t code = 0;
        for (int i = 0; i < 4; ++i) {
            const char c = peek();
            const char small = static_cast<char>(c | 0x20);
            if (isDigit(c)) {
                code = code * 16 + static_cast<std::uint32_t>(c - '0');
            } else if (small >= 'a' && small <= 'f') {
                code = code * 16 + static_cast<std::uint32_t>(small - 'a' + 10);
            } else {
                fail("invalid string: \\u needs four hexadecimal digits");
                return std::nullopt;
            }
            ++at_;
        }
        return code;
    }

    /// The next byte, 0 at the end, which no place allows.
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    bool skipDigits() {
        const std::size_t begin = at_;
        while (isDigit(peek())) {
            ++at_;
        }
        return at_ > begin;
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            ++at_;
        }
    }

    bool fail(std::string_view reason) {
        const bool end = at_ >= text_.size();
        fault_ = {end ? "unexpected end" : reason, end ? text_.size() : at_ + 1};
        return false;
    }

    std::string_view text_;
    JsonEvents &events_;
    std::size_t at_ = 0;
    std::string open_;  ///< brackets of what is not ended yet
    std::string token_; ///< the string last read
    JsonSyntaxFault fault_;
};

} // namespace

JsonSyntaxFault parseJson(std::string_view text, JsonEvents &events) {
    return Parser(text, events).run();
}

std::size_t utf8SequenceLength(std::string_view text) {
    const auto byte = [text](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80) {
        return 1;
    }
    const std::size_t length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (length == 0 || lead > 0xf4) {
        return 0;
    }
    // Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
    const unsigned lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    const unsigned highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (byte(1) < lowest || byte(1) > highest) {
        return 0;
    }
    for (std::size_t i = 2; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80) {
            return 0;
        }
    }
    return length;
}

} // namespace export_potential
