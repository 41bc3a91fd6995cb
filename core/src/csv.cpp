#include "csv.hpp"

#include <array>
#include <charconv>

namespace export_potential {

void appendCsvNumber(std::string &text, double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text += ',';
    text.append(digits.data(), end);
}

} // namespace export_potential
