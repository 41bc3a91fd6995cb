#include "export_potential/hindcast.hpp"
#include "json_writer.hpp"
#include "result_tables.hpp"
#include "result_writer.hpp"

#include <array>
#include <cmath>

namespace export_potential {

namespace {

constexpr std::array<std::string_view, kCoverageLevels.size()> kLevelNames{"50", "80", "90"};

/// "2021-04"
std::string monthText(int month) {
    const int year = (month - 1) / 12;
    const std::string number = std::to_string(month - 12 * year);
    return std::to_string(year) + (number.size() == 1 ? "-0" : "-") + number;
}

class HindcastText {
public:
    std::string write(std::span<const Backtest> backtests) {
        json_.beginObject();
        json_.member("schema", kResultSchema);
        json_.key("programmes");
        json_.beginArray();
        for (const Backtest &backtest : backtests) {
            writeBacktest(backtest);
        }
        json_.endArray();
        json_.endObject();
        return json_.take();
    }

private:
    void writeBacktest(const Backtest &backtest) {
        const auto &[hindcast, simulation, result] = backtest;
        json_.beginObject();
        json_.member("id", hindcast.id);
        json_.key("model");
        writeModelStamp(json_, simulation, static_cast<std::size_t>(simulation.scenario().draws));
        json_.member("baseYear", hindcast.baseYear);
        json_.member("split", monthText(hindcast.split));
        json_.member("discrepancy", hindcast.discrepancy);
        const Registrations registrations = registrationsOf(hindcast);
        json_.key("registrations");
        json_.beginObject();
        json_.member("firstYear", registrations.firstYear);
        json_.member("perYear", std::span<const double>(registrations.perYear));
        json_.endObject();
        writeIntervals("before", result.before);
        writeIntervals("matched", result.matched);
        json_.key("after");
        json_.beginArray();
        for (std::size_t i = 0; i < result.after.size(); ++i) {
            beginInterval(result.after[i]);
            json_.key("naive");
            json_.beginObject();
            json_.member("noChange", result.naive[i].noChange);
            json_.member("constantGrowth", result.naive[i].constantGrowth);
            json_.endObject();
            json_.endObject();
        }
        json_.endArray();
        json_.key("readings");
        json_.beginObject();
        json_.key("prior");
        writeReading(result.prior);
        json_.key("matched");
        if (result.match) {
            writeReading(*result.match);
        } else {
            json_.null();
        }
        json_.endObject();
        writeChecks(result);
        json_.endObject();
    }

    void beginInterval(const SalesInterval &interval) {
        json_.beginObject();
        json_.member("from", monthText(interval.from));
        json_.member("to", monthText(interval.to));
        json_.member("observed", interval.observed);
    }

    void writeIntervals(std::string_view name, std::span<const SalesInterval> intervals) {
        json_.key(name);
        json_.beginArray();
        for (const SalesInterval &interval : intervals) {
            beginInterval(interval);
            json_.endObject();
        }
        json_.endArray();
    }

    void writeReading(const HindcastReading &reading) {
        json_.beginObject();
        json_.member("effectiveDraws", reading.effectiveDraws);
        json_.key("intervals");
        json_.beginArray();
        for (const IntervalScore &score : reading.intervals) {
            writeScore(score);
        }
        json_.endArray();
        json_.key("coverage");
        json_.beginObject();
        for (std::size_t l = 0; l < kLevelNames.size(); ++l) {
            const Coverage &coverage = reading.coverage[l];
            json_.key(kLevelNames[l]);
            json_.beginObject();
            json_.member("share", coverage.share);
            json_.member("low", coverage.interval.low);
            json_.member("high", coverage.interval.high);
            json_.endObject();
        }
        json_.endObject();
        json_.member("crps", reading.crps);
        writeSkill(reading.skillNoChange, reading.skillConstantGrowth);
        json_.member("observedOverMedian", reading.observedOverMedian);
        json_.endObject();
    }

    void writeScore(const IntervalScore &score) {
        json_.beginObject();
        json_.member("mean", score.mean);
        json_.key("quantiles");
        json_.beginObject();
        for (std::size_t q = 0; q < kQuantiles.size(); ++q) {
            json_.member(kQuantileNames[q], score.quantiles[q]);
        }
        json_.endObject();
        json_.member("pit", score.pit);
        json_.key("inside");
        json_.beginObject();
        for (std::size_t l = 0; l < kLevelNames.size(); ++l) {
            json_.member(kLevelNames[l], isInside(score.pit, kCoverageLevels[l]));
        }
        json_.endObject();
        json_.member("crps", score.crps);
        writeSkill(score.skillNoChange, score.skillConstantGrowth);
        json_.member("observedOverMedian", score.observedOverMedian);
        json_.endObject();
    }

    void writeSkill(double noChange, double constantGrowth) {
        json_.key("skill");
        json_.beginObject();
        json_.member("noChange", noChange);
        json_.member("constantGrowth", constantGrowth);
        json_.endObject();
    }

    void writeChecks(const HindcastResult &result) {
        json_.key("checks");
        json_.beginArray();
        const double left = result.match ? result.match->effectiveDraws : 0;
        if (left < kFewDraws) {
            json_.beginObject();
            json_.member("code", "few_matched_draws");
            json_.member("message",
                         "What was sold up to the split leaves " +
                             std::to_string(static_cast<int>(std::round(left))) +
                             " effective draws, fewer than 100: the matched reading is rough. "
                             "Take more draws, or doubt that the priors allow for the programme.");
            json_.endObject();
        }
        json_.endArray();
    }

    JsonWriter json_;
};

} // namespace

std::string hindcastsJson(std::span<const Backtest> backtests) {
    return HindcastText().write(backtests);
}

} // namespace export_potential
