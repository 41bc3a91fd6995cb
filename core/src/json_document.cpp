#include "json_document.hpp"

#include "json_parser.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace export_potential {

/// Builds the tree from the events of the parser.
class JsonBuilder : public JsonEvents {
public:
    using Index = JsonDocument::Index;

    explicit JsonBuilder(JsonDocument &document) : document_(document) {
        document_.nodes_.clear();
        document_.pool_.clear();
    }

    struct Fault {
        Index node;
        ErrorCode code;
    };
    const std::vector<Fault> &faults() const { return faults_; }

    void null() override { append(JsonKind::null); }
    void boolean() override { append(JsonKind::boolean); }
    void number(double value) override {
        const bool finite = std::isfinite(value);
        const Index node = append(finite ? JsonKind::number : JsonKind::unusable);
        if (node == JsonDocument::kNone) {
            return;
        }
        if (finite) {
            document_.nodes_[node].number = value;
        } else {
            faults_.push_back({node, ErrorCode::notFinite});
        }
    }
    void string(std::string_view value) override {
        const Index node = append(JsonKind::string);
        if (node != JsonDocument::kNone) {
            auto &target = document_.nodes_[node];
            store(value, target.textBegin, target.textSize);
        }
    }
    void key(std::string_view value) override {
        if (tooDeep_ == 0) {
            store(value, keyBegin_, keySize_);
        }
    }
    void beginObject() override { open(JsonKind::object); }
    void beginArray() override { open(JsonKind::array); }
    void endObject() override {
        if (tooDeep_ == 0) {
            dropDuplicates(open_.back().node);
        }
        close();
    }
    void endArray() override { close(); }

private:
    struct Open {
        Index node;
        Index lastChild;
    };

    void store(std::string_view text, std::uint32_t &begin, std::uint32_t &size) {
        begin = static_cast<std::uint32_t>(document_.pool_.size());
        size = static_cast<std::uint32_t>(text.size());
        document_.pool_ += text;
    }

    Index append(JsonKind kind) {
        if (tooDeep_ > 0) {
            return JsonDocument::kNone;
        }
        auto &nodes = document_.nodes_;
        const Index index = static_cast<Index>(nodes.size());
        JsonDocument::Node node;
        node.kind = kind;
        if (!open_.empty()) {
            Open &parent = open_.back();
            node.parent = parent.node;
            node.place = nodes[parent.node].size++;
            if (nodes[parent.node].kind == JsonKind::object) {
                node.keyBegin = keyBegin_;
                node.keySize = keySize_;
            }
            if (parent.lastChild == JsonDocument::kNone) {
                nodes[parent.node].firstChild = index;
            } else {
                nodes[parent.lastChild].next = index;
            }
            parent.lastChild = index;
        }
        nodes.push_back(node);
        return index;
    }

    void open(JsonKind kind) {
        if (tooDeep_ > 0) {
            ++tooDeep_;
        } else if (open_.size() == JsonDocument::kMaxDepth) {
            faults_.push_back({append(JsonKind::unusable), ErrorCode::tooDeep});
            tooDeep_ = 1;
        } else {
            open_.push_back({append(kind), JsonDocument::kNone});
        }
    }

    void close() {
        if (tooDeep_ > 0) {
            --tooDeep_;
        } else {
            open_.pop_back();
        }
    }

    // Sorted rather than compared pair by pair: a megabyte holds a hundred thousand keys.
    void dropDuplicates(Index object) {
        auto &nodes = document_.nodes_;
        std::vector<Index> members;
        for (Index i = nodes[object].firstChild; i != JsonDocument::kNone; i = nodes[i].next) {
            members.push_back(i);
        }
        std::sort(members.begin(), members.end(), [this](Index a, Index b) {
            const int order = document_.key(a).compare(document_.key(b));
            return order != 0 ? order < 0 : a < b;
        });
        std::vector<Index> duplicates;
        for (std::size_t i = 1; i < members.size(); ++i) {
            if (document_.key(members[i]) == document_.key(members[i - 1])) {
                duplicates.push_back(members[i]);
                faults_.push_back({members[i], ErrorCode::duplicateKey});
            }
        }
        if (duplicates.empty()) {
            return;
        }
        std::sort(duplicates.begin(), duplicates.end());
        // The first member is never a duplicate, so the list keeps its head.
        Index last = nodes[object].firstChild;
        for (Index i = nodes[last].next; i != JsonDocument::kNone; i = nodes[i].next) {
            if (!std::binary_search(duplicates.begin(), duplicates.end(), i)) {
                nodes[last].next = i;
                last = i;
            }
        }
        nodes[last].next = JsonDocument::kNone;
        nodes[object].size -= static_cast<std::uint32_t>(duplicates.size());
    }

