#include "kernel.hpp"

#include "equations.hpp"

namespace export_potential {

void Kernel::computeHaircuts() {
    const Vec one = hn::Set(d_, 1.0);
    for (std::size_t channel = 0; channel < model_.pack.channels.size(); ++channel) {
        notDisplaced_(channel) = one - in(Symbol::disp, IndexKind::channel, channel);
        fob_(channel) = one - in(Symbol::w, IndexKind::channel, channel);
    }
}

void Kernel::computePastSales(std::size_t k) {
    const Pack &pack = model_.pack;
    const std::size_t sectors = pack.sectors.size();
    const std::size_t past = model_.pastCohorts;
    for (std::size_t i = 0; i < model_.segments.size(); ++i) {
        const Segment &s = model_.segments[i];
        const std::vector<double> &registrations = pack.registrations[s.channel];
        const Vec *sales = salesAtAge_.row(s.channel) + k;
        Vec volume = hn::Zero(d_);
        for (std::size_t cohort = 0; cohort < past; ++cohort) {
            const double registered = registrations[cohort] * s.existingShare;
            if (registered == 0) {
                continue;
            }
            const std::size_t ratio = model_.pastRatio[cohort * sectors + s.sector];
            volume =
                volume + hn::Set(d_, registered) * pastSelection_(ratio) * sales[past - 1 - cohort];
        }
        pastSales_(i) = volume;
    }
}

Vec Kernel::organicVolume(const Segment &s, std::size_t path, std::size_t k) const {
    Vec volume = hn::Zero(d_);
    if (s.existingShare == 0) {
        return volume;
    }
    const Vec *registered = organic_.row(s.channel);
    const Vec *selection = selection_.row(path, s.sector);
    const Vec *sales = salesAtAge_.row(s.channel);
    for (std::size_t cohort = 1; cohort <= k; ++cohort) {
        volume = volume + registered[cohort] * selection[cohort] * sales[k - cohort];
    }
    return volume * hn::Set(d_, s.existingShare);
}

Vec Kernel::programmeVolume(const Segment &s, std::size_t path, std::size_t k) const {
    Vec volume = hn::Zero(d_);
    if (s.mix == 0) {
        return volume;
    }
    const Vec *entrants = entrants_.row(path);
    const Vec *selection = selection_.row(path, s.sector);
    const Vec *sales = salesAtAge_.row(s.channel);
    const bool trained = path == kWith && model_.training;
    for (std::size_t cohort = model_.firstReported; cohort <= k; ++cohort) {
        Vec sold = entrants[cohort] * selection[cohort] * sales[k - cohort];
        if (trained) {
            const Vec lift = hn::Set(d_, 1.0) + trainingSales_(cohort) * fading_(k - cohort);
            sold = sold * activation_(s.activeGroup, cohort) * lift;
        }
        volume = volume + sold;
    }
    return volume * hn::Set(d_, s.mix);
}

void Kernel::computeSales(std::size_t k) {
    const Vec congestionExponent = hn::Neg(in(Symbol::kappa));
    for (std::size_t path = 0; path < kPaths; ++path) {
        Vec internet = hn::Set(d_, 1.0);
        if (path == kWith && model_.years[k].internetRatio) {
            internet = power(d_, hn::Set(d_, *model_.years[k].internetRatio), in(Symbol::eta));
        }
        for (std::size_t sector = 0; sector < model_.pack.sectors.size(); ++sector) {
            // An empty sector at the base year has no congestion to compare with.
            const Vec start = ownBySector_(sector, std::size_t{0});
            const Vec crowd =
                hn::IfThenElseZero(hn::Gt(start, hn::Zero(d_)), active_(path, sector, k) / start);
            const Vec common = internet * equations::powerOrOne(d_, crowd, congestionExponent);
            for (std::size_t channel = 0; channel < model_.pack.channels.size(); ++channel) {
                const std::size_t i = model_.pack.segment(sector, channel);
                const Segment &s = model_.segments[i];
                const IndexKind by = model_.inputs.by(Symbol::m);
                const Vec m = in(Symbol::m, by, by == IndexKind::sector ? sector : channel);
                const Vec perUnit = inputAt(model_.activeGroups[s.activeGroup].act) * m * common;
                const Vec own = pastSales_(i) + organicVolume(s, path, k);
                const Vec joined = programmeVolume(s, path, k);
                programmeBase_(path, i) = perUnit * joined;
                base_(path, i) = perUnit * (own + joined);
            }
        }
    }
}

void Kernel::storeYear(std::size_t k) {
    const Pack &pack = model_.pack;
    const ColumnLayout &columns = model_.columns;
    const std::size_t t = k - model_.firstReported;
    const Vec zero = hn::Zero(d_);
    Vec gross[kPaths] = {zero, zero};
    Vec exports[kPaths] = {zero, zero};
    Vec programme[kPaths] = {zero, zero};
    for (std::size_t channel = 0; channel < pack.channels.size(); ++channel) {
        channelGross_(channel) = zero;
    }
    Vec grossAdditional = zero;
    Vec exportsAdditional = zero;
    for (std::size_t sector = 0; sector < pack.sectors.size(); ++sector) {
        Vec sectorGross = zero;
        Vec sectorExports = zero;
        for (std::size_t channel = 0; channel < pack.channels.size(); ++channel) {
            const std::size_t i = pack.segment(sector, channel);
            const std::size_t group = model_.segments[i].marketGroup;
            Vec sold[kPaths];
            for (std::size_t path = 0; path < kPaths; ++path) {
                const Vec index = index_(path, group, k);
                sold[path] = base_(path, i) * index;
                gross[path] = gross[path] + sold[path];
                exports[path] = exports[path] + sold[path] * fob_(channel);
                programme[path] = programme[path] + programmeBase_(path, i) * index;
            }
            const Vec additional = (sold[kWith] - sold[kWithout]) * notDisplaced_(channel);
            sectorGross = sectorGross + additional;
            sectorExports = sectorExports + additional * fob_(channel);
            channelGross_(channel) = channelGross_(channel) + additional;
        }
        store(columns.of(ColumnKind::sectorGross, sector, t), sectorGross);
        store(columns.of(ColumnKind::sectorExports, sector, t), sectorExports);
        grossAdditional = grossAdditional + sectorGross;
        exportsAdditional = exportsAdditional + sectorExports;
    }
    for (std::size_t channel = 0; channel < pack.channels.size(); ++channel) {
        store(columns.of(ColumnKind::channelGross, channel, t), channelGross_(channel));
        store(columns.of(ColumnKind::channelExports, channel, t),
              channelGross_(channel) * fob_(channel));
    }
    store(Output::grossWith, t, gross[kWith]);
    store(Output::grossWithout, t, gross[kWithout]);
    store(Output::grossAdditional, t, grossAdditional);
    store(Output::exportsWith, t, exports[kWith]);
    store(Output::exportsWithout, t, exports[kWithout]);
    store(columns.of(ColumnKind::programmeSales, kWith, t), programme[kWith]);
    store(columns.of(ColumnKind::programmeSales, kWithout, t), programme[kWithout]);
    storeMarkets(k);
    storeConsequences(k, exportsAdditional);
}

void Kernel::storeMarkets(std::size_t k) {
    const std::size_t t = k - model_.firstReported;
    for (std::size_t path = 0; path < kPaths; ++path) {
        for (std::size_t g = 0; g < model_.marketGroups.size(); ++g) {
            groupBase_(path, g) = hn::Zero(d_);
        }
        for (std::size_t i = 0; i < model_.segments.size(); ++i) {
            const std::size_t g = model_.segments[i].marketGroup;
            groupBase_(path, g) = groupBase_(path, g) + base_(path, i);
        }
    }
    for (std::size_t market = 0; market < model_.pack.markets.size(); ++market) {
        Vec gross = hn::Zero(d_);
        Vec exports = hn::Zero(d_);
        for (std::size_t g = 0; g < model_.marketGroups.size(); ++g) {
            const MarketGroup &group = model_.marketGroups[g];
            const Vec with = groupBase_(std::size_t{kWith}, g) *
                             marketTerms_(std::size_t{kWith}, market, group.channel, k);
            const Vec without = groupBase_(std::size_t{kWithout}, g) *
                                marketTerms_(std::size_t{kWithout}, market, group.channel, k);
            const Vec additional =
                (with - without) * hn::Set(d_, group.shares[market]) * notDisplaced_(group.channel);
            gross = gross + additional;
            exports = exports + additional * fob_(group.channel);
        }
        store(model_.columns.of(ColumnKind::marketGross, market, t), gross);
        store(model_.columns.of(ColumnKind::marketExports, market, t), exports);
    }
}

void Kernel::storeConsequences(std::size_t k, Vec exportsAdditional) {
    constexpr double kMillion = 1e6;
    const std::size_t t = k - model_.firstReported;
    const YearConditions &year = model_.years[k];
    const Vec foreignExchange = exportsAdditional * in(Symbol::rho);
    const Vec tax = foreignExchange * in(Symbol::t_x);
    Vec perRegistrant = in(Symbol::c_R);
    for (std::size_t tier = 0; tier < model_.pack.tiers.size(); ++tier) {
        perRegistrant = perRegistrant + hn::Set(d_, year.trainedShare[tier]) *
                                            in(Symbol::takeup, IndexKind::tier, tier) *
                                            in(Symbol::c_T, IndexKind::tier, tier);
    }
    const Vec cost = perRegistrant * programme_(k) + hn::Set(d_, year.measureCost);
    store(Output::exportsAdditional, t, exportsAdditional);
    store(Output::foreignExchange, t, foreignExchange);
    store(Output::valueAdded, t, exportsAdditional * in(Symbol::v));
    store(Output::jobs, t, exportsAdditional / hn::Set(d_, kMillion) * in(Symbol::jobs_per_m));
    store(Output::tax, t, tax);
    store(Output::cost, t, cost);
    store(Output::fiscalNet, t, tax - cost);
}

void Kernel::storeSellerCounts(std::size_t k) {
    const Pack &pack = model_.pack;
    const std::size_t t = k - model_.firstReported;
    double past = 0;
    Vec own = hn::Zero(d_);
    for (std::size_t channel = 0; channel < pack.channels.size(); ++channel) {
        for (const double registered : pack.registrations[channel]) {
            past += registered;
        }
        for (std::size_t cohort = 1; cohort <= k; ++cohort) {
            own = own + organic_(channel, cohort);
        }
    }
    own = own + hn::Set(d_, past);
    for (std::size_t path = 0; path < kPaths; ++path) {
        Vec registered = own;
        for (std::size_t cohort = model_.firstReported; cohort <= k; ++cohort) {
            registered = registered + entrants_(path, cohort);
        }
        Vec active = hn::Zero(d_);
        for (std::size_t sector = 0; sector < pack.sectors.size(); ++sector) {
            active = active + active_(path, sector, k);
        }
        const bool with = path == kWith;
        store(with ? Output::registrationsWith : Output::registrationsWithout, t, registered);
        store(with ? Output::activeWith : Output::activeWithout, t, active);
    }
    store(model_.columns.of(ColumnKind::poolLimited, 0, t), poolLimited_(k));
}

void Kernel::storeOnce() {
    const ColumnLayout &columns = model_.columns;
    const Vec hundred = hn::Set(d_, 100.0);
    store(columns.of(ColumnKind::funnel, 0), hundred);
    for (std::size_t step = 0; step < std::size(kFunnelAges); ++step) {
        const auto age = static_cast<std::size_t>(kFunnelAges[step]);
        Vec remaining = hn::Zero(d_);
        for (const Segment &s : model_.segments) {
            remaining = remaining + hn::Set(d_, s.mix) *
                                        inputAt(model_.activeGroups[s.activeGroup].act) *
                                        activeAtAge_(s.channel, age);
        }
        store(columns.of(ColumnKind::funnel, step + 1), remaining * hundred);
    }
    constexpr double kOneInAHundred = -2.3263478740408408; // Phi^-1(.01)
    constexpr double kOneInTen = -1.2815515655446004;      // Phi^-1(.10)
    const Vec sigma = in(Symbol::sigma);
    store(columns.of(ColumnKind::sellers, 0),
          equations::topShare(d_, sigma, hn::Set(d_, kOneInAHundred)));
    store(columns.of(ColumnKind::sellers, 1),
          equations::topShare(d_, sigma, hn::Set(d_, kOneInTen)));
    store(columns.of(ColumnKind::sellers, 2), equations::medianOverMean(d_, sigma));
}

} // namespace export_potential
