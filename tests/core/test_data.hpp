#pragma once

#include "export_potential/pack.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace export_potential {

/// The bytes of a file, given by its path from the root of the repository.
inline std::string readFile(const std::string &path) {
    const std::string full = std::string(EXPORT_POTENTIAL_SOURCE_DIR) + '/' + path;
    std::FILE *const file = std::fopen(full.c_str(), "rb");
    EXPECT_NE(file, nullptr) << full;
    std::string text;
    if (file) {
        char buffer[4096];
        for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
            text.append(buffer, n);
        }
        std::fclose(file);
    }
    return text;
}

/// One line for each fault, for the messages of failed tests.
inline std::string describe(const Errors &errors) {
    std::string text;
    for (const Error &error : errors) {
        text +=
            std::string(errorCodeName(error.code)) + ' ' + error.path + ": " + error.message + '\n';
    }
    return text;
}

/// "code path" of each fault, in their order.
inline std::vector<std::string> codesAndPaths(const Errors &errors) {
    std::vector<std::string> list;
    for (const Error &error : errors) {
        list.push_back(std::string(errorCodeName(error.code)) + ' ' + error.path);
    }
    return list;
}

/// tests/data/packs/mini.json: two sectors, two channels, two markets, two tiers, one kind of pool.
inline const Pack &miniPack() {
    static const Result<Pack> pack = parsePack(readFile("tests/data/packs/mini.json"));
    EXPECT_TRUE(pack) << describe(pack.errors());
    return pack.value();
}

} // namespace export_potential
