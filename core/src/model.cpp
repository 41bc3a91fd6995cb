#include "model.hpp"

#include "export_potential/onboarding.hpp"
#include "vector_math.hpp"

#include <algorithm>
#include <iterator>
#include <variant>

namespace export_potential {

namespace {

/// Position of an equal element, which is appended where there is none.
template <class T, class Equal>
std::size_t indexOf(std::vector<T> &items, const T &wanted, Equal equal) {
    const auto found =
        std::ranges::find_if(items, [&](const T &item) { return equal(item, wanted); });
    const auto index = static_cast<std::size_t>(std::distance(items.begin(), found));
    if (found == items.end()) {
        items.push_back(wanted);
    }
    return index;
}

} // namespace

Model::Model(const Pack &p, const Scenario &s)
    : pack(p), scenario(s), inputs(pack, scenario),
      columns(pack.sectors.size(), pack.channels.size(), pack.markets.size(),
              static_cast<std::size_t>(scenario.horizon)),
      lastYear(static_cast<std::size_t>(scenario.endYear() - pack.baseYear)),
      firstReported(static_cast<std::size_t>(scenario.startYear - pack.baseYear)),
      pastCohorts(static_cast<std::size_t>(pack.baseYear - pack.firstCohort) + 1),
      ages(std::max(pastCohorts + lastYear,
                    static_cast<std::size_t>(*std::ranges::max_element(kFunnelAges)) + 1)) {
    for (int year = scenario.startYear; year <= scenario.endYear(); ++year) {
        reportedYears.push_back(year);
    }
    compileSegments();
    compilePastCohorts();
    compilePlan();
    compileMeasures();
    compileClosures();
}

void Model::compileSegments() {
    for (std::size_t sector = 0; sector < pack.sectors.size(); ++sector) {
        for (std::size_t channel = 0; channel < pack.channels.size(); ++channel) {
            const std::size_t s = pack.segment(sector, channel);
            const MarketGroup group{channel, pack.marketShares[s]};
            const std::size_t marketGroup =
                indexOf(marketGroups, group, [](const MarketGroup &a, const MarketGroup &b) {
                    return a.channel == b.channel && a.shares == b.shares;
                });
            const IndexKind actBy = inputs.by(Symbol::act);
            const ActiveGroup active{
                channel, inputs.dimension(Symbol::act, actBy,
                                          actBy == IndexKind::sector ? sector : channel)};
            const std::size_t activeGroup =
                indexOf(activeGroups, active, [](const ActiveGroup &a, const ActiveGroup &b) {
                    return a.channel == b.channel && a.act == b.act;
                });
            segments.push_back({sector, channel, marketGroup, activeGroup,
                                pack.sectorShares[channel][sector], scenario.onboarding.mix[s]});
        }
    }
}

void Model::compilePastCohorts() {
    const auto sectorRegistrations = [&](std::size_t cohort, std::size_t sector) {
        double sum = 0;
        for (std::size_t channel = 0; channel < pack.channels.size(); ++channel) {
            sum += pack.registrations[channel][cohort] * pack.sectorShares[channel][sector];
        }
        return sum;
    };
    for (std::size_t sector = 0; sector < pack.sectors.size(); ++sector) {
        baseCohort.push_back(sectorRegistrations(pastCohorts - 1, sector));
    }
    for (std::size_t cohort = 0; cohort < pastCohorts; ++cohort) {
        for (std::size_t sector = 0; sector < pack.sectors.size(); ++sector) {
            const double ratio = sectorRegistrations(cohort, sector) / baseCohort[sector];
            const double logRatio = ratio > 0 ? scalar::log(ratio) : 0;
            pastRatio.push_back(
                indexOf(pastLogRatios, logRatio, [](double a, double b) { return a == b; }));
        }
    }
}

void Model::compilePlan() {
    const Onboarding &onboarding = scenario.onboarding;
    std::vector<double> path;
    switch (onboarding.path) {
    case PathShape::linear:
        path = linearPath(onboarding.newSellers, onboarding.years);
        break;
    case PathShape::logistic:
        path = logisticPath(onboarding.newSellers, onboarding.years);
        break;
    case PathShape::table:
        path = onboarding.table;
        break;
    case PathShape::bass:
        break;
    }
    plan.assign(lastYear + 1, 0.0);
    const std::size_t kept = std::min(path.size(), lastYear + 1 - firstReported);
    std::copy_n(path.begin(), kept, plan.begin() + static_cast<std::ptrdiff_t>(firstReported));
    programmeEnd =
        std::min(lastYear + 1, firstReported + static_cast<std::size_t>(onboarding.years));
}

void Model::compileMeasures() {
    YearConditions quiet;
    quiet.addedTariff.assign(pack.markets.size(), 0.0);
    quiet.access.assign(pack.markets.size(), 1.0);
    quiet.trainedShare.assign(pack.tiers.size(), 0.0);
    quiet.feePoints.assign(pack.channels.size(), 0.0);
    years.assign(lastYear + 1, quiet);
    for (const Measure &measure : scenario.measures) {
        const int before = measure.from - 1;
        for (std::size_t k = 1; k <= lastYear; ++k) {
            const int year = pack.baseYear + static_cast<int>(k);
            YearConditions &conditions = years[k];
            if (const auto *rise = std::get_if<Connectivity>(&measure.kind);
                rise != nullptr && year > before) {
                const double done =
                    std::min(1.0, static_cast<double>(year - before) / (measure.to - before));
                const double ratio = 1 + done * (rise->internetUse / pack.internetUse - 1);
                conditions.internetRatio =
                    std::max(ratio, conditions.internetRatio.value_or(ratio));
            }
            if (year < measure.from || year > measure.to) {
                continue;
            }
            conditions.measureCost += measure.cost;
            if (const auto *course = std::get_if<Training>(&measure.kind)) {
                conditions.trainedShare[course->tier] += course->share;
                training = training || course->share > 0;
            } else if (const auto *faster = std::get_if<Logistics>(&measure.kind)) {
                conditions.daysChange += faster->days;
            } else if (const auto *access = std::get_if<MarketAccess>(&measure.kind)) {
                conditions.addedTariff[access->market] += access->tariff;
                conditions.access[access->market] *= access->access;
            } else if (const auto *tax = std::get_if<DigitalRetailTax>(&measure.kind)) {
                conditions.retailTax = tax->rate;
            } else if (const auto *parcels = std::get_if<CourierSalesTax>(&measure.kind)) {
                conditions.courierTax = parcels->rate;
            } else if (const auto *threshold = std::get_if<DutyFreeThreshold>(&measure.kind)) {
                conditions.dutiable = threshold->above;
            } else if (const auto *fees = std::get_if<FeeSupport>(&measure.kind)) {
                feeSupport = feeSupport || fees->points > 0;
                for (std::size_t channel = 0; channel < pack.channels.size(); ++channel) {
                    if (fees->channel.value_or(channel) == channel) {
                        conditions.feePoints[channel] += fees->points;
                    }
                }
            }
        }
    }
    for (YearConditions &conditions : years) {
        conditions.daysChange =
            std::clamp(conditions.daysChange, pack.minLogisticsDays, pack.maxLogisticsDays);
    }
}

void Model::compileClosures() {
    closed.assign(pack.markets.size() * (lastYear + 1), false);
    for (const Closure &closure : scenario.closures) {
        for (std::size_t k = 1; k <= lastYear; ++k) {
            const int year = pack.baseYear + static_cast<int>(k);
            if (year >= closure.from && year <= closure.to) {
                closed[closure.market * (lastYear + 1) + k] = true;
            }
        }
    }
}

} // namespace export_potential
