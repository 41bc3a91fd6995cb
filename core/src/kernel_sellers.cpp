#include "kernel.hpp"

#include "equations.hpp"
#include "export_potential/lifecycle.hpp"

namespace export_potential {

void Kernel::computeLifecycle() {
    const Vec one = hn::Set(d_, 1.0);
    const Vec g0 = in(Symbol::g0);
    const Vec yearlyDecay = exp(d_, hn::Neg(one / in(Symbol::T)));
    for (std::size_t channel = 0; channel < model_.pack.channels.size(); ++channel) {
        const auto shape =
            equations::survivalShape(d_, in(Symbol::r1, IndexKind::channel, channel),
                                     in(Symbol::r2_gain, IndexKind::channel, channel));
        const Vec unsuspended = one - in(Symbol::x, IndexKind::channel, channel);
        Vec active = one;
        Vec decay = one;
        for (std::size_t age = 0; age < model_.ages; ++age) {
            if (age > 0) {
                active =
                    active * equations::retention(d_, shape, static_cast<int>(age)) * unsuspended;
                decay = decay * yearlyDecay;
            }
            activeAtAge_(channel, age) = active;
            salesAtAge_(channel, age) = active * equations::ramp(d_, g0, decay);
        }
        salesAtAge_(channel, std::size_t{0}) =
            salesAtAge_(channel, std::size_t{0}) * hn::Set(d_, kFirstYearShare);
    }
}

void Kernel::computeOwnSellers() {
    const Pack &pack = model_.pack;
    const std::size_t past = model_.pastCohorts;
    for (std::size_t channel = 0; channel < pack.channels.size(); ++channel) {
        const std::vector<double> &registered = pack.registrations[channel];
        const Vec pace = hn::Set(d_, 1.0) + in(Symbol::organic_growth, IndexKind::channel, channel);
        organic_(channel, std::size_t{0}) = hn::Set(d_, registered[past - 1]);
        for (std::size_t k = 1; k <= model_.lastYear; ++k) {
            organic_(channel, k) = organic_(channel, k - 1) * pace;
        }
        const Vec *atAge = activeAtAge_.row(channel);
        const Vec *organic = organic_.row(channel);
        const double *newcomers = registered.data();
        Vec *own = ownActive_.row(channel);
        const std::size_t last = model_.lastYear;
        for (std::size_t k = 0; k <= last; ++k) {
            Vec active = hn::Zero(d_);
            for (std::size_t cohort = 0; cohort < past; ++cohort) {
                active = active + hn::Set(d_, newcomers[cohort]) * atAge[past - 1 - cohort + k];
            }
            for (std::size_t cohort = 1; cohort <= k; ++cohort) {
                active = active + organic[cohort] * atAge[k - cohort];
            }
            own[k] = active;
        }
    }
    const std::size_t last = model_.lastYear;
    const std::size_t channels = pack.channels.size();
    for (std::size_t sector = 0; sector < pack.sectors.size(); ++sector) {
        Vec *sums = ownBySector_.row(sector);
        for (std::size_t k = 0; k <= last; ++k) {
            sums[k] = hn::Zero(d_);
        }
        for (std::size_t i = sector * channels; i < (sector + 1) * channels; ++i) {
            const Segment &s = model_.segments[i];
            const Vec part =
                inputAt(model_.activeGroups[s.activeGroup].act) * hn::Set(d_, s.existingShare);
            const Vec *active = ownActive_.row(s.channel);
            for (std::size_t k = 0; k <= last; ++k) {
                sums[k] = sums[k] + part * active[k];
            }
        }
    }
}

Vec Kernel::pool(std::size_t k) const {
    const YearConditions &year = model_.years[k];
    Vec size = hn::Zero(d_);
    for (std::size_t kind = 0; kind < model_.pack.pool.size(); ++kind) {
        size = size + hn::Set(d_, model_.pack.pool[kind].establishments) *
                          in(Symbol::export_ready, IndexKind::pool, kind);
    }
    if (year.internetRatio) {
        size = size * power(d_, hn::Set(d_, *year.internetRatio), in(Symbol::lambda));
    }
    if (year.retailTax) {
        const Vec one = hn::Set(d_, 1.0);
        const Vec kept = hn::Set(d_, 1 - *year.retailTax) / (one - in(Symbol::t_d));
        size = size * power(d_, kept, in(Symbol::xi));
    }
    return size;
}

Vec Kernel::plannedRegistrations(std::size_t k) const {
    const Onboarding &onboarding = model_.scenario.onboarding;
    if (onboarding.path != PathShape::bass) {
        return hn::Set(d_, model_.plan[k]);
    }
    const auto year = static_cast<int>(k - model_.firstReported) + 1;
    if (year > onboarding.years) {
        return hn::Zero(d_);
    }
    const Vec p = in(Symbol::p);
    const Vec q = in(Symbol::q);
    const Vec rise =
        equations::bassCumulative(d_, p, q, year) - equations::bassCumulative(d_, p, q, year - 1);
    return hn::Set(d_, onboarding.newSellers) *
           (rise / equations::bassCumulative(d_, p, q, onboarding.years));
}

void Kernel::computeProgramme() {
    const Vec zero = hn::Zero(d_);
    const Vec one = hn::Set(d_, 1.0);
    const Vec dw = in(Symbol::dw);
    Vec registered = zero;
    for (std::size_t k = 0; k <= model_.lastYear; ++k) {
        if (k < model_.firstReported) {
            programme_(k) = zero;
            poolLimited_(k) = zero;
        } else {
            Vec own = zero;
            for (std::size_t sector = 0; sector < model_.pack.sectors.size(); ++sector) {
                own = own + ownBySector_(sector, k);
            }
            const Vec planned = plannedRegistrations(k);
            const Vec left = hn::Max(zero, pool(k) - own - registered);
            programme_(k) = hn::Min(planned, left);
            poolLimited_(k) = hn::IfThenElseZero(hn::Lt(programme_(k), planned), one);
            registered = registered + programme_(k);
        }
        entrants_(std::size_t{kWith}, k) = programme_(k);
        entrants_(std::size_t{kWithout}, k) = programme_(k) * dw;
    }
}

void Kernel::computeActivation() {
    const Vec one = hn::Set(d_, 1.0);
    for (std::size_t k = 0; k <= model_.lastYear; ++k) {
        Vec lift = hn::Zero(d_);
        Vec sales = hn::Zero(d_);
        for (std::size_t tier = 0; tier < model_.pack.tiers.size(); ++tier) {
            const Vec taken = hn::Set(d_, model_.years[k].trainedShare[tier]) *
                              in(Symbol::takeup, IndexKind::tier, tier);
            lift = lift + taken * in(Symbol::act_lift, IndexKind::tier, tier);
            sales = sales + taken * in(Symbol::delta, IndexKind::tier, tier);
        }
        trainingSales_(k) = sales;
        for (std::size_t group = 0; group < model_.activeGroups.size(); ++group) {
            // No more than all of a cohort can become active.
            const Vec act = inputAt(model_.activeGroups[group].act);
            activation_(group, k) = hn::Min(one + lift, one / act);
        }
    }
    constexpr double kLn2 = 0.69314718055994530942;
    const Vec yearlyFade = exp(d_, hn::Set(d_, -kLn2) / in(Symbol::h));
    fading_(std::size_t{0}) = one;
    for (std::size_t age = 1; age < model_.ages; ++age) {
        fading_(age) = fading_(age - 1) * yearlyFade;
    }
}

void Kernel::computeActive() {
    const Pack &pack = model_.pack;
    for (std::size_t group = 0; group < model_.activeGroups.size(); ++group) {
        const std::size_t channel = model_.activeGroups[group].channel;
        for (std::size_t k = from_; k <= model_.lastYear; ++k) {
            Vec with = hn::Zero(d_);
            Vec without = hn::Zero(d_);
            for (std::size_t cohort = model_.firstReported; cohort <= k; ++cohort) {
                const Vec atAge = activeAtAge_(channel, k - cohort);
                with = with +
                       entrants_(std::size_t{kWith}, cohort) * activation_(group, cohort) * atAge;
                without = without + entrants_(std::size_t{kWithout}, cohort) * atAge;
            }
            programmeActive_(std::size_t{kWith}, group, k) = with;
            programmeActive_(std::size_t{kWithout}, group, k) = without;
        }
    }
    for (std::size_t path = 0; path < kPaths; ++path) {
        const std::size_t last = model_.lastYear;
        const std::size_t channels = pack.channels.size();
        for (std::size_t sector = 0; sector < pack.sectors.size(); ++sector) {
            Vec *sums = active_.row(path, sector);
            const Vec *own = ownBySector_.row(sector);
            for (std::size_t k = from_; k <= last; ++k) {
                sums[k] = own[k];
            }
            for (std::size_t i = sector * channels; i < (sector + 1) * channels; ++i) {
                const Segment &s = model_.segments[i];
                const Vec part =
                    inputAt(model_.activeGroups[s.activeGroup].act) * hn::Set(d_, s.mix);
                const Vec *joined = programmeActive_.row(path, s.activeGroup);
                for (std::size_t k = from_; k <= last; ++k) {
                    sums[k] = sums[k] + part * joined[k];
                }
            }
        }
    }
}

void Kernel::computeSelection() {
    const Pack &pack = model_.pack;
    const Vec exponent = hn::Neg(in(Symbol::psi));
    for (std::size_t i = 0; i < model_.pastLogRatios.size(); ++i) {
        pastSelection_(i) = exp(d_, exponent * hn::Set(d_, model_.pastLogRatios[i]));
    }
    // Where all channels grow alike, so do all sectors, and years without entrants have one factor.
    const bool alike = model_.inputs.by(Symbol::organic_growth) == IndexKind::none;
    const Vec yearly =
        power(d_, hn::Set(d_, 1.0) + in(Symbol::organic_growth, IndexKind::channel, 0), exponent);
    for (std::size_t sector = 0; sector < pack.sectors.size(); ++sector) {
        // An empty cohort at the base year has no selection to compare with.
        const double baseCohort = model_.baseCohort[sector];
        const Vec scale = hn::Set(d_, baseCohort > 0 ? 1 / baseCohort : 0);
        double mix = 0;
        for (std::size_t channel = 0; channel < pack.channels.size(); ++channel) {
            mix += model_.segments[pack.segment(sector, channel)].mix;
        }
        Vec organicOnly = hn::Set(d_, 1.0);
        for (std::size_t k = 1; k <= model_.lastYear; ++k) {
            organicOnly = organicOnly * yearly;
            Vec &with = selection_(std::size_t{kWith}, sector, k);
            Vec &without = selection_(std::size_t{kWithout}, sector, k);
            const bool entrants = k >= model_.firstReported && k < model_.programmeEnd && mix > 0;
            if (!entrants && alike) {
                with = organicOnly;
                without = organicOnly;
                continue;
            }
            Vec organic = hn::Zero(d_);
            for (std::size_t channel = 0; channel < pack.channels.size(); ++channel) {
                const Segment &s = model_.segments[pack.segment(sector, channel)];
                organic = organic + organic_(channel, k) * hn::Set(d_, s.existingShare);
            }
            const auto factor = [&](std::size_t path) {
                const Vec registered = organic + entrants_(path, k) * hn::Set(d_, mix);
                return equations::powerOrOne(d_, registered * scale, exponent);
            };
            with = factor(kWith);
            without = entrants ? factor(kWithout) : with;
        }
    }
}

} // namespace export_potential
