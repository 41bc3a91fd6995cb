#include "equations.hpp"
#include "kernel.hpp"

#include <algorithm>

namespace export_potential {

namespace {

/// Sales in year k of the cohorts [first, end), which began by then.
HWY_INLINE Block volume(const Block *weights, const Block *salesAtAge, std::size_t first,
                        std::size_t end, std::size_t k) {
    Block sum = broadcast(BlockTag(), 0.0);
    for (std::size_t cohort = first; cohort < end; ++cohort) {
        sum = sum + weights[cohort] * salesAtAge[k - cohort];
    }
    return sum;
}

/// Sales of the same cohorts on both paths.
struct Volumes {
    Block with;
    Block without;
};

/// Adds to `sums` in one loop: both paths share the sales at each age.
HWY_INLINE Volumes volumes(Volumes sums, const Block *with, const Block *without,
                           const Block *salesAtAge, std::size_t first, std::size_t end,
                           std::size_t k) {
    for (std::size_t cohort = first; cohort < end; ++cohort) {
        const Block each = salesAtAge[k - cohort];
        sums.with = sums.with + with[cohort] * each;
        sums.without = sums.without + without[cohort] * each;
    }
    return sums;
}

} // namespace

void Kernel::computeWeights() {
    const IndexKind by = model_.inputs.by(Symbol::m);
    for (std::size_t i = 0; i < model_.segments.size(); ++i) {
        const Segment &s = model_.segments[i];
        const Block m = in(Symbol::m, by, by == IndexKind::sector ? s.sector : s.channel);
        const Block perSeller = inputAt(model_.activeGroups[s.activeGroup].act) * m;

        const Block share = perSeller * broadcast(d_, s.existingShare);
        sharedShare_(i) = share;

        const double *registered = model_.pack.registrations[s.channel].data();
        const std::size_t *ratio = model_.pastRatio.data() + s.sector;
        const Block *pastSelection = pastSelection_.row();
        Block *past = pastWeights_.row(i);
        for (std::size_t cohort = firstCohort_[s.channel]; cohort < model_.pastCohorts; ++cohort) {
            past[cohort] =
                broadcast(d_, registered[cohort]) * share * pastSelection[ratio[cohort * sectors_]];
        }
        const Block *organic = organic_.row(s.channel);
        for (std::size_t path = 0; path < kPaths; ++path) {
            const Block *selection = selection_.row(path, s.sector);
            Block *weights = weights_.row(path, i);
            for (std::size_t k = ownBegin_; k < ownEnd_; ++k) {
                weights[k] = organic[k] * share * selection[k];
            }
        }
        if (s.mix > 0) {
            computeProgrammeWeights(i, perSeller * broadcast(d_, s.mix));
        }
    }
}

/// Adds the programme's registrants of a segment to the cohorts in which they are; `mix` is in
/// sales of a mature registrant.
void Kernel::computeProgrammeWeights(std::size_t segment, const Block &mix) {
    const Segment &s = model_.segments[segment];
    for (std::size_t path = 0; path < kPaths; ++path) {
        const Block *entrants = entrants_.row(path);
        const Block *selection = selection_.row(path, s.sector);
        Block *weights = weights_.row(path, segment);
        Block *joined = programmeWeights_.row(path, segment);
        for (std::size_t k = model_.firstReported; k < programmeEnd_; ++k) {
            Block weight = entrants[k] * mix * selection[k];
            if (path == kWith && model_.training) {
                weight = weight * activation_(s.activeGroup, k);
                trainedWeights_(segment, k) = weight * trainingSales_(k);
            }
            joined[k] = weight;
            weights[k] = weights[k] + weight;
        }
    }
}

void Kernel::computeYear(std::size_t k) {
    const Block zero = broadcast(d_, 0.0);
    for (std::size_t channel = 0; channel < channels_; ++channel) {
        const Block *weights = sharedWeights_.row(channel);
        const Block *sales = salesAtAge_.row(channel);
        sharedSales_(channel) = volume(weights, sales, 1, std::min(ownBegin_, k + 1), k) +
                                volume(weights, sales, std::min(ownEnd_, k + 1), k + 1, k);
    }
    const Block exponent = zero - in(Symbol::kappa);
    const std::optional<double> &internetRatio = model_.years[k].internetRatio;
    const Block internet = internetRatio ? power(d_, broadcast(d_, *internetRatio), in(Symbol::eta))
                                         : broadcast(d_, 1.0);
    for (std::size_t sector = 0; sector < sectors_; ++sector) {
        for (std::size_t path = 0; path < kPaths; ++path) {
            const Block crowd = active_(path, sector, k) * perOwnSeller_(sector);
            common_(path, sector) = equations::powerOrOne(d_, crowd, exponent);
        }
        if (internetRatio) {
            common_(std::size_t{kWith}, sector) = common_(std::size_t{kWith}, sector) * internet;
        }
        sectorGross_(sector) = zero;
        sectorExports_(sector) = zero;
    }
    for (std::size_t g = 0; g < groups_; ++g) {
        computeGroup(g, k);
    }
}

/// Sales before D of the segments of a market group, in years k.
void Kernel::computeGroup(std::size_t g, std::size_t k) {
    const Block zero = broadcast(d_, 0.0);
    const std::size_t channel = model_.marketGroups[g].channel;
    const std::size_t past = model_.pastCohorts;
    const std::size_t firstCohort = firstCohort_[channel];
    const std::size_t ownEnd = std::min(ownEnd_, k + 1);
    const Block *sales = salesAtAge_.row(channel);
    const Block shared = sharedSales_(channel);
    Volumes all{zero, zero};
    Block difference = zero;
    Volumes joined{zero, zero};
    for (const std::size_t i : groupSegments_[g]) {
        const Segment &s = model_.segments[i];
        const Block *with = weights_.row(std::size_t{kWith}, i);
        const Block *without = weights_.row(std::size_t{kWithout}, i);
        const Block old = volume(pastWeights_.row(i), sales, firstCohort, past, past - 1 + k) +
                          shared * sharedShare_(i);
        Volumes sold = volumes({old, old}, with, without, sales, ownBegin_, ownEnd, k);
        if (model_.training) {
            sold.with = sold.with + trainedVolume(i, k);
        }
        sold.with = sold.with * common_(std::size_t{kWith}, s.sector);
        sold.without = sold.without * common_(std::size_t{kWithout}, s.sector);
        all.with = all.with + sold.with;
        all.without = all.without + sold.without;
        // Differences are taken segment by segment: those of the sums would be less precise.
        const Block more = sold.with - sold.without;
        difference = difference + more;
        if (wanted_.sectors) {
            const Block additional = more * netIndex_(g) + sold.without * netChange_(g);
            sectorGross_(s.sector) = sectorGross_(s.sector) + additional;
            sectorExports_(s.sector) = sectorExports_(s.sector) + additional * fob_(channel);
        }
        if (wanted_.programmeSales && s.mix > 0) {
            const Block trained = model_.training ? trainedVolume(i, k) : zero;
            const Volumes part =
                volumes({trained, zero}, programmeWeights_.row(std::size_t{kWith}, i),
                        programmeWeights_.row(std::size_t{kWithout}, i), sales,
                        model_.firstReported, std::min(programmeEnd_, k + 1), k);
            joined.with = joined.with + part.with * common_(std::size_t{kWith}, s.sector);
            joined.without =
                joined.without + part.without * common_(std::size_t{kWithout}, s.sector);
        }
    }
    groupBase_(std::size_t{kWith}, g) = all.with;
    groupBase_(std::size_t{kWithout}, g) = all.without;
    groupDifference_(g) = difference;
    groupProgramme_(std::size_t{kWith}, g) = joined.with;
    groupProgramme_(std::size_t{kWithout}, g) = joined.without;
}

/// What training adds to the sales of a segment in year k.
Block Kernel::trainedVolume(std::size_t segment, std::size_t k) const {
    return volume(trainedWeights_.row(segment), trainedAtAge_.row(model_.segments[segment].channel),
                  model_.firstReported, std::min(programmeEnd_, k + 1), k);
}

} // namespace export_potential
