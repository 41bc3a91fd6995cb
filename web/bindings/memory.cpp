#include "memory.hpp"

#include <cstddef>
#include <cstdlib>
#include <limits>

namespace export_potential::bindings {

bool available(std::uint64_t bytes, std::uint64_t more) {
    if (bytes > static_cast<std::uint64_t>(std::numeric_limits<std::ptrdiff_t>::max()))
        return false;
    // Without exceptions a failed `new` ends the program, so ask first; volatile, because compilers
    // drop an allocation that nobody looks at.
    void *volatile probe = std::malloc(static_cast<std::size_t>(bytes));
    const bool granted = (probe != nullptr || bytes == 0) && (more == 0 || available(more));
    std::free(probe);
    return granted;
}

} // namespace export_potential::bindings
