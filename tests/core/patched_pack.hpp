#pragma once

#include "test_data.hpp"

#include <nlohmann/json.hpp>

namespace export_potential {

/// tests/data/packs/mini.json as it stands in the file.
inline nlohmann::json miniJson() {
    return nlohmann::json::parse(readFile("tests/data/packs/mini.json"));
}

/// The pack of mini.json after the JSON Patch (RFC 6902), which must be valid.
inline Pack patched(const char *patch) {
    const Result<Pack> pack = parsePack(miniJson().patch(nlohmann::json::parse(patch)).dump());
    EXPECT_TRUE(pack) << describe(pack.errors());
    return pack ? pack.value() : Pack{};
}

} // namespace export_potential
