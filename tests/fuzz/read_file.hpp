#pragma once

#include "check_input.hpp"

#include <cstdio>
#include <string>

namespace export_potential::fuzz {

/// The bytes of a file.
inline std::string readFile(const char *path) {
    std::FILE *file = std::fopen(path, "rb");
    if (file == nullptr) {
        find(std::string("no file ") + path);
    }
    std::string text;
    char buffer[4096];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
        text.append(buffer, n);
    }
    std::fclose(file);
    return text;
}

} // namespace export_potential::fuzz
