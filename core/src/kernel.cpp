#include "kernel.hpp"

namespace export_potential {

Kernel::Kernel(const Model &model)
    : model_(model), activeAtAge_(model.pack.channels.size(), model.ages),
      salesAtAge_(model.pack.channels.size(), model.ages),
      organic_(model.pack.channels.size(), model.lastYear + 1),
      ownActive_(model.pack.channels.size(), model.lastYear + 1),
      ownBySector_(model.pack.sectors.size(), model.lastYear + 1), programme_(model.lastYear + 1),
      poolLimited_(model.lastYear + 1), entrants_(kPaths, model.lastYear + 1),
      activation_(model.activeGroups.size(), model.lastYear + 1),
      trainingSales_(model.lastYear + 1), fading_(model.ages),
      programmeActive_(kPaths, model.activeGroups.size(), model.lastYear + 1),
      active_(kPaths, model.pack.sectors.size(), model.lastYear + 1),
      selection_(kPaths, model.pack.sectors.size(), model.lastYear + 1),
      pastSelection_(model.pastLogRatios.size()),
      marketTerms_(kPaths, model.pack.markets.size(), model.pack.channels.size(),
                   model.lastYear + 1),
      index_(kPaths, model.marketGroups.size(), model.lastYear + 1),
      open_(model.pack.markets.size(), model.lastYear + 1),
      feeResponse_(model.pack.channels.size(), model.lastYear + 1),
      notDisplaced_(model.pack.channels.size()), fob_(model.pack.channels.size()),
      pastWeights_(model.segments.size(), model.pastCohorts),
      ownWeights_(kPaths, model.segments.size(), model.lastYear + 1),
      programmeWeights_(kPaths, model.segments.size(), model.lastYear + 1),
      trainedWeights_(model.segments.size(), model.lastYear + 1),
      trainedAtAge_(model.pack.channels.size(), model.ages), perSeller_(model.segments.size()),
      base_(kPaths, model.segments.size()), programmeBase_(kPaths, model.segments.size()),
      groupBase_(kPaths, model.marketGroups.size()), channelGross_(model.pack.channels.size()),
      channelSales_(model.pack.channels.size()), headline_(model.lastYear + 1), allActive_(kPaths),
      grossWith_(model.lastYear + 1) {}

void Kernel::evaluate(const double *inputs, std::size_t inputStride, double *results,
                      std::size_t resultStride, std::size_t from) {
    inputs_ = inputs;
    inputStride_ = inputStride;
    results_ = results;
    resultStride_ = resultStride;
    from_ = from;
    computeLifecycle();
    computeOwnSellers();
    computeProgramme();
    computeActivation();
    computeActive();
    computeSelection();
    computeInterruptions();
    computeFeeSupport();
    computeMarkets();
    computeHaircuts();
    computeWeights();
    for (std::size_t k = from_; k <= model_.lastYear; ++k) {
        computeSales(k);
        storeYear(k);
        storeSellerCounts(k);
        storeSellerSales(k);
        storeDomestic(k);
    }
    storeOnce();
}

Vec Kernel::inputAt(std::size_t dimension) const {
    return hn::LoadU(d_, inputs_ + dimension * inputStride_);
}

Vec Kernel::in(Symbol symbol, IndexKind kind, std::size_t element) const {
    return inputAt(model_.inputs.dimension(symbol, kind, element));
}

void Kernel::store(std::size_t column, Vec value) const {
    hn::StoreU(value, d_, results_ + column * resultStride_);
}

} // namespace export_potential
