#include "export_potential/result.hpp"

#include "export_potential/statistics.hpp"
#include "result_checks.hpp"
#include "result_contributions.hpp"
#include "result_measures.hpp"
#include "result_spread.hpp"
#include "result_tables.hpp"
#include "result_writer.hpp"

#include <algorithm>
#include <optional>

namespace export_potential {

namespace {

constexpr std::string_view kDollars = "US$";

/// Writes a result: of a run, with means and quantiles, or of one evaluation, with plain values.
class ResultText {
public:
    ResultText(const RunSummary &summary, bool single) : summary_(summary), single_(single) {}

    std::string write(const Draws *firstInputs) {
        json_.beginObject();
        writeHeader();
        writeOutputs();
        writeFunnel();
        writeWaterfall();
        writeSellers();
        writeOtherSeries();
        if (!single_) {
            writeRunFacts(*firstInputs);
        }
        writeChecks();
        json_.endObject();
        return json_.take();
    }

    std::string writeHeadline() {
        json_.beginObject();
        writeHeader();
        json_.key("outputs");
        json_.beginObject();
        writeOutput(Output::exportsAdditional);
        json_.endObject();
        writeFunnel();
        json_.key("probability");
        json_.beginObject();
        writePlausibility();
        json_.endObject();
        writeChecks();
        json_.endObject();
        return json_.take();
    }

private:
    /// A member with a number for each year.
    template <class OfYear>
    void writeYears(std::string_view name, const OfYear &ofYear) {
        json_.key(name);
        json_.beginArray();
        for (std::size_t t = 0; t < summary_.years(); ++t) {
            json_.value(ofYear(t));
        }
        json_.endArray();
    }

    void writeHeader() {
        json_.member("schema", kResultSchema);
        json_.key("model");
        writeModelStamp(json_, summary_.simulation(), summary_.draws());
        writeYears("years", [this](std::size_t t) { return summary_.simulation().years()[t]; });
    }

    /// A quantity of every year.
    void writeSeries(std::string_view name, ColumnKind kind, std::size_t index,
                     std::string_view unit) {
        json_.key(name);
        json_.beginObject();
        json_.member("unit", unit);
        writeYears(single_ ? "values" : "mean",
                   [&](std::size_t t) { return summary_.of(kind, index, t).mean; });
        if (!single_) {
            json_.key("quantiles");
            json_.beginObject();
            for (std::size_t i = 0; i < kQuantiles.size(); ++i) {
                writeYears(kQuantileNames[i],
                           [&](std::size_t t) { return summary_.of(kind, index, t).quantiles[i]; });
            }
            json_.endObject();
        }
        json_.endObject();
    }

    /// "mean" and "quantiles" of a quantity without years.
    void writeSpread(const Summary &summary) {
        json_.member("mean", summary.mean);
        json_.key("quantiles");
        json_.beginObject();
        for (std::size_t i = 0; i < kQuantiles.size(); ++i) {
            json_.member(kQuantileNames[i], summary.quantiles[i]);
        }
        json_.endObject();
    }

    void writeOutput(Output output) {
        writeSeries(outputName(output), ColumnKind::output, static_cast<std::size_t>(output),
                    outputUnit(output));
    }

    /// Every output, and those of sectors, channels and markets.
    void writeOutputs() {
        json_.key("outputs");
        json_.beginObject();
        for (std::size_t o = 0; o < kOutputCount; ++o) {
            writeOutput(static_cast<Output>(o));
        }
        json_.endObject();
        for (const PartFamily &family : partFamilies(summary_.simulation().pack())) {
            json_.key(family.name);
            json_.beginObject();
            for (std::size_t i = 0; i < family.ids.size(); ++i) {
                json_.key(family.ids[i]);
                json_.beginObject();
                for (const PartOutput &part : partOutputs(family)) {
                    writeSeries(outputName(part.output), part.kind, i, outputUnit(part.output));
                }
                json_.endObject();
            }
            json_.endObject();
        }
    }

    void writeFunnel() {
        json_.key("funnel");
        json_.beginArray();
        for (std::size_t step = 0; step < kFunnelNames.size(); ++step) {
            const Summary &summary = summary_.of(ColumnKind::funnel, step);
            json_.beginObject();
            json_.member("id", kFunnelNames[step]);
            if (single_) {
                json_.member("value", summary.mean);
            } else {
                writeSpread(summary);
            }
            json_.endObject();
        }
        json_.endArray();
    }

    void writeWaterfall() {
        json_.key("waterfall");
        json_.beginArray();
        for (const WaterfallStep &step : waterfall(summary_)) {
            json_.beginObject();
            json_.member("id", step.id);
            json_.member("kind", step.total ? "total" : "step");
            json_.member(single_ ? "values" : "mean", step.means);
            json_.endObject();
        }
        json_.endArray();
    }

    void writeSellers() {
        json_.key("sellers");
        json_.beginObject();
        for (std::size_t i = 0; i < kSellerNames.size(); ++i) {
            const Summary &summary = summary_.of(ColumnKind::sellers, i);
            json_.key(kSellerNames[i]);
            if (single_) {
                json_.value(summary.mean);
                continue;
            }
            json_.beginObject();
            writeSpread(summary);
            json_.endObject();
        }
        json_.endObject();
    }

