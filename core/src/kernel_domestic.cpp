#include "equations.hpp"
#include "kernel.hpp"

namespace export_potential {

void Kernel::storeDomestic(std::size_t k) {
    const Vec one = hn::Set(d_, 1.0);
    const YearConditions &year = model_.years[k];
    const auto grown = [&](Symbol size, Symbol growth) {
        const Vec factor = power(d_, one + in(growth), hn::Set(d_, static_cast<double>(k)));
        return factor * in(size);
    };
    const Vec sales = grown(Symbol::V_dom, Symbol::growth_dom);
    const Vec inbound = grown(Symbol::V_inb, Symbol::growth_inb);

    struct Parcels {
        Vec kept; ///< dutiable purchases from abroad that are still made
        Vec lost;
    };
    const auto parcels = [&](Vec rate, Vec dutiable) -> Parcels {
        const Vec taxed = inbound * dutiable;
        const Vec kept = taxed * equations::priceResponse(d_, rate, in(Symbol::eps_in));
        return {kept, taxed - kept};
    };
    const auto orElse = [&](const std::optional<double> &set, Symbol inForce) {
        return set ? hn::Set(d_, *set) : in(inForce);
    };
    const Vec rateWith = orElse(year.courierTax, Symbol::t_g);
    const Vec rateWithout = in(Symbol::t_g);
    const Parcels without = parcels(rateWithout, in(Symbol::above));
    const Parcels with = year.courierTax || year.dutiable
                             ? parcels(rateWith, orElse(year.dutiable, Symbol::above))
                             : without;

    const Vec moved = in(Symbol::chi) * (with.lost - without.lost);
    const Vec collected = in(Symbol::compliance);
    const Vec inForce = in(Symbol::t_d);
    const Vec retailTax = orElse(year.retailTax, Symbol::t_d) * (sales + moved) * collected -
                          inForce * sales * collected;
    const std::size_t t = k - model_.firstReported;
    store(model_.columns.of(ColumnKind::domestic, 0, t), retailTax);
    store(model_.columns.of(ColumnKind::domestic, 1, t),
          rateWith * with.kept - rateWithout * without.kept);
    store(model_.columns.of(ColumnKind::domestic, 2, t), moved);
}

void Kernel::storeSellerSales(std::size_t k) {
    const std::size_t t = k - model_.firstReported;
    const Vec zero = hn::Zero(d_);
    const Vec one = hn::Set(d_, 1.0);
    const Vec sigma = in(Symbol::sigma);
    const Vec active = allActive_(std::size_t{kWith});
    const auto some = hn::Gt(active, zero);
    const Vec mean = hn::IfThenElseZero(some, grossWith_(k) / hn::IfThenElse(some, active, one));
    store(model_.columns.of(ColumnKind::sellerSales, 0, t), mean);
    store(model_.columns.of(ColumnKind::sellerSales, 1, t),
          mean * equations::medianOverMean(d_, sigma));
    store(model_.columns.of(ColumnKind::sellerSales, 2, t),
          mean * equations::topHundredthOverMean(d_, sigma));

    const Vec extra = active - allActive_(std::size_t{kWithout});
    const auto enough = hn::And(hn::Ge(extra, one), hn::Ne(headline_(k), zero));
    const Vec variation = equations::totalVariation(d_, sigma, hn::IfThenElse(enough, extra, one));
    store(model_.columns.of(ColumnKind::luck, 0, t), hn::IfThenElseZero(enough, variation));
}

} // namespace export_potential
