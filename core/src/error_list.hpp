#pragma once

#include "export_potential/error.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace export_potential {

/// The faults of one document, gathered in any order and handed out in document order. Keeps
/// kLimit of them and counts the rest.
class ErrorList {
public:
    static constexpr std::size_t kLimit = 100;

    /// True when further faults are only counted: then neither path nor message is worth building.
    bool full() const { return entries_.size() == kLimit; }
    bool empty() const { return entries_.empty(); }

    /// position: where in the document the fault lies; only its order matters.
    void add(std::size_t position, ErrorCode code, std::string path, std::string message);

    /// The faults in document order; when some were only counted, a last entry on the whole
    /// document says how many, with the code of the first of them. Leaves the list empty.
    Errors take();

private:
    struct Entry {
        std::size_t position;
        Error error;
    };

    std::vector<Entry> entries_; ///< by position, those of one position as they came
    std::size_t omitted_ = 0;
    ErrorCode firstOmitted_ = ErrorCode::internal;
};

} // namespace export_potential
