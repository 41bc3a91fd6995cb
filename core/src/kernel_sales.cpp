#include "kernel.hpp"

#include "equations.hpp"

#include <algorithm>

namespace export_potential {

void Kernel::computeHaircuts() {
    const Vec one = hn::Set(d_, 1.0);
    for (std::size_t channel = 0; channel < model_.pack.channels.size(); ++channel) {
        notDisplaced_(channel) = one - in(Symbol::disp, IndexKind::channel, channel);
        fob_(channel) = one - in(Symbol::w, IndexKind::channel, channel);
    }
}

void Kernel::computeWeights() {
    const IndexKind by = model_.inputs.by(Symbol::m);
    for (std::size_t i = 0; i < model_.segments.size(); ++i) {
        const Segment &s = model_.segments[i];
        const Vec m = in(Symbol::m, by, by == IndexKind::sector ? s.sector : s.channel);
        perSeller_(i) = inputAt(model_.activeGroups[s.activeGroup].act) * m;
    }
    computeOwnWeights();
    computeProgrammeWeights();
}

void Kernel::computeOwnWeights() {
    const std::size_t sectors = model_.pack.sectors.size();
    for (std::size_t i = 0; i < model_.segments.size(); ++i) {
        const Segment &s = model_.segments[i];
        const std::vector<double> &registrations = model_.pack.registrations[s.channel];
        const Vec *pastSelection = pastSelection_.row();
        const std::size_t *ratio = model_.pastRatio.data() + s.sector;
        Vec *past = pastWeights_.row(i);
        const double *registered = registrations.data();
        const std::size_t cohorts = model_.pastCohorts;
        for (std::size_t cohort = 0; cohort < cohorts; ++cohort) {
            past[cohort] = hn::Set(d_, registered[cohort] * s.existingShare) *
                           pastSelection[ratio[cohort * sectors]];
        }
        const Vec share = hn::Set(d_, s.existingShare);
        for (std::size_t path = 0; path < kPaths; ++path) {
            const Vec *organic = organic_.row(s.channel);
            const Vec *selection = selection_.row(path, s.sector);
            Vec *weights = ownWeights_.row(path, i);
            const std::size_t last = model_.lastYear;
            for (std::size_t k = 1; k <= last; ++k) {
                weights[k] = organic[k] * share * selection[k];
            }
        }
    }
}

void Kernel::computeProgrammeWeights() {
    const std::size_t first = model_.firstReported;
    for (std::size_t i = 0; i < model_.segments.size(); ++i) {
        const Segment &s = model_.segments[i];
        const Vec mix = hn::Set(d_, s.mix);
        for (std::size_t path = 0; path < kPaths; ++path) {
            const Vec *entrants = entrants_.row(path);
            const Vec *selection = selection_.row(path, s.sector);
            Vec *weights = programmeWeights_.row(path, i);
            const std::size_t end = model_.programmeEnd;
            for (std::size_t k = first; k < end; ++k) {
                weights[k] = entrants[k] * mix * selection[k];
            }
        }
        if (!model_.training) {
            continue;
        }
        for (std::size_t k = first; k < model_.programmeEnd; ++k) {
            Vec &weight = programmeWeights_(std::size_t{kWith}, i, k);
            weight = weight * activation_(s.activeGroup, k);
            trainedWeights_(i, k) = weight * trainingSales_(k);
        }
    }
    if (model_.training) {
        for (std::size_t channel = 0; channel < model_.pack.channels.size(); ++channel) {
            for (std::size_t age = 0; age < model_.ages; ++age) {
                trainedAtAge_(channel, age) = salesAtAge_(channel, age) * fading_(age);
            }
        }
    }
}

/// Sales in year k of the cohorts of the years [first, end), which began by then.
Vec Kernel::volume(const Vec *weights, const Vec *salesAtAge, std::size_t first, std::size_t end,
                   std::size_t k) const {
    Vec sum = hn::Zero(d_);
    for (std::size_t cohort = first; cohort < end; ++cohort) {
        sum = sum + weights[cohort] * salesAtAge[k - cohort];
    }
    return sum;
}

Vec Kernel::pastVolume(std::size_t segment, std::size_t k) const {
    const std::size_t base = model_.pastCohorts - 1;
    return volume(pastWeights_.row(segment), salesAtAge_.row(model_.segments[segment].channel), 0,
                  model_.pastCohorts, base + k);
}

void Kernel::computeSales(std::size_t k) {
    const Vec congestionExponent = hn::Neg(in(Symbol::kappa));
    const std::size_t channels = model_.pack.channels.size();
    Vec internet[kPaths] = {hn::Set(d_, 1.0), hn::Set(d_, 1.0)};
    if (model_.years[k].internetRatio) {
        internet[kWith] = power(d_, hn::Set(d_, *model_.years[k].internetRatio), in(Symbol::eta));
    }
    for (std::size_t sector = 0; sector < model_.pack.sectors.size(); ++sector) {
        // An empty sector at the base year has no congestion to compare with.
        const Vec start = ownBySector_(sector, std::size_t{0});
        const auto some = hn::Gt(start, hn::Zero(d_));
        Vec common[kPaths];
        for (std::size_t path = 0; path < kPaths; ++path) {
            const Vec crowd = hn::IfThenElseZero(some, active_(path, sector, k) / start);
            common[path] = internet[path] * equations::powerOrOne(d_, crowd, congestionExponent);
        }
        for (std::size_t i = sector * channels; i < (sector + 1) * channels; ++i) {
            const Segment &s = model_.segments[i];
            const Vec past = pastVolume(i, k);
            // Both paths in one loop: they share the sales at each age.
            const Vec *sales = salesAtAge_.row(s.channel) + k;
            const Vec *ownWith = ownWeights_.row(std::size_t{kWith}, i);
            const Vec *ownWithout = ownWeights_.row(std::size_t{kWithout}, i);
            Vec own[kPaths] = {hn::Zero(d_), hn::Zero(d_)};
            for (std::size_t cohort = 1; cohort <= k; ++cohort) {
                const Vec each = *(sales - cohort);
                own[kWith] = own[kWith] + ownWith[cohort] * each;
                own[kWithout] = own[kWithout] + ownWithout[cohort] * each;
            }
            const Vec *joinedWith = programmeWeights_.row(std::size_t{kWith}, i);
            const Vec *joinedWithout = programmeWeights_.row(std::size_t{kWithout}, i);
            Vec joined[kPaths] = {hn::Zero(d_), hn::Zero(d_)};
            const std::size_t end = std::min(model_.programmeEnd, k + 1);
            for (std::size_t cohort = model_.firstReported; cohort < end; ++cohort) {
                const Vec each = *(sales - cohort);
                joined[kWith] = joined[kWith] + joinedWith[cohort] * each;
                joined[kWithout] = joined[kWithout] + joinedWithout[cohort] * each;
            }
            if (model_.training) {
                joined[kWith] =
                    joined[kWith] + volume(trainedWeights_.row(i), trainedAtAge_.row(s.channel),
                                           model_.firstReported, end, k);
            }
            for (std::size_t path = 0; path < kPaths; ++path) {
                const Vec perUnit = perSeller_(i) * common[path];
                programmeBase_(path, i) = perUnit * joined[path];
                base_(path, i) = perUnit * (past + own[path] + joined[path]);
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
        channelSales_(channel) = zero;
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
            channelSales_(channel) = channelSales_(channel) + sold[kWith];
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
    headline_(k) = exportsAdditional;
    grossWith_(k) = gross[kWith];
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
    Vec cost = perRegistrant * programme_(k) + hn::Set(d_, year.measureCost);
    for (std::size_t channel = 0; model_.feeSupport && channel < year.feePoints.size(); ++channel) {
        cost = cost + hn::Set(d_, year.feePoints[channel]) * channelSales_(channel);
    }
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
        allActive_(path) = active;
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
