// Any bytes as a programme of the past for the small pack: refused with faults, or back-tested.

#include "check_input.hpp"
#include "export_potential/hindcast.hpp"
#include "read_file.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    using namespace export_potential;
    static const Result<Pack> pack = parsePack(fuzz::readFile(EXPORT_POTENTIAL_FUZZ_PACK));
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const Result<Hindcast> hindcast = parseHindcast(text, pack.value());
    if (!hindcast) {
        fuzz::checkErrors(hindcast.errors());
        return 0;
    }
    Simulation simulation = hindcastSimulation(pack.value(), hindcast.value(), kMinDraws, 1);
    std::optional<HindcastResult> result = runHindcast(simulation, hindcast.value());
    if (!result) {
        fuzz::find("a back-test without a result");
    }
    for (const IntervalScore &score : result->prior.intervals) {
        if (!std::isfinite(score.mean) || !std::isfinite(score.crps)) {
            fuzz::find("a score that is no finite number");
        }
    }
    const Backtest backtest{hindcast.value(), std::move(simulation), std::move(*result)};
    if (hindcastsJson({&backtest, 1}).empty()) {
        fuzz::find("a result that cannot be written");
    }
    return 0;
}
