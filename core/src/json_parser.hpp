#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace export_potential {

/// Hears what a JSON text holds, in its order.
class JsonEvents {
public:
    virtual void null() = 0;
    virtual void boolean() = 0;
    virtual void number(double value) = 0; ///< infinite where it is too large for a double
    virtual void string(std::string_view text) = 0;
    virtual void key(std::string_view text) = 0;
    virtual void beginObject() = 0;
    virtual void endObject() = 0;
    virtual void beginArray() = 0;
    virtual void endArray() = 0;

protected:
    ~JsonEvents() = default;
};

/// Where a text ceased to be JSON.
struct JsonSyntaxFault {
    std::string_view reason; ///< what is wrong; "" if nothing is
    std::size_t read = 0;    ///< bytes up to and with the one that was wrong

    explicit operator bool() const { return !reason.empty(); }
};

/// Reads a JSON text (RFC 8259), which may begin with a byte order mark, in UTF-8. However deep
/// values are nested, the stack of calls is not. Ends at the first fault.
JsonSyntaxFault parseJson(std::string_view text, JsonEvents &events);

/// Bytes of the well-formed UTF-8 sequence that the text begins with (The Unicode Standard, table
/// 3-7), or 0.
std::size_t utf8SequenceLength(std::string_view text);

} // namespace export_potential
