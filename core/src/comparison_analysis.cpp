#include "export_potential/comparison.hpp"
#include "result_tables.hpp"
#include "result_writer.hpp"

#include <utility>

namespace export_potential {

namespace {

class ComparisonAnalysis : public Analysis {
public:
    ComparisonAnalysis(const Pack &pack, std::span<const Scenario> scenarios,
                       std::vector<Output> outputs, int threads)
        : simulation_(pack, scenarios.front()),
          comparison_(pack, scenarios, std::move(outputs), threads) {}

    bool advance() override { return comparison_.advance(); }
    double progress() const override { return comparison_.progress(); }

    std::string result() const override {
        JsonWriter json;
        json.beginObject();
        json.member("schema", kResultSchema);
        json.key("model");
        writeModelStamp(json, simulation_, comparison_.draws());
        json.member("method", "comparison");
        json.key("years");
        json.beginArray();
        for (const int year : comparison_.years()) {
            json.value(year);
        }
        json.endArray();
        json.key("scenarios");
        json.beginArray();
        for (std::size_t s = 0; s < comparison_.scenarios(); ++s) {
            writeScenario(json, s);
        }
        json.endArray();
        json.endObject();
        return json.take();
    }

private:
    void writeScenario(JsonWriter &json, std::size_t scenario) const {
        json.beginObject();
        json.key("outputs");
        json.beginObject();
        for (std::size_t o = 0; o < comparison_.outputs().size(); ++o) {
            const Output output = comparison_.outputs()[o];
            const ComparedOutput &compared = comparison_.compared(scenario, o);
            json.key(outputName(output));
            json.beginObject();
            json.member("unit", outputUnit(output));
            writeSummaries(json, compared.values);
            json.key("difference");
            json.beginObject();
            writeSummaries(json, compared.differences);
            json.endObject();
            json.member("higher", compared.higher);
            json.endObject();
        }
        json.endObject();
        json.endObject();
    }

    static void writeSummaries(JsonWriter &json, std::span<const Summary> summaries) {
        const auto list = [&](const auto &of) {
            json.beginArray();
            for (const Summary &summary : summaries) {
                json.value(of(summary));
            }
            json.endArray();
        };
        json.key("mean");
        list([](const Summary &summary) { return summary.mean; });
        json.key("quantiles");
        json.beginObject();
        for (std::size_t i = 0; i < kQuantiles.size(); ++i) {
            json.key(kQuantileNames[i]);
            list([i](const Summary &summary) { return summary.quantiles[i]; });
        }
        json.endObject();
    }

    Simulation simulation_; ///< of the first, for the stamp
    Comparison comparison_;
};

} // namespace

std::unique_ptr<Analysis> makeComparisonAnalysis(const Pack &pack,
                                                 std::span<const Scenario> scenarios,
                                                 std::vector<Output> outputs, int threads) {
    return std::make_unique<ComparisonAnalysis>(pack, scenarios, std::move(outputs), threads);
}

} // namespace export_potential
