#include "kernel.hpp"

#include "equations.hpp"

namespace export_potential {

/// Price, time and access of one market as a channel meets them; conditions are null on the path
/// without measures.
Vec Kernel::marketTerm(std::size_t channel, std::size_t market,
                       const YearConditions *conditions) const {
    // A charge below -90 % would be a subsidy without sense and bring the logarithm to its pole.
    constexpr double kLowestCharge = -0.9;
    const Symbol charge = model_.pack.channels[channel].shipment == Shipment::parcel
                              ? Symbol::tau_parcel
                              : Symbol::tau;
    const Vec eps = in(Symbol::eps, IndexKind::channel, channel);
    Vec tau = in(charge, IndexKind::market, market);
    if (conditions != nullptr) {
        tau = tau + hn::Set(d_, conditions->addedTariff[market]);
    }
    Vec term = equations::priceResponse(d_, hn::Max(tau, hn::Set(d_, kLowestCharge)), eps);
    if (conditions != nullptr) {
        term = term * equations::timeResponse(d_, eps, in(Symbol::theta), conditions->daysChange) *
               hn::Set(d_, conditions->access[market]);
    }
    return term;
}

void Kernel::computeInterruptions() {
    const Vec one = hn::Set(d_, 1.0);
    for (std::size_t market = 0; market < model_.pack.markets.size(); ++market) {
        const Vec lost = in(Symbol::severity, IndexKind::market, market);
        // Bit k - 1 of the number of years, taken from its end: 1 where year k is interrupted.
        Vec rest = inputAt(model_.inputs.interruptions(market));
        for (std::size_t k = 1; k <= model_.lastYear; ++k) {
            const Vec half = rest * hn::Set(d_, 0.5);
            const Vec whole = hn::Floor(half);
            open_(market, k) = one - (half - whole) * hn::Set(d_, 2.0) * lost;
            rest = whole;
        }
    }
}

void Kernel::computeFeeSupport() {
    if (!model_.feeSupport) {
        return;
    }
    const Vec passed = in(Symbol::fee_pass);
    for (std::size_t channel = 0; channel < model_.pack.channels.size(); ++channel) {
        const Vec eps = in(Symbol::eps, IndexKind::channel, channel);
        for (std::size_t k = 1; k <= model_.lastYear; ++k) {
            const Vec points = hn::Set(d_, model_.years[k].feePoints[channel]);
            feeResponse_(channel, k) = equations::priceResponse(d_, hn::Neg(points * passed), eps);
        }
    }
}

void Kernel::computeMarkets() {
    const Pack &pack = model_.pack;
    const Vec one = hn::Set(d_, 1.0);
    for (std::size_t market = 0; market < pack.markets.size(); ++market) {
        const Vec pace = one + in(Symbol::growth, IndexKind::market, market);
        for (std::size_t channel = 0; channel < pack.channels.size(); ++channel) {
            const Vec usual = marketTerm(channel, market, nullptr);
            Vec growth = one;
            const Vec *open = open_.row(market);
            Vec *terms[kPaths] = {marketTerms_.row(std::size_t{kWith}, market, channel),
                                  marketTerms_.row(std::size_t{kWithout}, market, channel)};
            const std::size_t last = model_.lastYear;
            const YearConditions *years = model_.years.data();
            for (std::size_t k = 1; k <= last; ++k) {
                growth = growth * pace;
                const YearConditions &year = years[k];
                const Vec size = growth * open[k];
                Vec with = year.touchesMarket(market) ? marketTerm(channel, market, &year) : usual;
                if (year.feePoints[channel] > 0) {
                    with = with * feeResponse_(channel, k);
                }
                terms[kWith][k] = size * with;
                terms[kWithout][k] = size * usual;
            }
        }
    }
    for (std::size_t path = 0; path < kPaths; ++path) {
        for (std::size_t g = 0; g < model_.marketGroups.size(); ++g) {
            const MarketGroup &group = model_.marketGroups[g];
            const std::size_t last = model_.lastYear;
            const std::size_t markets = pack.markets.size();
            const std::size_t stride = pack.channels.size() * (last + 1);
            const Vec *terms = marketTerms_.row(path, std::size_t{0}, group.channel);
            const double *shares = group.shares.data();
            Vec *indices = index_.row(path, g);
            for (std::size_t k = from_; k <= last; ++k) {
                Vec index = hn::Zero(d_);
                for (std::size_t market = 0; market < markets; ++market) {
                    index = index + hn::Set(d_, shares[market]) * terms[market * stride + k];
                }
                indices[k] = index;
            }
        }
    }
}

} // namespace export_potential
