#include "equations.hpp"
#include "kernel.hpp"

#include <algorithm>

namespace export_potential {

namespace {

/// Adds to `sum` the sales in year k of the cohorts [first, end), which began by then.
HWY_INLINE Block volume(Block sum, const Block *weights, const Block *salesAtAge, std::size_t first,
                        std::size_t end, std::size_t k) {
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

/// Sales before D in every year from wanted_.from on, one segment after the other: what belongs to
/// a segment is read in all years while it is in the nearest cache.
void Kernel::computeSales() {
    const Block zero = broadcast(d_, 0.0);
    const std::size_t from = wanted_.from;
    const std::size_t years = lastYear_ + 1 - from;
    for (std::size_t sector = 0; sector < sectors_; ++sector) {
        std::fill_n(sectorGross_.row(sector) + from, years, zero);
        std::fill_n(sectorExports_.row(sector) + from, years, zero);
    }
    for (std::size_t g = 0; g < groups_; ++g) {
        for (std::size_t path = 0; path < kPaths; ++path) {
            std::fill_n(groupBase_.row(path, g) + from, years, zero);
            std::fill_n(groupProgramme_.row(path, g) + from, years, zero);
        }
        std::fill_n(groupDifference_.row(g) + from, years, zero);
        for (const std::size_t i : groupSegments_[g]) {
            computeWeights(model_.segments[i]);
            for (std::size_t k = from; k <= lastYear_; ++k) {
                addSales(model_.segments[i], k);
            }
        }
    }
}

/// Makes weights_ and their kin those of a segment.
void Kernel::computeWeights(const Segment &s) {
    const IndexKind by = model_.inputs.by(Symbol::m);
    const Block m = in(Symbol::m, by, by == IndexKind::sector ? s.sector : s.channel);
    const Block perSeller = inputAt(model_.activeGroups[s.activeGroup].act) * m;

    const Block share = perSeller * broadcast(d_, s.existingShare);
    sharedShare_ = share;

    const double *registered = model_.pack.registrations[s.channel].data();
    const std::size_t *ratio = model_.pastRatio.data() + s.sector;
    const Block *pastSelection = pastSelection_.row();
    Block *past = pastWeights_.row();
    for (std::size_t cohort = firstCohort_[s.channel]; cohort < model_.pastCohorts; ++cohort) {
        past[cohort] =
            broadcast(d_, registered[cohort]) * share * pastSelection[ratio[cohort * sectors_]];
    }
    const Block *organic = organic_.row(s.channel);
    for (std::size_t path = 0; path < kPaths; ++path) {
        const Block *selection = selection_.row(path, s.sector);
        Block *weights = weights_.row(path);
        for (std::size_t k = ownBegin_; k < ownEnd_; ++k) {
            weights[k] = organic[k] * share * selection[k];
        }
    }
    if (s.mix > 0) {
        computeProgrammeWeights(s, perSeller * broadcast(d_, s.mix));
    }
}

/// Adds the programme's registrants of a segment to the cohorts in which they are; `mix` is in
/// sales of a mature registrant.
void Kernel::computeProgrammeWeights(const Segment &s, const Block &mix) {
    for (std::size_t path = 0; path < kPaths; ++path) {
        const Block *entrants = entrants_.row(path);
        const Block *selection = selection_.row(path, s.sector);
        Block *weights = weights_.row(path);
        Block *joined = programmeWeights_.row(path);
        for (std::size_t k = model_.firstReported; k < programmeEnd_; ++k) {
            Block weight = entrants[k] * mix * selection[k];
            if (path == kWith && model_.training) {
                weight = weight * activation_(s.activeGroup, k);
                trainedWeights_(k) = weight * trainingSales_(k);
            }
            joined[k] = weight;
            weights[k] = weights[k] + weight;
        }
    }
}

/// What all segments share of a year's sales: cohorts in which all sectors are alike, congestion
/// and internet use.
void Kernel::computeCommon(std::size_t k) {
    const Block zero = broadcast(d_, 0.0);
    for (std::size_t channel = 0; channel < channels_; ++channel) {
        const Block *weights = sharedWeights_.row(channel);
        const Block *sales = salesAtAge_.row(channel);
        const Block before = volume(zero, weights, sales, 1, std::min(ownBegin_, k + 1), k);
        sharedSales_(channel, k) =
            before + volume(zero, weights, sales, std::min(ownEnd_, k + 1), k + 1, k);
    }
    const Block exponent = zero - in(Symbol::kappa);
    const std::optional<double> &internetRatio = model_.years[k].internetRatio;
    const Block internet = internetRatio ? power(d_, broadcast(d_, *internetRatio), in(Symbol::eta))
                                         : broadcast(d_, 1.0);
    for (std::size_t sector = 0; sector < sectors_; ++sector) {
        for (std::size_t path = 0; path < kPaths; ++path) {
            const Block crowd = active_(path, sector, k) * perOwnSeller_(sector);
            common_(path, sector, k) = equations::powerOrOne(d_, crowd, exponent);
        }
        if (internetRatio) {
            Block &with = common_(std::size_t{kWith}, sector, k);
            with = with * internet;
        }
    }
}

/// Adds the sales of a segment in year k, whose weights are at hand, to those of its group and
/// sector.
void Kernel::addSales(const Segment &s, std::size_t k) {
    const std::size_t past = model_.pastCohorts;
    const std::size_t g = s.marketGroup;
    const Block *sales = salesAtAge_.row(s.channel);
    const Block old = volume(broadcast(d_, 0.0), pastWeights_.row(), sales, firstCohort_[s.channel],
                             past, past - 1 + k) +
                      sharedSales_(s.channel, k) * sharedShare_;
    Volumes sold =
        volumes({old, old}, weights_.row(std::size_t{kWith}), weights_.row(std::size_t{kWithout}),
                sales, ownBegin_, std::min(ownEnd_, k + 1), k);
    if (model_.training && s.mix > 0) {
        sold.with = sold.with + trainedVolume(s.channel, k);
    }
    sold.with = sold.with * common_(std::size_t{kWith}, s.sector, k);
    sold.without = sold.without * common_(std::size_t{kWithout}, s.sector, k);
    Block &with = groupBase_(std::size_t{kWith}, g, k);
    with = with + sold.with;
    Block &without = groupBase_(std::size_t{kWithout}, g, k);
    without = without + sold.without;
    // Differences are taken segment by segment: those of the sums would be less precise.
    const Block more = sold.with - sold.without;
    groupDifference_(g, k) = groupDifference_(g, k) + more;
    if (wanted_.sectors) {
        const Block additional = more * netIndex_(g, k) + sold.without * netChange_(g, k);
        sectorGross_(s.sector, k) = sectorGross_(s.sector, k) + additional;
        sectorExports_(s.sector, k) = sectorExports_(s.sector, k) + additional * fob_(s.channel);
    }
    if (wanted_.programmeSales && s.mix > 0) {
        addProgrammeSales(s, k);
    }
}

/// The part of them by the programme's registrants.
void Kernel::addProgrammeSales(const Segment &s, std::size_t k) {
    const Block *sales = salesAtAge_.row(s.channel);
    const std::size_t end = std::min(programmeEnd_, k + 1);
    const Block zero = broadcast(d_, 0.0);
    const Block trained = model_.training ? trainedVolume(s.channel, k) : zero;
    const Volumes joined =
        volumes({trained, zero}, programmeWeights_.row(std::size_t{kWith}),
                programmeWeights_.row(std::size_t{kWithout}), sales, model_.firstReported, end, k);
    Block &with = groupProgramme_(std::size_t{kWith}, s.marketGroup, k);
    with = with + joined.with * common_(std::size_t{kWith}, s.sector, k);
    Block &without = groupProgramme_(std::size_t{kWithout}, s.marketGroup, k);
    without = without + joined.without * common_(std::size_t{kWithout}, s.sector, k);
}

/// What training adds to the sales of a segment in year k.
Block Kernel::trainedVolume(std::size_t channel, std::size_t k) const {
    return volume(broadcast(d_, 0.0), trainedWeights_.row(), trainedAtAge_.row(channel),
                  model_.firstReported, std::min(programmeEnd_, k + 1), k);
}

} // namespace export_potential
