#include "equations.hpp"
#include "export_potential/lifecycle.hpp"
#include "kernel.hpp"

#include <algorithm>

namespace export_potential {

void Kernel::computeLifecycle() {
    const Block one = broadcast(d_, 1.0);
    const std::size_t ages = model_.ages;
    const Block g0 = in(Symbol::g0);
    const Block yearlyDecay = exp(d_, broadcast(d_, -1.0) / in(Symbol::T));
    Block *ramp = ramp_.row();
    Block decay = one;
    ramp[0] = equations::ramp(d_, g0, decay) * broadcast(d_, kFirstYearShare);
    for (std::size_t age = 1; age < ages; ++age) {
        decay = decay * yearlyDecay;
        ramp[age] = equations::ramp(d_, g0, decay);
    }
    const bool oneShape = model_.inputs.by(Symbol::r1) == IndexKind::none &&
                          model_.inputs.by(Symbol::r2_gain) == IndexKind::none;
    Block *retention = retention_.row();
    for (std::size_t channel = 0; channel < channels_; ++channel) {
        if (channel == 0 || !oneShape) {
            const auto shape =
                equations::survivalShape(d_, in(Symbol::r1, IndexKind::channel, channel),
                                         in(Symbol::r2_gain, IndexKind::channel, channel));
            for (std::size_t age = 1; age < ages; ++age) {
                retention[age] = equations::retention(d_, shape, static_cast<int>(age));
            }
        }
        const Block unsuspended = one - in(Symbol::x, IndexKind::channel, channel);
        Block *activeAtAge = activeAtAge_.row(channel);
        Block *salesAtAge = salesAtAge_.row(channel);
        Block active = one;
        activeAtAge[0] = one;
        salesAtAge[0] = ramp[0];
        for (std::size_t age = 1; age < ages; ++age) {
            active = active * retention[age] * unsuspended;
            activeAtAge[age] = active;
            salesAtAge[age] = active * ramp[age];
        }
    }
}

void Kernel::computeOwnSellers() {
    const Pack &pack = model_.pack;
    const std::size_t past = model_.pastCohorts;
    const std::size_t last = lastYear_;
    for (std::size_t channel = 0; channel < channels_; ++channel) {
        const double *registered = pack.registrations[channel].data();
        const Block pace =
            broadcast(d_, 1.0) + in(Symbol::organic_growth, IndexKind::channel, channel);
        Block *organic = organic_.row(channel);
        organic[0] = broadcast(d_, registered[past - 1]);
        for (std::size_t k = 1; k <= last; ++k) {
            organic[k] = organic[k - 1] * pace;
        }
        const Block *atAge = activeAtAge_.row(channel);
        Block *own = ownActive_.row(channel);
        for (std::size_t k = 0; k <= last; ++k) {
            Block active = broadcast(d_, 0.0);
            for (std::size_t cohort = firstCohort_[channel]; cohort < past; ++cohort) {
                active = active + broadcast(d_, registered[cohort]) * atAge[past - 1 - cohort + k];
            }
            for (std::size_t cohort = 1; cohort <= k; ++cohort) {
                active = active + organic[cohort] * atAge[k - cohort];
            }
            own[k] = active;
        }
    }
    for (std::size_t sector = 0; sector < sectors_; ++sector) {
        Block *sums = ownBySector_.row(sector);
        std::fill_n(sums, last + 1, broadcast(d_, 0.0));
        for (std::size_t i = sector * channels_; i < (sector + 1) * channels_; ++i) {
            const Segment &s = model_.segments[i];
            const Block part =
                inputAt(model_.activeGroups[s.activeGroup].act) * broadcast(d_, s.existingShare);
            const Block *active = ownActive_.row(s.channel);
            for (std::size_t k = 0; k <= last; ++k) {
                sums[k] = sums[k] + part * active[k];
            }
        }
        // An empty sector at the base year has no congestion to compare with.
        perOwnSeller_(sector) =
            ifPositive(sums[0], broadcast(d_, 1.0) / sums[0], broadcast(d_, 0.0));
    }
}

/// Equation (0) in year k, from the pool that no measure touches.
Block Kernel::pool(std::size_t k, const Block &untouched) const {
    const YearConditions &year = model_.years[k];
    Block size = untouched;
    if (year.internetRatio) {
        size = size * power(d_, broadcast(d_, *year.internetRatio), in(Symbol::lambda));
    }
    if (year.retailTax) {
        const Block kept =
            broadcast(d_, 1 - *year.retailTax) / (broadcast(d_, 1.0) - in(Symbol::t_d));
        size = size * power(d_, kept, in(Symbol::xi));
    }
    return size;
}

Block Kernel::plannedRegistrations(std::size_t k) const {
    const Onboarding &onboarding = model_.scenario.onboarding;
    if (onboarding.path != PathShape::bass) {
        return broadcast(d_, model_.plan[k]);
    }
    const auto year = static_cast<int>(k - model_.firstReported) + 1;
    if (year > onboarding.years) {
        return broadcast(d_, 0.0);
    }
    const Block p = in(Symbol::p);
    const Block q = in(Symbol::q);
    const Block rise =
        equations::bassCumulative(d_, p, q, year) - equations::bassCumulative(d_, p, q, year - 1);
    return broadcast(d_, onboarding.newSellers) *
           (rise / equations::bassCumulative(d_, p, q, onboarding.years));
}

void Kernel::computeProgramme() {
    const Block zero = broadcast(d_, 0.0);
    const Block one = broadcast(d_, 1.0);
    const Block dw = in(Symbol::dw);
    Block untouched = zero;
    for (std::size_t kind = 0; kind < model_.pack.pool.size(); ++kind) {
        untouched = untouched + broadcast(d_, model_.pack.pool[kind].establishments) *
                                    in(Symbol::export_ready, IndexKind::pool, kind);
    }
    Block registered = zero;
    // Nobody joins before the first reported year nor after the programme: the tables hold zeros.
    for (std::size_t k = model_.firstReported; k < programmeEnd_; ++k) {
        Block own = zero;
        for (std::size_t sector = 0; sector < sectors_; ++sector) {
            own = own + ownBySector_(sector, k);
        }
        const Block planned = plannedRegistrations(k);
        const Block left = larger(zero, pool(k, untouched) - own - registered);
        const Block joined = smaller(planned, left);
        programme_(k) = joined;
        poolLimited_(k) = ifPositive(planned - joined, one, zero);
        registered = registered + joined;
        entrants_(std::size_t{kWith}, k) = joined;
        entrants_(std::size_t{kWithout}, k) = joined * dw;
    }
}

void Kernel::computeTraining() {
    if (!model_.training) {
        return;
    }
    const Block one = broadcast(d_, 1.0);
    for (std::size_t k = model_.firstReported; k < programmeEnd_; ++k) {
        Block lift = broadcast(d_, 0.0);
        Block sales = broadcast(d_, 0.0);
        for (std::size_t tier = 0; tier < model_.pack.tiers.size(); ++tier) {
            const Block taken = broadcast(d_, model_.years[k].trainedShare[tier]) *
                                in(Symbol::takeup, IndexKind::tier, tier);
            lift = lift + taken * in(Symbol::act_lift, IndexKind::tier, tier);
            sales = sales + taken * in(Symbol::delta, IndexKind::tier, tier);
        }
        trainingSales_(k) = sales;
        for (std::size_t group = 0; group < model_.activeGroups.size(); ++group) {
            // No more than all of a cohort can become active.
            const Block act = inputAt(model_.activeGroups[group].act);
            activation_(group, k) = smaller(one + lift, one / act);
        }
    }
    constexpr double kLn2 = 0.69314718055994530942;
    const Block yearlyFade = exp(d_, broadcast(d_, -kLn2) / in(Symbol::h));
    for (std::size_t channel = 0; channel < channels_; ++channel) {
        const Block *sales = salesAtAge_.row(channel);
        Block *trained = trainedAtAge_.row(channel);
        Block fading = one;
        for (std::size_t age = 0; age < model_.ages; ++age) {
            trained[age] = sales[age] * fading;
            fading = fading * yearlyFade;
        }
    }
}

void Kernel::computeActive() {
    const std::size_t first = model_.firstReported;
    for (std::size_t group = 0; group < model_.activeGroups.size(); ++group) {
        const Block *atAge = activeAtAge_.row(model_.activeGroups[group].channel);
        const Block *entrants[kPaths] = {entrants_.row(std::size_t{kWith}),
                                         entrants_.row(std::size_t{kWithout})};
        const Block *activation = activation_.row(group);
        for (std::size_t k = wanted_.from; k <= lastYear_; ++k) {
            Block with = broadcast(d_, 0.0);
            Block without = broadcast(d_, 0.0);
            const std::size_t end = std::min(programmeEnd_, k + 1);
            for (std::size_t cohort = first; cohort < end; ++cohort) {
                const Block each = atAge[k - cohort];
                const Block joined = entrants[kWith][cohort] * each;
                with = with + (model_.training ? joined * activation[cohort] : joined);
                without = without + entrants[kWithout][cohort] * each;
            }
            programmeActive_(std::size_t{kWith}, group, k) = with;
            programmeActive_(std::size_t{kWithout}, group, k) = without;
        }
    }
    for (std::size_t path = 0; path < kPaths; ++path) {
        for (std::size_t sector = 0; sector < sectors_; ++sector) {
            Block *sums = active_.row(path, sector);
            const Block *own = ownBySector_.row(sector);
            std::copy(own + wanted_.from, own + lastYear_ + 1, sums + wanted_.from);
            for (std::size_t i = sector * channels_; i < (sector + 1) * channels_; ++i) {
                const Segment &s = model_.segments[i];
                if (s.mix <= 0) {
                    continue;
                }
                const Block part =
                    inputAt(model_.activeGroups[s.activeGroup].act) * broadcast(d_, s.mix);
                const Block *joined = programmeActive_.row(path, s.activeGroup);
                for (std::size_t k = wanted_.from; k <= lastYear_; ++k) {
                    sums[k] = sums[k] + part * joined[k];
                }
            }
        }
    }
}

void Kernel::computeSelection() {
    const Block exponent = broadcast(d_, 0.0) - in(Symbol::psi);
    for (std::size_t i = 0; i < model_.pastLogRatios.size(); ++i) {
        pastSelection_(i) = exp(d_, exponent * broadcast(d_, model_.pastLogRatios[i]));
    }
    const Block yearly =
        power(d_, broadcast(d_, 1.0) + in(Symbol::organic_growth, IndexKind::channel, 0), exponent);
    Block shared = broadcast(d_, 1.0);
    for (std::size_t k = 1; k <= lastYear_; ++k) {
        shared = shared * yearly;
        for (std::size_t channel = 0; channel < channels_; ++channel) {
            sharedWeights_(channel, k) = organic_(channel, k) * shared;
        }
        if (k < ownBegin_ || k >= ownEnd_) {
            continue;
        }
        for (std::size_t sector = 0; sector < sectors_; ++sector) {
            // An empty cohort at the base year has no selection to compare with.
            const double baseCohort = model_.baseCohort[sector];
            const Block scale = broadcast(d_, baseCohort > 0 ? 1 / baseCohort : 0);
            double mix = 0;
            Block organic = broadcast(d_, 0.0);
            for (std::size_t channel = 0; channel < channels_; ++channel) {
                const Segment &s = model_.segments[sector * channels_ + channel];
                mix += s.mix;
                organic = organic + organic_(channel, k) * broadcast(d_, s.existingShare);
            }
            const auto factor = [&](std::size_t path) {
                const Block registered = organic + entrants_(path, k) * broadcast(d_, mix);
                return equations::powerOrOne(d_, registered * scale, exponent);
            };
            const bool entrants = k >= model_.firstReported && k < programmeEnd_ && mix > 0;
            Block &with = selection_(std::size_t{kWith}, sector, k);
            with = factor(kWith);
            selection_(std::size_t{kWithout}, sector, k) = entrants ? factor(kWithout) : with;
        }
    }
}

} // namespace export_potential
