#include "result_tables.hpp"

#include "export_potential/statistics.hpp"

#include <string>

namespace export_potential {

namespace {

std::vector<std::string_view> ids(const Pack &pack, IndexKind kind) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < pack.setSize(kind); ++i) {
        names.push_back(pack.setId(kind, i));
    }
    return names;
}

/// A share in whole twentieths: "3 of 20 futures", "fewer than 1 of 20 futures".
std::string inTwenty(double share) {
    const auto whole = static_cast<int>(share * 20 + 0.5);
    return (whole == 0 ? "fewer than 1" : std::to_string(whole)) + " of 20 futures";
}

} // namespace

ColumnLayout columnLayout(const Simulation &simulation) {
    const Pack &pack = simulation.pack();
    return {pack.sectors.size(), pack.channels.size(), pack.markets.size(),
            simulation.years().size()};
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

std::vector<WaterfallStep> waterfall(const ColumnLayout &layout, const Draws &draws) {
    std::vector<WaterfallStep> steps{{"programmeSales", true, {}},  {"deadweight", false, {}},
                                     {"crowding", false, {}},       {"displacement", false, {}},
                                     {"wedge", false, {}},          {"exportsAdditional", true, {}},
                                     {"importedInputs", false, {}}, {"valueAdded", true, {}}};
    for (std::size_t t = 0; t < layout.years(); ++t) {
        const auto mean = [&](Output output) {
            return sampleMean(draws.column(layout.of(output, t)));
        };
        const double programme =
            sampleMean(draws.column(layout.of(ColumnKind::programmeSales, 0, t)));
        const double anyway = sampleMean(draws.column(layout.of(ColumnKind::programmeSales, 1, t)));
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

std::vector<Check> checks(const Simulation &simulation, const ColumnLayout &layout,
                          const Draws &draws) {
    std::vector<Check> found;
    const Pack &pack = simulation.pack();
    std::vector<double> scratch;
    double limited = 0;
    int limitedYear = 0;
    double highest = 0;
    int highestYear = 0;
    for (std::size_t t = 0; t < layout.years(); ++t) {
        const int year = simulation.years()[t];
        const double share = sampleMean(draws.column(layout.of(ColumnKind::poolLimited, 0, t)));
        if (share > limited) {
            limited = share;
            limitedYear = year;
        }
        const auto column = draws.column(layout.of(Output::exportsAdditional, t));
        const double middle = summarise(column, scratch).quantiles[3];
        if (middle > highest) {
            highest = middle;
            highestYear = year;
        }
    }
    if (limited > 0) {
        found.push_back({"above_pool", "In " + inTwenty(limited) +
                                           " there are too few businesses ready to export "
                                           "for all the registrations planned for " +
                                           std::to_string(limitedYear) +
                                           "; the calculation stops at those there are."});
    }
    if (highest > pack.ecommerceCeiling * pack.goodsExports) {
        found.push_back(
            {"above_ecommerce_ceiling",
             "The middle estimate for " + std::to_string(highestYear) +
                 " is a larger share of goods exports than e-commerce has reached in the country "
                 "that sells most online across borders; treat it as implausible."});
    }
    return found;
}

} // namespace export_potential
