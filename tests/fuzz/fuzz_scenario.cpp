// Any bytes as a scenario for the small pack: refused with faults, or a question with an answer.

#include "check_input.hpp"

#include <cstdint>
#include <string_view>

namespace {

std::string readFile(const char *path) {
    std::FILE *file = std::fopen(path, "rb");
    if (file == nullptr) {
        export_potential::fuzz::find(std::string("no file ") + path);
    }
    std::string text;
    char buffer[4096];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
        text.append(buffer, n);
    }
    std::fclose(file);
    return text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    using namespace export_potential;
    static const Result<Pack> pack = parsePack(readFile(EXPORT_POTENTIAL_FUZZ_PACK));
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const Result<Scenario> scenario = parseScenario(text, pack.value());
    if (scenario) {
        fuzz::checkAnswer(pack.value(), scenario.value());
    } else {
        fuzz::checkErrors(scenario.errors());
    }
    return 0;
}
