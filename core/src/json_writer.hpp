#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace export_potential {

/// Appends the shortest decimal that reads back as the same double: "0.1", "1e+30", and with a
/// point also where it is whole, "3.0". Numbers that JSON does not have are "null".
void appendJsonNumber(std::string &text, double value);

/// Writes a JSON text (RFC 8259) from front to back, without white space. Nothing is kept but the
/// text: what is begun has to be ended, and members need their keys.
class JsonWriter {
public:
    void beginObject() { begin('{'); }
    void endObject() { end('}'); }
    void beginArray() { begin('['); }
    void endArray() { end(']'); }

    /// The key of the member whose value is written next.
    void key(std::string_view name);

    void value(double number);
    void value(std::string_view text);
    void value(const char *text) { value(std::string_view(text)); }
    void value(bool truth) { literal(truth ? "true" : "false"); }
    void value(std::integral auto whole) { integer(static_cast<std::int64_t>(whole)); }
    void value(std::span<const double> numbers);
    void null() { literal("null"); }

    /// A member of an object.
    template <class Value>
    void member(std::string_view name, const Value &its) {
        key(name);
        value(its);
    }

    /// The text so far; the writer is of no use after.
    std::string take() { return std::move(text_); }

private:
    void begin(char bracket);
    void end(char bracket);
    void literal(std::string_view word);
    void integer(std::int64_t whole);
    /// Puts the comma after a value before it.
    void separate();
    void appendString(std::string_view text);

    std::string text_;
    bool afterValue_ = false;
};

} // namespace export_potential
