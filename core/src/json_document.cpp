#include "json_document.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace export_potential {

/// Builds the tree from the events of nlohmann's parser.
class JsonBuilder {
public:
    using Index = JsonDocument::Index;
    using Json = nlohmann::json;

    /// overflows: ordinals of the values that an earlier pass found too large and wrote over with
    /// null, ascending.
    JsonBuilder(JsonDocument &document, const std::vector<std::size_t> &overflows)
        : document_(document), overflows_(overflows) {
        document_.nodes_.clear();
        document_.pool_.clear();
    }

    struct Fault {
        Index node;
        ErrorCode code;
    };
    const std::vector<Fault> &faults() const { return faults_; }

    /// Where parsing ended early: number of bytes read, and why.
    std::size_t stop() const { return stop_; }
    const std::string &reason() const { return reason_; }

    /// Length of the number that ended parsing because it overflows, or 0.
    std::size_t overflowLength() const { return overflowLength_; }
    std::size_t valueCount() const { return valueCount_; }

    bool null() {
        const bool overflow = std::binary_search(overflows_.begin(), overflows_.end(), valueCount_);
        const Index node = append(overflow ? JsonKind::unusable : JsonKind::null);
        if (overflow && node != JsonDocument::kNone) {
            faults_.push_back({node, ErrorCode::notFinite});
        }
        return true;
    }
    bool boolean(bool) {
        append(JsonKind::boolean);
        return true;
    }
    bool number_integer(Json::number_integer_t value) { return number(static_cast<double>(value)); }
    bool number_unsigned(Json::number_unsigned_t value) {
        return number(static_cast<double>(value));
    }
    bool number_float(Json::number_float_t value, const std::string &) { return number(value); }
    bool string(std::string &value) {
        const Index node = append(JsonKind::string);
        if (node != JsonDocument::kNone) {
            auto &target = document_.nodes_[node];
            store(value, target.textBegin, target.textSize);
        }
        return true;
    }
    bool binary(Json::binary_t &) { return false; }
    bool key(std::string &value) {
        if (tooDeep_ == 0) {
            store(value, keyBegin_, keySize_);
        }
        return true;
    }
    bool start_object(std::size_t) { return open(JsonKind::object); }
    bool start_array(std::size_t) { return open(JsonKind::array); }
    bool end_object() {
        if (tooDeep_ == 0) {
            dropDuplicates(open_.back().node);
        }
        return close();
    }
    bool end_array() { return close(); }

    bool parse_error(std::size_t position, const std::string &token,
                     const nlohmann::detail::exception &error) {
        constexpr int kNumberOverflow = 406;
        stop_ = position;
        if (error.id == kNumberOverflow) {
            overflowLength_ = token.size();
            return false;
        }
        // "... syntax error while parsing value - invalid literal; last read: ..." What was last
        // read may be any bytes at all, so only the middle is repeated.
        const std::string_view what = error.what();
        const std::size_t dash = what.find(" - ");
        if (dash != std::string_view::npos) {
            const std::string_view tail = what.substr(dash + 3);
            reason_ = tail.substr(0, tail.find(';'));
        }
        return false;
    }

private:
    struct Open {
        Index node;
        Index lastChild;
    };

    bool number(double value) {
        const Index node = append(JsonKind::number);
        if (node != JsonDocument::kNone) {
            document_.nodes_[node].number = value;
        }
        return true;
    }

    void store(std::string_view text, std::uint32_t &begin, std::uint32_t &size) {
        begin = static_cast<std::uint32_t>(document_.pool_.size());
        size = static_cast<std::uint32_t>(text.size());
        document_.pool_ += text;
    }

    Index append(JsonKind kind) {
        ++valueCount_;
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

    bool open(JsonKind kind) {
        if (tooDeep_ > 0) {
            ++valueCount_;
            ++tooDeep_;
        } else if (open_.size() == JsonDocument::kMaxDepth) {
            faults_.push_back({append(JsonKind::unusable), ErrorCode::tooDeep});
            tooDeep_ = 1;
        } else {
            open_.push_back({append(kind), JsonDocument::kNone});
        }
        return true;
    }

    bool close() {
        if (tooDeep_ > 0) {
            --tooDeep_;
        } else {
            open_.pop_back();
        }
        return true;
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
        std::vector<bool> isDuplicate(members.size()); // [place]
        std::uint32_t duplicates = 0;
        for (std::size_t i = 1; i < members.size(); ++i) {
            if (document_.key(members[i]) == document_.key(members[i - 1])) {
                isDuplicate[nodes[members[i]].place] = true;
                ++duplicates;
                faults_.push_back({members[i], ErrorCode::duplicateKey});
            }
        }
        if (duplicates == 0) {
            return;
        }
        // The first member is never a duplicate, so the list keeps its head.
        Index last = nodes[object].firstChild;
        for (Index i = nodes[last].next; i != JsonDocument::kNone; i = nodes[i].next) {
            if (!isDuplicate[nodes[i].place]) {
                nodes[last].next = i;
                last = i;
            }
        }
        nodes[last].next = JsonDocument::kNone;
        nodes[object].size -= duplicates;
    }

    JsonDocument &document_;
    const std::vector<std::size_t> &overflows_;
    std::vector<Open> open_;
    std::size_t tooDeep_ = 0; ///< open containers below the deepest level that is kept
    std::uint32_t keyBegin_ = 0;
    std::uint32_t keySize_ = 0;
    std::size_t valueCount_ = 0;
    std::vector<Fault> faults_;
    std::size_t stop_ = 0;
    std::size_t overflowLength_ = 0;
    std::string reason_;
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
                   "the document is longer than the limit of 1 MiB (" + std::to_string(kMaxBytes) +
                       " bytes)");
        return false;
    }
    // nlohmann's parser cannot go on after a number that overflows. Each is written over with null
    // in a copy, and the copy read again, as often as an honest document could need it.
    constexpr std::size_t kMostReread = 16 * kMaxBytes;
    std::string copy;
    std::string_view current = text;
    std::vector<std::size_t> overflows;
    while (true) {
        JsonBuilder builder(*this, overflows);
        const bool complete = nlohmann::json::sax_parse(current.begin(), current.end(), &builder);
        const std::size_t length = builder.overflowLength();
        if (length > 0 && overflows.size() < ErrorList::kLimit &&
            overflows.size() * text.size() < kMostReread) {
            if (copy.empty()) {
                copy = text;
                current = copy;
            }
            overflows.push_back(builder.valueCount());
            copy.replace(builder.stop() - length, length, "null" + std::string(length - 4, ' '));
            continue;
        }
        for (const JsonBuilder::Fault &fault : builder.faults()) {
            if (errors.full()) {
                errors.add(fault.node, fault.code, {}, {});
            } else {
                errors.add(fault.node, fault.code, path(fault.node),
                           faultMessage(fault.code, name(fault.node)));
            }
        }
        if (complete) {
            return true;
        }
        if (length == 0) {
            errors.add(nodes_.size(), ErrorCode::jsonSyntax, rootPath_,
                       "not valid JSON at " + placeText(text, builder.stop()) +
                           (builder.reason().empty() ? "" : ": " + builder.reason()));
        }
        return false;
    }
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
