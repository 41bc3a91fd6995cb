#pragma once

#include <span>

namespace export_potential {

/// One market's part in the index D of equation (3).
struct MarketTerm {
    double share;      ///< w_sj, share of the segment's base-year sales
    double growth;     ///< G_jt, demand relative to the base year
    double tariff;     ///< tau_jt, ad valorem
    double baseTariff; ///< tau_j0
    double daysChange; ///< days_t - days_0
    double access;     ///< share of the market that is open, 0 to 1
};

/// D = SUM_j w G ((1 + tau) / (1 + tau_0))^-eps exp(-eps theta (days - days_0)) access. 1 when
/// nothing has changed and the shares sum to 1.
double marketIndex(std::span<const MarketTerm> markets, double eps, double theta);

} // namespace export_potential