    JsonDocument &document_;
    std::vector<Open> open_;
    std::size_t tooDeep_ = 0; ///< open containers below the deepest level that is kept
    std::uint32_t keyBegin_ = 0;
    std::uint32_t keySize_ = 0;
    std::vector<Fault> faults_;
};

namespace {

std::string placeText(std::string_view text, std::size_t bytesRead) {
    std::size_t line = 1;
    std::size_t column = 0;
    for (const char c : text.substr(0, bytesRead)) {
        if (c == '\n') {
            ++line;
            column = 0;
        } else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) {
            ++column; // characters, not bytes
        }
    }
    return "line " + std::to_string(line) + ", column " +
           std::to_string(std::max<std::size_t>(column, 1));
}

std::string faultMessage(ErrorCode code, const std::string &name) {
    if (code == ErrorCode::duplicateKey) {
        return name + " is given twice; each key may stand once in an object";
    }
    if (code == ErrorCode::tooDeep) {
        return name + " is nested too deep; objects and arrays may be nested " +
               std::to_string(JsonDocument::kMaxDepth) + " deep";
    }
    return name + " must be a finite number, at most about 1.8e308 in size";
}

} // namespace

bool JsonDocument::parse(std::string_view text, ErrorList &errors) {
    if (text.size() > kMaxBytes) {
        errors.add(0, ErrorCode::tooLarge, rootPath_,
                   "the document has " + std::to_string(text.size()) +
                       " bytes; the limit is 1 MiB (" + std::to_string(kMaxBytes) + " bytes)");
        return false;
    }
    JsonBuilder builder(*this);
    const JsonSyntaxFault fault = parseJson(text, builder);
    for (const JsonBuilder::Fault &found : builder.faults()) {
        if (errors.full()) {
            errors.add(found.node, found.code, {}, {});
        } else {
            errors.add(found.node, found.code, path(found.node),
                       faultMessage(found.code, name(found.node)));
        }
    }
    if (fault) {
        errors.add(nodes_.size(), ErrorCode::jsonSyntax, rootPath_,
                   "not valid JSON at " + placeText(text, fault.read) + ": " +
                       std::string(fault.reason));
        return false;
    }
    return true;
}

std::string_view JsonDocument::key(Index index) const {
    return std::string_view(pool_).substr(nodes_[index].keyBegin, nodes_[index].keySize);
}

std::string_view JsonDocument::text(Index index) const {
    return std::string_view(pool_).substr(nodes_[index].textBegin, nodes_[index].textSize);
}

std::string JsonDocument::path(Index index) const {
    const Node &node = nodes_[index];
    if (node.parent == kNone) {
        return rootPath_;
    }
    std::string pointer = path(node.parent);
    if (nodes_[node.parent].kind == JsonKind::array) {
        pointer += '/' + std::to_string(node.place);
    } else {
        appendPointerToken(pointer, key(index));
    }
    return pointer;
}

std::string JsonDocument::name(Index index) const {
    const Node &node = nodes_[index];
    if (node.parent == kNone) {
        return rootPath_.empty()
                   ? "the document"
                   : printable(std::string_view(rootPath_).substr(rootPath_.rfind('/') + 1));
    }
    if (nodes_[node.parent].kind == JsonKind::array) {
        return name(node.parent) + '[' + std::to_string(node.place) + ']';
    }
    return printable(key(index));
}

std::string printable(std::string_view text) {
    constexpr std::size_t kLongest = 60;
    std::string shown(text.substr(0, kLongest));
    if (text.size() > kLongest) {
        // Not in the middle of a UTF-8 sequence.
        while (!shown.empty() && (static_cast<unsigned char>(text[shown.size()]) & 0xc0) == 0x80) {
            shown.pop_back();
        }
        shown += "...";
    }
    for (char &c : shown) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            c = '?';
        }
    }
    return shown.empty() ? "\"\"" : shown;
}

std::string_view jsonKindName(JsonKind kind) {
    switch (kind) {
    case JsonKind::null:
        return "null";
    case JsonKind::boolean:
        return "true or false";
    case JsonKind::number:
        return "a number";
    case JsonKind::string:
        return "a string";
    case JsonKind::array:
        return "an array";
    case JsonKind::object:
        return "an object";
    case JsonKind::unusable:
        break;
    }
    return "a faulty value";
}

void appendPointerToken(std::string &pointer, std::string_view token) {
    pointer += '/';
    for (const char c : token) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
}

} // namespace export_potential
