#pragma once

#include "error_list.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace export_potential {

/// The JSON types, and `unusable` for a value whose fault has been reported: readers pass over it.
enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object, unusable };

/// "a number", "an object" and so on.
std::string_view jsonKindName(JsonKind kind);

/// A piece of the input as a message may repeat it: at most a line, without control characters.
std::string printable(std::string_view text);

/// Appends "/" and the token as RFC 6901 escapes it.
void appendPointerToken(std::string &pointer, std::string_view token);

/// A JSON text (RFC 8259) as a tree that knows where each value stands. Integers and fractions are
/// doubles. Members keep the order of the text; of a key given twice the first is kept.
class JsonDocument {
public:
    using Index = std::uint32_t;

    static constexpr Index kRoot = 0;
    static constexpr Index kNone = 0xffff'ffff;
    static constexpr std::size_t kMaxBytes = 1 << 20;
    static constexpr std::size_t kMaxDepth = 64;

    struct Node {
        double number = 0;
        Index parent = kNone;
        Index firstChild = kNone;
        Index next = kNone;
        std::uint32_t size = 0;  ///< children
        std::uint32_t place = 0; ///< position among the parent's children
        std::uint32_t keyBegin = 0;
        std::uint32_t keySize = 0;
        std::uint32_t textBegin = 0;
        std::uint32_t textSize = 0;
        JsonKind kind = JsonKind::null;
    };

    /// rootPath stands before every path, for a text that is part of a larger document.
    explicit JsonDocument(std::string rootPath = {}) : rootPath_(std::move(rootPath)) {}

    /// Reads the text. False when it is no JSON or too large, so that there is nothing to decode;
    /// other faults are reported too and leave `unusable` values behind. A leading byte order mark
    /// is passed over.
    bool parse(std::string_view text, ErrorList &errors);

    /// Values in the order of the text.
    std::size_t size() const { return nodes_.size(); }
    const Node &node(Index index) const { return nodes_[index]; }
    std::string_view key(Index index) const;
    std::string_view text(Index index) const;
    std::string path(Index index) const;

    /// How a sentence names the value: its key, or "list[2]" for an element.
    std::string name(Index index) const;

private:
    friend class JsonBuilder;

    std::string rootPath_;
    std::vector<Node> nodes_;
    std::string pool_; ///< keys and strings, unescaped
};

} // namespace export_potential
