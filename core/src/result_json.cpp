#include "export_potential/result.hpp"

#include "export_potential/sampling.hpp"
#include "export_potential/statistics.hpp"
#include "result_checks.hpp"
#include "result_contributions.hpp"
#include "result_measures.hpp"
#include "result_tables.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace export_potential {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kSchema = 1;
constexpr std::string_view kDollars = "US$";
constexpr std::array<const char *, kQuantiles.size()> kQuantileNames{"p05", "p10", "p25", "p50",
                                                                     "p75", "p90", "p95"};

Json text(std::string_view value) {
    return std::string(value);
}

std::string dump(const Json &json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json header(const Simulation &simulation, std::size_t draws) {
    Json json;
    json["schema"] = kSchema;
    json["model"] = {{"version", text(modelVersion())},
                     {"pack", simulation.pack().id},
                     {"packVersion", simulation.pack().version},
                     {"seed", simulation.scenario().seed},
                     {"draws", draws}};
    json["years"] = std::vector<int>(simulation.years().begin(), simulation.years().end());
    return json;
}

/// Summaries of the columns of one quantity, a column for each year.
class Series {
public:
    Series(const ColumnLayout &layout, const Draws &draws) : layout_(layout), draws_(draws) {}

    Json yearly(ColumnKind kind, std::size_t index, std::string_view unit) {
        Json json;
        json["unit"] = text(unit);
        Json means = Json::array();
        std::array<Json, kQuantiles.size()> quantiles;
        for (std::size_t t = 0; t < layout_.years(); ++t) {
            const Summary summary = summarise(draws_.column(layout_.of(kind, index, t)), scratch_);
            means.push_back(summary.mean);
            for (std::size_t i = 0; i < quantiles.size(); ++i) {
                quantiles[i].push_back(summary.quantiles[i]);
            }
        }
        json["mean"] = std::move(means);
        for (std::size_t i = 0; i < quantiles.size(); ++i) {
            json["quantiles"][kQuantileNames[i]] = std::move(quantiles[i]);
        }
        return json;
    }

    /// Adds "mean" and "quantiles" of a quantity without years.
    void once(Json &json, ColumnKind kind, std::size_t index) {
        const Summary summary = summarise(draws_.column(layout_.of(kind, index)), scratch_);
        json["mean"] = summary.mean;
        for (std::size_t i = 0; i < kQuantiles.size(); ++i) {
            json["quantiles"][kQuantileNames[i]] = summary.quantiles[i];
        }
    }

private:
    const ColumnLayout &layout_;
    const Draws &draws_;
    std::vector<double> scratch_;
};

Json waterfallJson(const ColumnLayout &layout, const Draws &draws, const char *valuesKey) {
    Json json = Json::array();
    for (const WaterfallStep &step : waterfall(layout, draws)) {
        json.push_back({{"id", text(step.id)},
                        {"kind", step.total ? "total" : "step"},
                        {valuesKey, step.means}});
    }
    return json;
}

Json checksJson(const Simulation &simulation, const ColumnLayout &layout, const Draws &draws) {
    Json json = Json::array();
    for (const Check &check : checks(simulation, layout, draws)) {
        json.push_back({{"code", text(check.code)}, {"message", check.message}});
    }
    return json;
}

Json probabilityJson(const Simulation &simulation, const ColumnLayout &layout, const Draws &draws) {
    const double ceiling = simulation.pack().ecommerceCeiling * simulation.pack().goodsExports;
    Json positive = Json::array();
    Json above = Json::array();
    Json limited = Json::array();
    for (std::size_t t = 0; t < layout.years(); ++t) {
        const auto headline = draws.column(layout.of(Output::exportsAdditional, t));
        positive.push_back(shareAbove(headline, 0));
        above.push_back(shareAbove(headline, ceiling));
        limited.push_back(shareAbove(draws.column(layout.of(ColumnKind::poolLimited, 0, t)), 0));
    }
    return {{"positive", std::move(positive)},
            {"aboveEcommerceCeiling", std::move(above)},
            {"poolLimits", std::move(limited)}};
}

/// Standard errors of the headline's mean and median from the replicates among the draws, which are
/// independent of one another.
Json standardErrorJson(const ColumnLayout &layout, const Draws &draws) {
    Json means = Json::array();
    Json medians = Json::array();
    std::vector<double> replicate;
    const double root = std::sqrt(static_cast<double>(kReplicates));
    for (std::size_t t = 0; t < layout.years(); ++t) {
        const auto column = draws.column(layout.of(Output::exportsAdditional, t));
        std::array<double, kReplicates> batchMeans{};
        std::array<double, kReplicates> batchMedians{};
        for (std::size_t r = 0; r < kReplicates; ++r) {
            replicate.clear();
            for (std::size_t draw = r; draw < column.size(); draw += kReplicates) {
                replicate.push_back(column[draw]);
            }
            batchMeans[r] = sampleMean(replicate);
            batchMedians[r] = sampleMedian(replicate);
        }
        means.push_back(sampleDeviation(batchMeans) / root);
        medians.push_back(sampleDeviation(batchMedians) / root);
    }
    return {{text(outputName(Output::exportsAdditional)),
             {{"mean", std::move(means)}, {"p50", std::move(medians)}}}};
}

/// Every output, and those of sectors, channels and markets, by `yearly`.
template <class Yearly>
void addOutputs(Json &json, const Pack &pack, const Yearly &yearly) {
    for (std::size_t o = 0; o < kOutputCount; ++o) {
        const auto output = static_cast<Output>(o);
        json["outputs"][std::string(outputName(output))] =
            yearly(ColumnKind::output, o, outputUnit(output));
    }
    for (const PartFamily &family : partFamilies(pack)) {
        Json &parts = json[std::string(family.name)];
        for (std::size_t i = 0; i < family.ids.size(); ++i) {
            for (const PartOutput &part : partOutputs(family)) {
                parts[std::string(family.ids[i])][std::string(outputName(part.output))] =
                    yearly(part.kind, i, outputUnit(part.output));
            }
        }
    }
}

/// What active sellers sell, the domestic side and seller luck, by `yearly`.
template <class Yearly>
void addOtherSeries(Json &json, const Yearly &yearly) {
    for (std::size_t i = 0; i < kSellerSalesNames.size(); ++i) {
        json["sellerSales"][std::string(kSellerSalesNames[i])] =
            yearly(ColumnKind::sellerSales, i, kDollars);
    }
    for (std::size_t i = 0; i < kDomesticNames.size(); ++i) {
        json["domestic"][std::string(kDomesticNames[i])] =
            yearly(ColumnKind::domestic, i, kDollars);
    }
    json["luck"]["cv"] = yearly(ColumnKind::luck, std::size_t{0}, std::string_view("share"));
}

std::vector<double> headlineMeans(const ColumnLayout &layout, const Draws &draws) {
    std::vector<double> means;
    for (std::size_t t = 0; t < layout.years(); ++t) {
        means.push_back(sampleMean(draws.column(layout.of(Output::exportsAdditional, t))));
    }
    return means;
}

/// Part of the headline's total variance that is seller luck, by year: equation (10).
std::vector<double> luckShare(const ColumnLayout &layout, const Draws &draws) {
    std::vector<double> shares;
    std::vector<double> squares(draws.count());
    for (std::size_t t = 0; t < layout.years(); ++t) {
        const auto headline = draws.column(layout.of(Output::exportsAdditional, t));
        const auto variation = draws.column(layout.of(ColumnKind::luck, 0, t));
        const double mean = sampleMean(headline);
        std::ranges::transform(headline, squares.begin(),
                               [mean](double x) { return (x - mean) * (x - mean); });
        const double ignorance = sampleMean(squares);
        std::ranges::transform(headline, variation, squares.begin(),
                               [](double x, double cv) { return cv * x * cv * x; });
        const double luck = sampleMean(squares);
        shares.push_back(luck > 0 ? luck / (ignorance + luck) : 0);
    }
    return shares;
}

} // namespace

