// Calibration by simulation: worlds drawn from the model's own prior are the observations, and the
// model has to be right about them as often as it says. The worlds come from Philox's generator,
// the forecast from scrambled Sobol' points, so what links the two is the prior alone.

#include "export_potential/forecast_score.hpp"

#include "test_support.hpp"

#include <string>
#include <vector>

namespace export_potential {
namespace {

constexpr std::size_t kWorlds = 500;
constexpr std::size_t kForecastDraws = 8192;

/// The worlds' places in the forecast of one output in the year at position t.
std::vector<double> places(const Case &worlds, const Case &forecast, Output output, std::size_t t) {
    std::vector<double> pits;
    for (const double observed : worlds.column(output, t)) {
        pits.push_back(pit(forecast.column(output, t), observed));
    }
    return pits;
}

Case worlds() {
    return {publicPack(), R"("sampling": "counter", "seed": 20261128)", kWorlds};
}

TEST(Calibration, WorldsOfTheModelsOwnPriorLieInItsForecastAsOftenAsItSays) {
    const Case drawn = worlds();
    const Case forecast(publicPack(), R"("sampling": "sobol", "seed": 1)", kForecastDraws);
    for (const Output output : {Output::grossWith, Output::exportsAdditional, Output::activeWith,
                                Output::valueAdded, Output::jobs}) {
        for (const std::size_t t : {std::size_t{0}, std::size_t{4}, forecast.years() - 1}) {
            SCOPED_TRACE(std::string(outputName(output)) + " of year " + std::to_string(t));
            const std::vector<double> pits = places(drawn, forecast, output, t);
            EXPECT_GT(uniformity(pits).pValue, 0.01);
            const Coverage ninety = coverage(pits, 0.9, 0.99);
            EXPECT_LE(ninety.interval.low, 0.9);
            EXPECT_GE(ninety.interval.high, 0.9);
        }
    }
}

TEST(Calibration, AForecastThatTakesAnAssumptionForCertainIsFoundOut) {
    const Case drawn = worlds();
    const Case sure(publicPack(),
                    R"("seed": 1, "assumptions": {"m": 10000, "act": 0.25, "w": 0.7})",
                    kForecastDraws);
    const std::vector<double> pits =
        places(drawn, sure, Output::exportsAdditional, sure.years() - 1);
    EXPECT_LT(uniformity(pits).pValue, 0.01);
    EXPECT_LT(coverage(pits, 0.9, 0.99).interval.high, 0.9);
}

} // namespace
} // namespace export_potential