    /// What active sellers sell, the domestic side and seller luck.
    void writeOtherSeries() {
        json_.key("sellerSales");
        json_.beginObject();
        for (std::size_t i = 0; i < kSellerSalesNames.size(); ++i) {
            writeSeries(kSellerSalesNames[i], ColumnKind::sellerSales, i, kDollars);
        }
        json_.endObject();
        json_.key("domestic");
        json_.beginObject();
        for (std::size_t i = 0; i < kDomesticNames.size(); ++i) {
            writeSeries(kDomesticNames[i], ColumnKind::domestic, i, kDollars);
        }
        json_.endObject();
        json_.key("luck");
        json_.beginObject();
        writeSeries("cv", ColumnKind::luck, 0, "share");
        if (!single_) {
            writeYears("share", [this](std::size_t t) { return luckShare(t); });
        }
        json_.endObject();
    }

    double luckShare(std::size_t t) const {
        const HeadlineYear &year = summary_.headline(t);
        return year.luckVariance > 0 ? year.luckVariance / (year.variance + year.luckVariance) : 0;
    }

    /// What only many draws can tell.
    void writeRunFacts(const Draws &firstInputs) {
        writeSpreadParts(spreadOf(summary_, firstInputs));
        writePercentiles();
        json_.key("measures");
        writeMeasures(json_, summary_.simulation());
        writeContributions(
            contributions(summary_.simulation(), summary_.headlineMeans(), firstInputs));
        writeProbability();
        writeStandardError();
    }

    void writeSpreadParts(const Spread &spread) {
        json_.key("spread");
        json_.beginObject();
        json_.member("parameters", spread.parameters);
        json_.member("shocks", spread.shocks);
        json_.member("luck", spread.luck);
        json_.endObject();
    }

    /// Lists of every `step`-th percentile from one on, by year.
    void writePercentiles(std::string_view name, std::size_t first, std::size_t step) {
        json_.key(name);
        json_.beginArray();
        for (std::size_t t = 0; t < summary_.years(); ++t) {
            json_.beginArray();
            for (std::size_t i = first; i < kPercentiles; i += step) {
                json_.value(summary_.headline(t).percentiles[i]);
            }
            json_.endArray();
        }
        json_.endArray();
    }
    void writePercentiles() {
        writePercentiles("dots", 1, 2);
        writePercentiles("percentiles", 0, 1);
    }

    void writeContributions(const Contributions &added) {
        json_.key("contributions");
        json_.beginObject();
        json_.member("onboarding", added.onboarding);
        json_.key("measures");
        json_.beginArray();
        for (const std::vector<double> &measure : added.measures) {
            json_.value(measure);
        }
        json_.endArray();
        json_.endObject();
    }

    void writeProbability() {
        json_.key("probability");
        json_.beginObject();
        const auto headline = [this](std::size_t t) -> const HeadlineYear & {
            return summary_.headline(t);
        };
        writeYears("positive", [&](std::size_t t) { return headline(t).positive; });
        writePlausibility();
        writeYears("exportTarget", [&](std::size_t t) { return headline(t).exportTarget; });
        json_.key("targets");
        json_.beginArray();
        const std::vector<double> &targets = summary_.simulation().scenario().targets;
        for (std::size_t i = 0; i < targets.size(); ++i) {
            json_.beginObject();
            json_.member("amount", targets[i]);
            writeYears("probability", [&](std::size_t t) { return headline(t).reach[i]; });
            json_.endObject();
        }
        json_.endArray();
        json_.endObject();
    }

    /// Shares of the draws that doubt the question itself.
    void writePlausibility() {
        writeYears("aboveEcommerceCeiling",
                   [this](std::size_t t) { return summary_.headline(t).aboveCeiling; });
        writeYears("poolLimits", [this](std::size_t t) {
            return summary_.of(ColumnKind::poolLimited, 0, t).mean;
        });
    }

    void writeStandardError() {
        json_.key("standardError");
        json_.beginObject();
        json_.key(outputName(Output::exportsAdditional));
        json_.beginObject();
        writeYears("mean", [this](std::size_t t) { return summary_.headline(t).meanError; });
        writeYears("p50", [this](std::size_t t) { return summary_.headline(t).medianError; });
        json_.endObject();
        json_.endObject();
    }

    void writeChecks() {
        json_.key("checks");
        json_.beginArray();
        for (const Check &check : checks(summary_)) {
            json_.beginObject();
            json_.member("code", check.code);
            json_.member("message", check.message);
            json_.endObject();
        }
        json_.endArray();
    }

    const RunSummary &summary_;
    bool single_;
    JsonWriter json_;
};

} // namespace

std::string runResultJson(const RunSummary &summary, const Draws &firstInputs) {
    return ResultText(summary, false).write(&firstInputs);
}

std::string headlineResultJson(const RunSummary &summary) {
    return ResultText(summary, false).writeHeadline();
}

std::string runResultJson(const Simulation &simulation, const Draws &draws) {
    RunSummary summary(simulation);
    summary.addAll(draws);
    return runResultJson(summary, simulation.sample(0, firstDraws(simulation)));
}

std::string evaluateResultJson(const Simulation &simulation, const Draws &values) {
    RunSummary summary(simulation);
    summary.addAll(values);
    return ResultText(summary, true).write(nullptr);
}

} // namespace export_potential
