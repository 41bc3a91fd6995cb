#include "kernel.hpp"

#include <algorithm>

namespace export_potential {

Wanted::Wanted(const Model &model, std::span<const std::size_t> wanted)
    : from(model.lastYear), last(model.firstReported) {
    for (const std::size_t c : wanted) {
        const Column &column = model.columns.columns()[c];
        if (hasYears(column.kind)) {
            from = std::min(from, model.firstReported + column.year);
            last = std::max(last, model.firstReported + column.year);
        }
        switch (column.kind) {
        case ColumnKind::output:
            totals = totals || column.index != static_cast<std::size_t>(Output::exportsAdditional);
            break;
        case ColumnKind::channelGross:
        case ColumnKind::channelExports:
            totals = true;
            break;
        case ColumnKind::sectorGross:
        case ColumnKind::sectorExports:
            sectors = true;
            break;
        case ColumnKind::marketGross:
        case ColumnKind::marketExports:
            markets = true;
            break;
        case ColumnKind::programmeSales:
            programmeSales = true;
            totals = true;
            break;
        case ColumnKind::funnel:
            funnel = true;
            break;
        case ColumnKind::sellers:
            sellers = true;
            break;
        case ColumnKind::sellerSales:
        case ColumnKind::luck:
            sellerSales = true;
            totals = true;
            break;
        case ColumnKind::domestic:
            domestic = true;
            break;
        case ColumnKind::poolLimited:
            break;
        }
    }
    from = std::min(from, last);
}

Kernel::Kernel(const Model &model, const Wanted &wanted)
    : model_(model), wanted_(wanted), sectors_(model.pack.sectors.size()),
      channels_(model.pack.channels.size()), markets_(model.pack.markets.size()),
      groups_(model.marketGroups.size()), lastYear_(wanted.last),
      programmeEnd_(std::min(model.programmeEnd, lastYear_ + 1)), ownEnd_(lastYear_ + 1),
      activeAtAge_(channels_, model.ages), salesAtAge_(channels_, model.ages),
      retention_(model.ages), ramp_(model.ages), organic_(channels_, lastYear_ + 1),
      ownActive_(channels_, lastYear_ + 1), ownBySector_(sectors_, lastYear_ + 1),
      perOwnSeller_(sectors_), programme_(lastYear_ + 1), poolLimited_(lastYear_ + 1),
      entrants_(kPaths, lastYear_ + 1), activation_(model.activeGroups.size(), lastYear_ + 1),
      trainingSales_(lastYear_ + 1),
      programmeActive_(kPaths, model.activeGroups.size(), lastYear_ + 1),
      active_(kPaths, sectors_, lastYear_ + 1), selection_(kPaths, sectors_, lastYear_ + 1),
      pastSelection_(model.pastLogRatios.size()), marketSize_(markets_, lastYear_ + 1),
      price_(channels_, markets_), terms_(kPaths, groups_, markets_),
      index_(kPaths, groups_, lastYear_ + 1), netIndex_(groups_, lastYear_ + 1),
      netChange_(groups_, lastYear_ + 1), notDisplaced_(channels_), fob_(channels_),
      trainedAtAge_(channels_, model.ages), sharedWeights_(channels_, lastYear_ + 1),
      sharedSales_(channels_, lastYear_ + 1), common_(kPaths, sectors_, lastYear_ + 1),
      pastWeights_(model.pastCohorts), weights_(kPaths, lastYear_ + 1),
      programmeWeights_(kPaths, lastYear_ + 1), trainedWeights_(lastYear_ + 1),
      groupBase_(kPaths, groups_, lastYear_ + 1), groupProgramme_(kPaths, groups_, lastYear_ + 1),
      groupDifference_(groups_, lastYear_ + 1), sectorGross_(sectors_, lastYear_ + 1),
      sectorExports_(sectors_, lastYear_ + 1), additional_(channels_),
      registered_(kPaths, lastYear_ + 1) {
    for (std::size_t kind = 0; kind < firstColumn_.size(); ++kind) {
        firstColumn_[kind] = model.columns.of(static_cast<ColumnKind>(kind), 0);
    }
    // Where all channels grow alike, so do all sectors in years without entrants.
    if (model.inputs.by(Symbol::organic_growth) == IndexKind::none) {
        ownBegin_ = model.firstReported;
        ownEnd_ = programmeEnd_;
    }
    for (const std::vector<double> &registered : model.pack.registrations) {
        const auto first = std::ranges::find_if(registered, [](double r) { return r > 0; });
        firstCohort_.push_back(static_cast<std::size_t>(first - registered.begin()));
    }
    groupSegments_.resize(groups_);
    for (std::size_t i = 0; i < model.segments.size(); ++i) {
        groupSegments_[model.segments[i].marketGroup].push_back(i);
    }
    preparePrices();
}

void Kernel::evaluate(const double *inputs, std::size_t inputStride, double *results,
                      std::size_t resultStride) {
    inputs_ = inputs;
    inputStride_ = inputStride;
    results_ = results;
    resultStride_ = resultStride;
    computeLifecycle();
    computeOwnSellers();
    computeProgramme();
    computeTraining();
    computeActive();
    computeSelection();
    computeMarketSizes();
    computePrices();
    computeHaircuts();
    computeRegistrations();
    computeSellerSizes();
    computeDomestic();
    for (std::size_t k = wanted_.from; k <= lastYear_; ++k) {
        computeIndices(k);
        computeCommon(k);
    }
    computeSales();
    for (std::size_t k = wanted_.from; k <= lastYear_; ++k) {
        storeYear(k);
        storeMarkets(k);
        storeSellerCounts(k);
        storeSellerSales(k);
        storeDomestic(k);
    }
    storeFunnel();
    storeSellers();
}

} // namespace export_potential
