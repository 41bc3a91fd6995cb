#include "export_potential/market.hpp"

#include "equations.hpp"

namespace export_potential {

double marketIndex(std::span<const MarketTerm> markets, double eps, double theta) {
    const OneLane d;
    const auto epsLane = hn::Set(d, eps);
    double index = 0;
    for (const MarketTerm &market : markets) {
        const double change = (1 + market.tariff) / (1 + market.baseTariff) - 1;
        const double price = hn::GetLane(equations::priceResponse(d, hn::Set(d, change), epsLane));
        const double time =
            hn::GetLane(equations::timeResponse(d, epsLane, hn::Set(d, theta), market.daysChange));
        index += market.share * market.growth * price * time * market.access;
    }
    return index;
}

} // namespace export_potential
