#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace export_potential {

/// What kind of fault was found. `errorCodeName` gives the text that other programs see.
enum class ErrorCode {
    jsonSyntax,        ///< the text is not JSON (RFC 8259); the message names line and column
    tooLarge,          ///< the text is longer than 1 MiB
    tooDeep,           ///< objects and arrays are nested more than 64 deep
    duplicateKey,      ///< an object holds the same key twice
    unknownKey,        ///< an object holds a key that means nothing here
    missingKey,        ///< a required key is absent
    wrongType,         ///< the value has another JSON type than the one required
    notFinite,         ///< a number is too large for a double
    outOfRange,        ///< a number or a count lies outside the allowed range
    wrongSum,          ///< shares do not sum to what they must sum to
    wrongOrder,        ///< values that must be in order are not (min <= mode <= max, from <= to)
    wrongLength,       ///< an array has the wrong number of elements
    notPowerOfTwo,     ///< a count of draws is not a power of two; the message names the nearest
    unknownName,       ///< a name refers to nothing in the pack or the model
    unsupportedSchema, ///< the schema version is not one that this program reads
    conflict,          ///< two values that must agree do not
    usage,             ///< a command line or call that means nothing
    unreadable,        ///< a file that cannot be read
    internal,          ///< a fault of this program, never of the input
};

/// The stable text of a code, such as "out_of_range".
std::string_view errorCodeName(ErrorCode code);

/// One fault: its kind, the place as a JSON Pointer (RFC 6901; "" is the whole document) and one
/// sentence that names what is allowed.
struct Error {
    ErrorCode code;
    std::string path;
    std::string message;
};

using Errors = std::vector<Error>;

/// Either a value or at least one error. Nothing in the library throws.
template <class T>
class Result {
public:
    Result(T value) : value_(std::move(value)) {}
    Result(Errors errors) : errors_(std::move(errors)) { assert(!errors_.empty()); }
    Result(Error error) { errors_.push_back(std::move(error)); }

    explicit operator bool() const { return value_.has_value(); }

    /// The value; only when the result holds one.
    T &value() { return *value_; }
    const T &value() const { return *value_; }

    /// Every fault found, in document order; empty when there is a value.
    const Errors &errors() const { return errors_; }

private:
    std::optional<T> value_;
    Errors errors_;
};

} // namespace export_potential
