#include "equations.hpp"
#include "kernel.hpp"

namespace export_potential {

void Kernel::computeDomestic() {
    if (!wanted_.domestic) {
        return;
    }
    const Block one = broadcast(d_, 1.0);
    const auto before = [&](Symbol size, Symbol growth) {
        Block sales = in(size);
        for (std::size_t k = 0; k < wanted_.from; ++k) {
            sales = sales * (one + in(growth));
        }
        return sales;
    };
    domesticSales_ = before(Symbol::V_dom, Symbol::growth_dom);
    inboundSales_ = before(Symbol::V_inb, Symbol::growth_inb);
    courierResponse_ = equations::priceResponse(d_, in(Symbol::t_g), in(Symbol::eps_in));
}

void Kernel::storeDomestic(std::size_t k) {
    if (!wanted_.domestic) {
        return;
    }
    const Block one = broadcast(d_, 1.0);
    const YearConditions &year = model_.years[k];
    const Block sales = domesticSales_;
    const Block inbound = inboundSales_;
    domesticSales_ = sales * (one + in(Symbol::growth_dom));
    inboundSales_ = inbound * (one + in(Symbol::growth_inb));
    const bool parcelsTouched = year.courierTax || year.dutiable;
    if (!parcelsTouched && !year.retailTax) {
        for (std::size_t i = 0; i < kDomesticColumns; ++i) {
            store(ColumnKind::domestic, i, k, broadcast(d_, 0.0));
        }
        return;
    }

    struct Parcels {
        Block kept; ///< dutiable purchases from abroad that are still made
        Block lost;
    };
    const auto parcels = [&](const Block &response, const Block &dutiable) -> Parcels {
        const Block taxed = inbound * dutiable;
        const Block kept = taxed * response;
        return {kept, taxed - kept};
    };
    const auto orElse = [&](const std::optional<double> &set, Symbol inForce) {
        return set ? broadcast(d_, *set) : in(inForce);
    };
    const Block rateWith = orElse(year.courierTax, Symbol::t_g);
    const Block rateWithout = in(Symbol::t_g);
    const Parcels without = parcels(courierResponse_, in(Symbol::above));
    const Block response = year.courierTax
                               ? equations::priceResponse(d_, rateWith, in(Symbol::eps_in))
                               : courierResponse_;
    const Parcels with =
        parcelsTouched ? parcels(response, orElse(year.dutiable, Symbol::above)) : without;

    const Block moved = in(Symbol::chi) * (with.lost - without.lost);
    const Block collected = in(Symbol::compliance);
    const Block inForce = in(Symbol::t_d);
    const Block retailTax = orElse(year.retailTax, Symbol::t_d) * (sales + moved) * collected -
                            inForce * sales * collected;
    store(ColumnKind::domestic, 0, k, retailTax);
    store(ColumnKind::domestic, 1, k, rateWith * with.kept - rateWithout * without.kept);
    store(ColumnKind::domestic, 2, k, moved);
}

void Kernel::computeSellerSizes() {
    const Block sigma = in(Symbol::sigma);
    if (wanted_.sellers || wanted_.sellerSales) {
        sellerSize_[0] = equations::medianOverMean(d_, sigma);
    }
    if (wanted_.sellerSales) {
        sellerSize_[1] = equations::topHundredthOverMean(d_, sigma);
        sellerVariance_ = equations::sellerVariance(d_, sigma);
    }
}

void Kernel::storeSellerSales(std::size_t k) {
    if (!wanted_.sellerSales) {
        return;
    }
    const Block zero = broadcast(d_, 0.0);
    const Block one = broadcast(d_, 1.0);
    const Block active = allActive_[kWith];
    const Block mean = ifPositive(active, grossWith_ / ifPositive(active, active, one), zero);
    store(ColumnKind::sellerSales, 0, k, mean);
    store(ColumnKind::sellerSales, 1, k, mean * sellerSize_[0]);
    store(ColumnKind::sellerSales, 2, k, mean * sellerSize_[1]);

    // No luck where the programme adds less than one seller, or nothing.
    const Block extra = active - allActive_[kWithout];
    const Block some = larger(extra, one);
    const Block variation = equations::totalVariation(sellerVariance_, some);
    const Block enough = ifPositive(one - extra, zero, variation);
    store(ColumnKind::luck, 0, k, ifPositive(headline_ * headline_, enough, zero));
}

void Kernel::storeFunnel() {
    if (!wanted_.funnel) {
        return;
    }
    const ColumnLayout &columns = model_.columns;
    const Block hundred = broadcast(d_, 100.0);
    storeAt(columns.of(ColumnKind::funnel, 0), hundred);
    for (std::size_t step = 0; step < std::size(kFunnelAges); ++step) {
        const auto age = static_cast<std::size_t>(kFunnelAges[step]);
        Block remaining = broadcast(d_, 0.0);
        for (const Segment &s : model_.segments) {
            remaining = remaining + broadcast(d_, s.mix) *
                                        inputAt(model_.activeGroups[s.activeGroup].act) *
                                        activeAtAge_(s.channel, age);
        }
        storeAt(columns.of(ColumnKind::funnel, step + 1), remaining * hundred);
    }
}

void Kernel::storeSellers() {
    if (!wanted_.sellers) {
        return;
    }
    constexpr double kOneInAHundred = -2.3263478740408408; // Phi^-1(.01)
    constexpr double kOneInTen = -1.2815515655446004;      // Phi^-1(.10)
    const ColumnLayout &columns = model_.columns;
    const Block sigma = in(Symbol::sigma);
    storeAt(columns.of(ColumnKind::sellers, 0),
            equations::topShare(d_, sigma, broadcast(d_, kOneInAHundred)));
    storeAt(columns.of(ColumnKind::sellers, 1),
            equations::topShare(d_, sigma, broadcast(d_, kOneInTen)));
    storeAt(columns.of(ColumnKind::sellers, 2), sellerSize_[0]);
}

} // namespace export_potential