std::string_view modelVersion() {
    return "2026.11";
}

std::string runResultJson(const Simulation &simulation, const Draws &draws,
                          const Draws *firstInputs) {
    const ColumnLayout layout = columnLayout(simulation);
    Series series(layout, draws);
    const auto yearly = [&](ColumnKind kind, std::size_t index, std::string_view unit) {
        return series.yearly(kind, index, unit);
    };
    Json json = header(simulation, draws.count());
    addOutputs(json, simulation.pack(), yearly);
    json["funnel"] = Json::array();
    for (std::size_t step = 0; step < kFunnelNames.size(); ++step) {
        Json stage;
        stage["id"] = text(kFunnelNames[step]);
        series.once(stage, ColumnKind::funnel, step);
        json["funnel"].push_back(std::move(stage));
    }
    json["waterfall"] = waterfallJson(layout, draws, "mean");
    for (std::size_t i = 0; i < kSellerNames.size(); ++i) {
        series.once(json["sellers"][std::string(kSellerNames[i])], ColumnKind::sellers, i);
    }
    addOtherSeries(json, yearly);
    json["luck"]["share"] = luckShare(layout, draws);
    const Contributions added =
        contributions(simulation, headlineMeans(layout, draws), firstInputs);
    json["measures"] = measuresJson(simulation);
    json["contributions"] = {{"onboarding", added.onboarding}, {"measures", added.measures}};
    json["probability"] = probabilityJson(simulation, layout, draws);
    json["standardError"] = standardErrorJson(layout, draws);
    json["checks"] = checksJson(simulation, layout, draws);
    return dump(json);
}

std::string evaluateResultJson(const Simulation &simulation, const Draws &values) {
    const ColumnLayout layout = columnLayout(simulation);
    const auto yearly = [&](ColumnKind kind, std::size_t index, std::string_view unit) {
        Json numbers = Json::array();
        for (std::size_t t = 0; t < layout.years(); ++t) {
            numbers.push_back(values.column(layout.of(kind, index, t))[0]);
        }
        return Json{{"unit", text(unit)}, {"values", std::move(numbers)}};
    };
    Json json = header(simulation, 1);
    addOutputs(json, simulation.pack(), yearly);
    json["funnel"] = Json::array();
    for (std::size_t step = 0; step < kFunnelNames.size(); ++step) {
        json["funnel"].push_back(
            {{"id", text(kFunnelNames[step])},
             {"value", values.column(layout.of(ColumnKind::funnel, step))[0]}});
    }
    json["waterfall"] = waterfallJson(layout, values, "values");
    for (std::size_t i = 0; i < kSellerNames.size(); ++i) {
        json["sellers"][std::string(kSellerNames[i])] =
            values.column(layout.of(ColumnKind::sellers, i))[0];
    }
    addOtherSeries(json, yearly);
    json["checks"] = checksJson(simulation, layout, values);
    return dump(json);
}

std::string errorsJson(const Errors &errors) {
    Json list = Json::array();
    for (const Error &error : errors) {
        list.push_back({{"code", text(errorCodeName(error.code))},
                        {"path", error.path},
                        {"message", error.message}});
    }
    return dump(Json{{"errors", std::move(list)}});
}

} // namespace export_potential
