#include "kernel.hpp"

namespace export_potential {

void Kernel::computeHaircuts() {
    const Block one = broadcast(d_, 1.0);
    for (std::size_t channel = 0; channel < channels_; ++channel) {
        notDisplaced_(channel) = one - in(Symbol::disp, IndexKind::channel, channel);
        fob_(channel) = one - in(Symbol::w, IndexKind::channel, channel);
    }
}

void Kernel::storeYear(std::size_t k) {
    Block exports = broadcast(d_, 0.0);
    for (std::size_t channel = 0; channel < channels_; ++channel) {
        Block additional = broadcast(d_, 0.0);
        for (std::size_t g = 0; g < groups_; ++g) {
            if (model_.marketGroups[g].channel == channel) {
                additional = additional + groupDifference_(g, k) * netIndex_(g, k) +
                             groupBase_(std::size_t{kWithout}, g, k) * netChange_(g, k);
            }
        }
        additional_(channel) = additional;
        exports = exports + additional * fob_(channel);
    }
    headline_ = exports;
    store(Output::exportsAdditional, k, exports);
    store(ColumnKind::poolLimited, 0, k, poolLimited_(k));
    if (wanted_.sectors) {
        for (std::size_t sector = 0; sector < sectors_; ++sector) {
            store(ColumnKind::sectorGross, sector, k, sectorGross_(sector, k));
            store(ColumnKind::sectorExports, sector, k, sectorExports_(sector, k));
        }
    }
    if (wanted_.totals) {
        storeTotals(k);
    }
}

void Kernel::storeTotals(std::size_t k) {
    const Block zero = broadcast(d_, 0.0);
    Block gross[kPaths] = {zero, zero};
    Block exports[kPaths] = {zero, zero};
    Block programme[kPaths] = {zero, zero};
    Block grossAdditional = zero;
    Block feeSupport = zero;
    for (std::size_t channel = 0; channel < channels_; ++channel) {
        Block sold[kPaths] = {zero, zero};
        for (std::size_t g = 0; g < groups_; ++g) {
            if (model_.marketGroups[g].channel != channel) {
                continue;
            }
            for (std::size_t path = 0; path < kPaths; ++path) {
                sold[path] = sold[path] + groupBase_(path, g, k) * index_(path, g, k);
                programme[path] =
                    programme[path] + groupProgramme_(path, g, k) * index_(path, g, k);
            }
        }
        const Block additional = additional_(channel);
        for (std::size_t path = 0; path < kPaths; ++path) {
            gross[path] = gross[path] + sold[path];
            exports[path] = exports[path] + sold[path] * fob_(channel);
        }
        feeSupport = feeSupport + sold[kWith] * broadcast(d_, model_.years[k].feePoints[channel]);
        grossAdditional = grossAdditional + additional;
        store(ColumnKind::channelGross, channel, k, additional);
        store(ColumnKind::channelExports, channel, k, additional * fob_(channel));
    }
    store(Output::grossWith, k, gross[kWith]);
    store(Output::grossWithout, k, gross[kWithout]);
    store(Output::grossAdditional, k, grossAdditional);
    store(Output::exportsWith, k, exports[kWith]);
    store(Output::exportsWithout, k, exports[kWithout]);
    if (wanted_.programmeSales) {
        store(ColumnKind::programmeSales, kWith, k, programme[kWith]);
        store(ColumnKind::programmeSales, kWithout, k, programme[kWithout]);
    }
    grossWith_ = gross[kWith];
    storeConsequences(k, feeSupport);
}

void Kernel::storeMarkets(std::size_t k) {
    if (!wanted_.markets) {
        return;
    }
    prepareTerms(k);
    const Block zero = broadcast(d_, 0.0);
    for (std::size_t market = 0; market < markets_; ++market) {
        Block gross = zero;
        Block exports = zero;
        for (std::size_t g = 0; g < groups_; ++g) {
            const std::size_t channel = model_.marketGroups[g].channel;
            const Block with = terms_(std::size_t{kWith}, g, market);
            const Block change = with - terms_(std::size_t{kWithout}, g, market);
            const Block additional =
                (groupDifference_(g, k) * with + groupBase_(std::size_t{kWithout}, g, k) * change) *
                notDisplaced_(channel);
            gross = gross + additional;
            exports = exports + additional * fob_(channel);
        }
        store(ColumnKind::marketGross, market, k, gross * marketSize_(market, k));
        store(ColumnKind::marketExports, market, k, exports * marketSize_(market, k));
    }
}

void Kernel::storeConsequences(std::size_t k, const Block &feeSupport) {
    constexpr double kMillion = 1e6;
    const YearConditions &year = model_.years[k];
    const Block foreignExchange = headline_ * in(Symbol::rho);
    const Block tax = foreignExchange * in(Symbol::t_x);
    Block perRegistrant = in(Symbol::c_R);
    for (std::size_t tier = 0; model_.training && tier < model_.pack.tiers.size(); ++tier) {
        perRegistrant = perRegistrant + broadcast(d_, year.trainedShare[tier]) *
                                            in(Symbol::takeup, IndexKind::tier, tier) *
                                            in(Symbol::c_T, IndexKind::tier, tier);
    }
    const Block cost = perRegistrant * programme_(k) + broadcast(d_, year.measureCost) + feeSupport;
    store(Output::foreignExchange, k, foreignExchange);
    store(Output::valueAdded, k, headline_ * in(Symbol::v));
    store(Output::jobs, k, headline_ / broadcast(d_, kMillion) * in(Symbol::jobs_per_m));
    store(Output::tax, k, tax);
    store(Output::cost, k, cost);
    store(Output::fiscalNet, k, tax - cost);
}

void Kernel::computeRegistrations() {
    if (!wanted_.totals) {
        return;
    }
    double past = 0;
    for (const std::vector<double> &registered : model_.pack.registrations) {
        for (const double each : registered) {
            past += each;
        }
    }
    Block own = broadcast(d_, past);
    Block joined[kPaths] = {broadcast(d_, 0.0), broadcast(d_, 0.0)};
    for (std::size_t k = 1; k <= lastYear_; ++k) {
        for (std::size_t channel = 0; channel < channels_; ++channel) {
            own = own + organic_(channel, k);
        }
        for (std::size_t path = 0; path < kPaths; ++path) {
            joined[path] = joined[path] + entrants_(path, k);
            registered_(path, k) = own + joined[path];
        }
    }
}

void Kernel::storeSellerCounts(std::size_t k) {
    if (!wanted_.totals) {
        return;
    }
    for (std::size_t path = 0; path < kPaths; ++path) {
        Block active = broadcast(d_, 0.0);
        for (std::size_t sector = 0; sector < sectors_; ++sector) {
            active = active + active_(path, sector, k);
        }
        allActive_[path] = active;
    }
    store(Output::registrationsWith, k, registered_(std::size_t{kWith}, k));
    store(Output::registrationsWithout, k, registered_(std::size_t{kWithout}, k));
    store(Output::activeWith, k, allActive_[kWith]);
    store(Output::activeWithout, k, allActive_[kWithout]);
}

} // namespace export_potential
