#include "result_tables.hpp"

#include <algorithm>

namespace export_potential {

namespace {

std::vector<std::string_view> ids(const Pack &pack, IndexKind kind) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < pack.setSize(kind); ++i) {
        names.push_back(pack.setId(kind, i));
    }
    return names;
}

} // namespace

ColumnLayout columnLayout(const Simulation &simulation) {
    return columnLayout(simulation, simulation.years().size(), Extent::all);
}

ColumnLayout columnLayout(const Simulation &simulation, std::size_t years, Extent extent) {
    const Pack &pack = simulation.pack();
    return {pack.sectors.size(), pack.channels.size(), pack.markets.size(), years, extent};
}

std::array<PartFamily, 3> partFamilies(const Pack &pack) {
    return {{{"bySector", ColumnKind::sectorGross, ColumnKind::sectorExports,
              ids(pack, IndexKind::sector)},
             {"byChannel", ColumnKind::channelGross, ColumnKind::channelExports,
              ids(pack, IndexKind::channel)},
             {"byMarket", ColumnKind::marketGross, ColumnKind::marketExports,
              ids(pack, IndexKind::market)}}};
}

std::array<PartOutput, 2> partOutputs(const PartFamily &family) {
    return {{{Output::grossAdditional, family.gross}, {Output::exportsAdditional, family.exports}}};
}

Draws headlineOf(const Simulation &simulation, const Draws &inputs) {
    const ColumnLayout layout = columnLayout(simulation);
    std::vector<std::size_t> wanted;
    for (std::size_t t = 0; t < layout.years(); ++t) {
        wanted.push_back(layout.of(Output::exportsAdditional, t));
    }
    Draws headline(wanted.size(), inputs.first(), inputs.count());
    simulation.evaluateColumns(inputs, inputs.first(), inputs.count(), wanted, headline);
    return headline;
}

double shareAbove(std::span<const double> values, double limit) {
    const auto above = std::ranges::count_if(values, [=](double value) { return value > limit; });
    return static_cast<double>(above) / static_cast<double>(values.size());
}

double shareReaching(std::span<const double> values, double target) {
    const auto reaching =
        std::ranges::count_if(values, [=](double value) { return value >= target; });
    return static_cast<double>(reaching) / static_cast<double>(values.size());
}

std::vector<WaterfallStep> waterfall(const RunSummary &summary) {
    std::vector<WaterfallStep> steps{{"programmeSales", true, {}},  {"deadweight", false, {}},
                                     {"crowding", false, {}},       {"displacement", false, {}},
                                     {"wedge", false, {}},          {"exportsAdditional", true, {}},
                                     {"importedInputs", false, {}}, {"valueAdded", true, {}}};
    for (std::size_t t = 0; t < summary.years(); ++t) {
        const auto mean = [&](Output output) { return summary.of(output, t).mean; };
        const double programme = summary.of(ColumnKind::programmeSales, 0, t).mean;
        const double anyway = summary.of(ColumnKind::programmeSales, 1, t).mean;
        const double net = mean(Output::grossWith) - mean(Output::grossWithout);
        const double gross = mean(Output::grossAdditional);
        const double exports = mean(Output::exportsAdditional);
        const double valueAdded = mean(Output::valueAdded);
        const double values[] = {
            programme,       0 - anyway, net - (programme - anyway), gross - net,
            exports - gross, exports,    valueAdded - exports,       valueAdded};
        for (std::size_t i = 0; i < steps.size(); ++i) {
            steps[i].means.push_back(values[i]);
        }
    }
    return steps;
}

} // namespace export_potential
