#include "error_list.hpp"

#include <algorithm>
#include <utility>

namespace export_potential {

void ErrorList::add(std::size_t position, ErrorCode code, std::string path, std::string message) {
    if (full()) {
        if (omitted_ == 0) {
            firstOmitted_ = code;
        }
        ++omitted_;
        return;
    }
    const auto place = std::ranges::upper_bound(entries_, position, {}, &Entry::position);
    entries_.insert(place, Entry{position, {code, std::move(path), std::move(message)}});
}

Errors ErrorList::take() {
    Errors errors;
    errors.reserve(entries_.size() + 1);
    for (Entry &entry : entries_) {
        errors.push_back(std::move(entry.error));
    }
    if (omitted_ > 0) {
        errors.push_back({firstOmitted_, "",
                          "the document has " + std::to_string(omitted_) +
                              " more faults, which are not listed"});
    }
    entries_.clear();
    omitted_ = 0;
    return errors;
}

} // namespace export_potential
