#pragma once

#include "export_potential/analysis.hpp"
#include "export_potential/statistics.hpp"

#include "test_support.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>

namespace export_potential {

inline nlohmann::json resultOf(Analysis &analysis) {
    double before = 0;
    bool more = true;
    while (more) {
        more = analysis.advance();
        EXPECT_GE(analysis.progress(), before);
        before = analysis.progress();
    }
    EXPECT_EQ(before, 1);
    return nlohmann::json::parse(analysis.result(), nullptr, false);
}

inline Focus focusOn(const Scenario &scenario, int year,
                     const std::string &output = "exportsAdditional") {
    const Result<Focus> focus = makeFocus(scenario, output, year);
    EXPECT_TRUE(focus);
    return focus ? focus.value() : Focus{};
}

/// The pack with every parameter at its median and no interruption.
inline Pack atMedians(Pack pack) {
    pack.correlations.clear();
    for (Parameter &parameter : pack.parameters) {
        for (Distribution &value : parameter.values) {
            value = Fixed{median(value)};
        }
    }
    fix(pack, Symbol::pi, 0);
    return pack;
}

/// The mini pack with every parameter at its median but for m, which is lognormal.
inline Pack onlySalesVary() {
    Pack pack = atMedians(miniPack());
    for (Distribution &value : pack.parameters[static_cast<std::size_t>(Symbol::m)].values) {
        value = Fixed{20'000};
    }
    pack.parameters[static_cast<std::size_t>(Symbol::m)].values[0] =
        lognormalByQuantiles(10'000, 50'000);
    return pack;
}

inline void set(Pack &pack, Symbol symbol, const Distribution &value) {
    pack.parameters[static_cast<std::size_t>(symbol)].values.assign(1, value);
}

/// The public pack with nothing that varies but three factors of the output "tax", lognormals of
/// log standard deviation 0.3, 0.6 and 0.9.
inline Pack onlyFactorsOfTaxVary() {
    Pack pack = atMedians(publicPack());
    set(pack, Symbol::t_x, lognormalByMean(0.01, 0.3));
    set(pack, Symbol::rho, lognormalByMean(0.5, 0.6));
    set(pack, Symbol::m, lognormalByMean(3000, 0.9));
    return pack;
}

/// The same, where the logarithms of rho and t_x have a correlation of 2 sin(pi s / 6) = 0.5 by
/// their rank correlation s = 0.4825955.
inline Pack onlyCorrelatedFactorsOfTaxVary() {
    Pack pack = onlyFactorsOfTaxVary();
    Correlation correlation;
    correlation.a.symbol = Symbol::rho;
    correlation.b.symbol = Symbol::t_x;
    correlation.spearman = 0.4825955;
    pack.correlations.push_back(correlation);
    return pack;
}

inline const nlohmann::json &named(const nlohmann::json &result, const std::string &name) {
    static const nlohmann::json none;
    for (const nlohmann::json &row : result.at("inputs")) {
        if (row.at("name") == name) {
            return row;
        }
    }
    ADD_FAILURE() << "no " << name;
    return none;
}

} // namespace export_potential
