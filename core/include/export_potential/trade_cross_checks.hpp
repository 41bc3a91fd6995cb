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
/// from the world; bilateral v_ij is what i sells to j in all. Neither growth nor tariff changes
/// nor distance, so SUM_k EPI_ijk = v_ij: it spreads existing trade over products in another way
/// and is not a ceiling. Spans of equal length, values >= 0; a product nobody exports, and all
/// where i supplies nothing that j buys, have 0.
std::vector<double> staticExportPotential(std::span<const double> exports,
                                          std::span<const double> world,
                                          std::span<const double> imports, double bilateral);

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
