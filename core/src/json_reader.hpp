#pragma once

#include "json_document.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace export_potential {

/// Allowed values of a number. An open end excludes the bound.
struct Range {
    double min;
    double max;
    bool openMin = false;
    bool openMax = false;

    bool contains(double x) const {
        return (openMin ? x > min : x >= min) && (openMax ? x < max : x <= max);
    }
    /// "from 0 to 1", "above 0 and at most 0.5", ...
    std::string text() const;
};

/// The shortest decimal text that reads back as the same number; whole numbers below 1e15 in full.
std::string formatNumber(double value);

using Names = std::vector<std::string>;

/// "a, b or c".
std::string listNames(const Names &names);

/// The name with the fewest letters to change, add or drop; "" for an empty list.
std::string_view nearestName(std::string_view name, const Names &names);

/// A place in a document from which typed values are read. A read that fails reports why and gives
/// nothing. Reads of an absent value give nothing and report nothing, so that
/// `object.optional("x").number(range)` says all there is to say.
class JsonValue {
public:
    /// An absent value.
    JsonValue() = default;
    JsonValue(const JsonDocument &document, ErrorList &errors,
              JsonDocument::Index index = JsonDocument::kRoot)
        : document_(&document), errors_(&errors), index_(index) {}

    explicit operator bool() const { return document_ != nullptr; }

    bool is(JsonKind kind) const { return document_ && node().kind == kind; }
    /// Reports wrongType unless the value is of the kind, absent or unusable.
    bool expect(JsonKind kind) const;

    /// The number; only of a value that is one.
    double asNumber() const { return node().number; }

    std::optional<double> number(const Range &range) const;
    std::optional<int> whole(const Range &range) const;
    /// Like whole, for numbers up to 2^53.
    std::optional<double> wholeNumber(const Range &range) const;
    /// A string of at least one character. It lives as long as the document.
    std::optional<std::string_view> string() const;
    /// A string that is one of the names: its place among them.
    std::optional<std::size_t> oneOf(const Names &names) const;

    /// Members or elements.
    std::size_t size() const { return document_ ? node().size : 0; }
    JsonValue firstChild() const { return child(node().firstChild); }
    JsonValue next() const { return child(node().next); }
    std::string_view key() const { return document_->key(index_); }
    /// How a sentence names the value.
    std::string name() const { return document_->name(index_); }

    const JsonDocument &document() const { return *document_; }

    /// Reports a fault of this value; the sentence is its name followed by the text.
    void fail(ErrorCode code, std::string_view text) const;
    /// Reports a fault of a member that is not there.
    void failMember(std::string_view member, ErrorCode code, std::string_view text) const;
    /// Reports that the value's key is none of the names: unknownKey or unknownName.
    void failKey(ErrorCode code, const Names &names) const;

private:
    const JsonDocument::Node &node() const { return document_->node(index_); }
    JsonValue child(JsonDocument::Index index) const {
        return index == JsonDocument::kNone ? JsonValue() : JsonValue(*document_, *errors_, index);
    }

    const JsonDocument *document_ = nullptr;
    ErrorList *errors_ = nullptr;
    JsonDocument::Index index_ = 0;
};

/// Reads the members of an object by key and reports the ones that nobody asked for. Of something
/// else than an object every member is absent.
class ObjectReader {
public:
    explicit ObjectReader(JsonValue value);

    /// The member; reports missingKey when there is none.
    JsonValue required(std::string_view key) { return member(key, true); }
    JsonValue optional(std::string_view key) { return member(key, false); }
    JsonValue member(std::string_view key, bool required);

    /// Reports every member that has not been asked for: unknownKey, or unknownName in an object
    /// whose keys are identifiers.
    void finish(ErrorCode code = ErrorCode::unknownKey) const;

    /// The object, or an absent value.
    JsonValue value() const { return value_; }

private:
    JsonValue value_;
    Names known_;
};

/// Reads "schema", the version of the format. False when it is another one, so that the rest means
/// nothing.
bool readSchema(ObjectReader &reader);

/// Reads an object of shares by name, each from 0 to 1, that sum to 1 within 1e-6; then scales them
/// to sum to 1. A name left out has share 0. Gives one share for each name, or nothing on a fault
/// or, silently, when there are no names because their own place was at fault.
std::optional<std::vector<double>> readShares(JsonValue value, const Names &names);

/// How far a sum of shares may lie from what it must be.
inline constexpr double kSumTolerance = 1e-6;

} // namespace export_potential
