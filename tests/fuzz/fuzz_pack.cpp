// Any bytes as a pack: refused with faults, or a pack whose default question has an answer.

#include "check_input.hpp"

#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    using namespace export_potential;
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const Result<Pack> pack = parsePack(text);
    if (!pack) {
        fuzz::checkErrors(pack.errors());
        return 0;
    }
    const std::string question = R"({"schema": 1, "pack": ")" + pack.value().id + R"("})";
    const Result<Scenario> scenario = parseScenario(question, pack.value());
    if (!scenario) {
        fuzz::find("a pack that refuses its own defaults");
    }
    fuzz::checkAnswer(pack.value(), scenario.value());
    return 0;
}
