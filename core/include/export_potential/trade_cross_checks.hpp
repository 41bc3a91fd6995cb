#pragma once

#include <optional>
#include <span>
#include <vector>

namespace export_potential {

// Two established ways to look at a country's exports from above, to hold the model's answer
// against. Amounts are in one currency.

/// Static Export Potential Indicator of exporter i in market j (Decreux and Spies 2016,
/// International Trade Centre), a value for each product k:
///     EPI_ijk = supply_ik demand_jk ease_ij = (v_ik / v_k) v_jk v_ij / SUM_k (v_ik / v_k) v_jk
/// exports v_ik are the exporter's to the world, world v_k everyone's, imports v_jk the market's
/// from the world; bilateral v_ij is what i sells to j in all. Neither growth nor tariffs nor
/// distance, so SUM_k EPI_ijk = v_ij: it spreads existing trade over products in another way
/// and is not a ceiling. Spans of equal length, values >= 0; a product nobody exports, and all
/// where i supplies nothing that j buys, have 0.
std::vector<double> staticExportPotential(std::span<const double> exports,
                                          std::span<const double> world,
                                          std::span<const double> imports, double bilateral);

/// What the projected indicator knows of the exporter i and the market j. A ratio is that of the
/// value expected (in five years, as it is published) to today's, > 0. As it stands here nothing
/// changes.
struct TradeOutlook {
    double exporterGdp = 1;      ///< dGDP_i
    double marketGdp = 1;        ///< dGDP_j
    double marketPopulation = 1; ///< dPOP_j
    double logDistance = 0;      ///< ln d_ij, d in the unit of ProductOutlook::meanLogDistance
};

/// And of a product k. A tariff is a share of the price, > -1, a mean over trade. As it stands here
/// the product is neutral.
struct ProductOutlook {
    double exportersGdp = 1;     ///< SUM_i' v_i'k dGDP_i' / v_k, over all who export k
    double ownImports = 0;       ///< m_ik: what i itself imports of k, to tell re-exports
    double incomeElasticity = 1; ///< E_jk, of j's imports to its income, both per person
    double tariffFaced = 0;      ///< t_ik, by i's exports
    double tariffOfWorld = 0;    ///< t_k, by everyone's
    double tariffOfMarket = 0;   ///< t_jk, on j's imports from all
    double tariffBetween = 0;    ///< t_ijk, on those from i
    double meanLogDistance = 0;  ///< mean of ln d_i'j over j's imports of k
};

/// What the outlook makes of the parts of the static indicator, each >= 0 and 1 where it is
/// neutral:
///     supply = dGDP_i / (SUM_i' v_i'k dGDP_i' / v_k) min(1, v_ik / m_ik) (1 + t_ik) / (1 + t_k)
///     demand = (dGDP_j / dPOP_j)^E_jk dPOP_j (1 + t_jk) / (1 + t_ijk)
///     ease   = exp(-|mean ln d_i'j - ln d_ij|)
/// (Decreux and Spies 2016, as the code of British government analysts has it:
/// github.com/michael-reda/export_potential_indicator, equations_epi_script.R, whose sum over
/// exporters is here that of the product alone, without which neutral growth would not be 1. The
/// tariffs have no exponent there: for a price elasticity other than 1 give (1 + t) raised to it,
/// less 1.) `exports` is v_ik >= 0.
struct OutlookFactors {
    double supply;
    double demand;
    double ease;
};
OutlookFactors outlookFactors(double exports, const TradeOutlook &outlook,
                              const ProductOutlook &product);

/// Projected Export Potential Indicator, a value for each product: the static one times the three
/// factors. `products` has one outlook for each product.
std::vector<double> projectedExportPotential(std::span<const double> exports,
                                             std::span<const double> world,
                                             std::span<const double> imports, double bilateral,
                                             const TradeOutlook &outlook,
                                             std::span<const ProductOutlook> products);

/// SUM max(0, EPI - v): what is quoted as unrealised potential. As potentials sum to actual trade,
/// it is above 0 for everyone whose trade is not spread exactly as the indicator spreads it.
double unrealisedPotential(std::span<const double> potential, std::span<const double> actual);

/// Jobs behind additional exports dX by industry, e' (I - A)^-1 dX (Leontief 1936): e is jobs for a
/// unit of output of each industry, A the domestic technical coefficients, element (row, column) at
/// row * n + column being the input from industry `row` in a unit of output of industry `column`,
/// all >= 0. Nothing if the economy could not feed itself (Hawkins and Simon 1949: a principal
/// minor of I - A is not positive).
std::optional<double> leontiefJobs(std::span<const double> coefficients,
                                   std::span<const double> jobsPerOutput,
                                   std::span<const double> exports);

} // namespace export_potential
