#include "equations.hpp"
#include "kernel.hpp"

namespace export_potential {

namespace {

/// A charge below -90 % would be a subsidy without sense and bring the logarithm to its pole.
constexpr double kLowestCharge = -0.9;

bool touched(const YearConditions &year, std::size_t channel, std::size_t market) {
    return year.touchesMarket(market) || year.feePoints[channel] > 0;
}

bool sameMarkets(const YearConditions &a, const YearConditions &b) {
    return a.daysChange == b.daysChange && a.addedTariff == b.addedTariff && a.access == b.access &&
           a.feePoints == b.feePoints;
}

} // namespace

void Kernel::preparePrices() {
    for (std::size_t channel = 0; channel < channels_; ++channel) {
        const bool parcel = model_.pack.channels[channel].shipment == Shipment::parcel;
        const PriceClass wanted{parcel ? Symbol::tau_parcel : Symbol::tau,
                                model_.inputs.dimension(Symbol::eps, IndexKind::channel, channel)};
        std::size_t at = 0;
        while (at < priceClasses_.size() &&
               (priceClasses_[at].charge != wanted.charge || priceClasses_[at].eps != wanted.eps)) {
            ++at;
        }
        if (at == priceClasses_.size()) {
            priceClasses_.push_back(wanted);
        }
        priceClass_.push_back(at);
    }
}

void Kernel::computeMarketSizes() {
    const Block one = broadcast(d_, 1.0);
    const Block half = broadcast(d_, 0.5);
    const Block none = broadcast(d_, 0.0);
    for (std::size_t market = 0; market < markets_; ++market) {
        const Block pace = one + in(Symbol::growth, IndexKind::market, market);
        const Block lost = in(Symbol::severity, IndexKind::market, market);
        const Block twiceLost = lost + lost;
        Block *size = marketSize_.row(market);
        Block growth = one;
        // Bit k - 1 of the number of years, taken from its end: 1 where year k is interrupted.
        Block rest = inputAt(model_.inputs.interruptions(market));
        for (std::size_t k = 1; k <= lastYear_; ++k) {
            growth = growth * pace;
            const Block halved = rest * half;
            const Block whole = floor(halved);
            size[k] =
                model_.isClosed(market, k) ? none : growth * (one - (halved - whole) * twiceLost);
            rest = whole;
        }
    }
}

void Kernel::computePrices() {
    for (std::size_t c = 0; c < priceClasses_.size(); ++c) {
        const Block eps = inputAt(priceClasses_[c].eps);
        for (std::size_t market = 0; market < markets_; ++market) {
            const Block tau = in(priceClasses_[c].charge, IndexKind::market, market);
            price_(c, market) =
                equations::priceResponse(d_, larger(tau, broadcast(d_, kLowestCharge)), eps);
        }
    }
    termsYear_ = 0; // in which there are no measures
    for (std::size_t g = 0; g < groups_; ++g) {
        const MarketGroup &group = model_.marketGroups[g];
        for (std::size_t market = 0; market < markets_; ++market) {
            const Block term =
                broadcast(d_, group.shares[market]) * price_(priceClass_[group.channel], market);
            terms_(std::size_t{kWith}, g, market) = term;
            terms_(std::size_t{kWithout}, g, market) = term;
        }
    }
}

/// The terms of the with-path under the conditions of year k.
void Kernel::computeChangedPrices(std::size_t k) {
    const YearConditions &year = model_.years[k];
    for (std::size_t g = 0; g < groups_; ++g) {
        const MarketGroup &group = model_.marketGroups[g];
        const PriceClass &priceClass = priceClasses_[priceClass_[group.channel]];
        const Block eps = inputAt(priceClass.eps);
        const Block time =
            year.daysChange != 0
                ? equations::timeResponse(d_, eps, in(Symbol::theta), year.daysChange)
                : broadcast(d_, 1.0);
        const double points = year.feePoints[group.channel];
        // Not -eps alone as for a charge: what buyers pay is counted at the price that falls.
        const Block fee =
            points > 0 ? equations::priceResponse(d_, broadcast(d_, -points) * in(Symbol::fee_pass),
                                                  eps - broadcast(d_, 1.0))
                       : broadcast(d_, 1.0);
        const Block common = time * fee;
        for (std::size_t market = 0; market < markets_; ++market) {
            Block &term = terms_(std::size_t{kWith}, g, market);
            if (!touched(year, group.channel, market)) {
                term = terms_(std::size_t{kWithout}, g, market);
                continue;
            }
            Block price = price_(priceClass_[group.channel], market);
            if (year.addedTariff[market] != 0) {
                const Block tau = in(priceClass.charge, IndexKind::market, market) +
                                  broadcast(d_, year.addedTariff[market]);
                price =
                    equations::priceResponse(d_, larger(tau, broadcast(d_, kLowestCharge)), eps);
            }
            term = broadcast(d_, group.shares[market] * year.access[market]) * price * common;
        }
    }
}

/// Makes terms_ those of year k.
void Kernel::prepareTerms(std::size_t k) {
    if (!sameMarkets(model_.years[k], model_.years[termsYear_])) {
        computeChangedPrices(k);
    }
    termsYear_ = k;
}

void Kernel::computeIndices(std::size_t k) {
    prepareTerms(k);
    const bool changed = !sameMarkets(model_.years[k], model_.years[0]);
    for (std::size_t g = 0; g < groups_; ++g) {
        const auto index = [&](std::size_t path) {
            const Block *terms = terms_.row(path, g);
            Block sum = broadcast(d_, 0.0);
            for (std::size_t market = 0; market < markets_; ++market) {
                sum = sum + terms[market] * marketSize_(market, k);
            }
            return sum;
        };
        const Block without = index(kWithout);
        const Block with = changed ? index(kWith) : without;
        const Block &kept = notDisplaced_(model_.marketGroups[g].channel);
        index_(std::size_t{kWith}, g, k) = with;
        index_(std::size_t{kWithout}, g, k) = without;
        netIndex_(g, k) = with * kept;
        netChange_(g, k) = (with - without) * kept;
    }
}

} // namespace export_potential
