// Any bytes as a scenario for the small pack: refused with faults, or a question with an answer.

#include "check_input.hpp"
#include "read_file.hpp"

#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    using namespace export_potential;
    static const Result<Pack> pack = parsePack(fuzz::readFile(EXPORT_POTENTIAL_FUZZ_PACK));
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const Result<Scenario> scenario = parseScenario(text, pack.value());
    if (scenario) {
        fuzz::checkAnswer(pack.value(), scenario.value());
    } else {
        fuzz::checkErrors(scenario.errors());
    }
    return 0;
}
