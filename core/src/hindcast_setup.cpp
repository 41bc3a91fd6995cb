#include "export_potential/hindcast.hpp"
#include "hindcast_calendar.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace export_potential {

namespace {

/// Establishments of a pool that bounds nothing: who registered is known.
constexpr double kBoundless = 1e12;

/// Accounts at the end of a month.
double accountsAt(std::span<const ReportedTotal> totals, int month) {
    if (month <= totals.front().month) {
        return 0;
    }
    const auto later = std::ranges::lower_bound(totals, month, {}, &ReportedTotal::month);
    const auto end = later == totals.end() ? later - 1 : later;
    const ReportedTotal &from = *(end - 1);
    return from.value +
           (end->value - from.value) * (month - from.month) / (end->month - from.month);
}

void setAll(Pack &pack, Symbol symbol, double value) {
    std::ranges::fill(pack.parameters[static_cast<std::size_t>(symbol)].values,
                      Distribution(Fixed{value}));
}

/// Equal shares: as all sectors grow alike, none makes a difference but by parameters of its own.
std::vector<double> equalShares(std::size_t count) {
    return std::vector<double>(count, 1 / static_cast<double>(count));
}

} // namespace

Registrations registrationsOf(const Hindcast &hindcast) {
    const int first = yearOf(hindcast.accounts.front().month + 1, hindcast.firstMonth);
    Registrations registrations{first, {}};
    double before = 0;
    for (int year = first; year <= lastYearOf(hindcast); ++year) {
        const double now = accountsAt(hindcast.accounts, lastMonthOf(year, hindcast.firstMonth));
        registrations.perYear.push_back(now - before);
        before = now;
    }
    return registrations;
}

Simulation hindcastSimulation(const Pack &priors, const Hindcast &hindcast, int draws,
                              std::uint64_t seed) {
    const Registrations registrations = registrationsOf(hindcast);
    const auto past = static_cast<std::ptrdiff_t>(hindcast.baseYear - registrations.firstYear) + 1;
    const auto baseEnd = registrations.perYear.begin() + past;

    Pack pack = priors;
    pack.baseYear = hindcast.baseYear;
    pack.firstCohort = registrations.firstYear;
    pack.registrations.assign(pack.channels.size(),
                              std::vector<double>(static_cast<std::size_t>(past), 0.0));
    std::copy(registrations.perYear.begin(), baseEnd, pack.registrations[hindcast.channel].begin());
    pack.sectorShares.assign(pack.channels.size(), equalShares(pack.sectors.size()));
    pack.marketShares.assign(pack.segments(), hindcast.marketShares);
    for (PoolKind &kind : pack.pool) {
        kind.establishments = kBoundless;
    }
    setAll(pack, Symbol::export_ready, 1);
    // All registrations after the base year are the plan's; none come besides.
    setAll(pack, Symbol::organic_growth, -1);
    setAll(pack, Symbol::tau, 0);
    setAll(pack, Symbol::tau_parcel, 0);

    Scenario scenario;
    scenario.seed = seed;
    scenario.draws = draws;
    scenario.startYear = hindcast.baseYear + 1;
    scenario.horizon = lastYearOf(hindcast) - hindcast.baseYear;
    Onboarding &onboarding = scenario.onboarding;
    onboarding.path = PathShape::table;
    onboarding.years = scenario.horizon;
    onboarding.table.assign(baseEnd, registrations.perYear.end());
    onboarding.newSellers = std::accumulate(onboarding.table.begin(), onboarding.table.end(), 0.0);
    onboarding.mix.assign(pack.segments(), 0.0);
    for (std::size_t sector = 0; sector < pack.sectors.size(); ++sector) {
        onboarding.mix[pack.segment(sector, hindcast.channel)] =
            pack.sectorShares[hindcast.channel][sector];
    }
    return {pack, scenario};
}

std::vector<SalesInterval> salesIntervals(const Hindcast &hindcast) {
    std::vector<SalesInterval> intervals;
    for (std::size_t i = 1; i < hindcast.grossSales.size(); ++i) {
        const ReportedTotal &from = hindcast.grossSales[i - 1];
        const ReportedTotal &to = hindcast.grossSales[i];
        intervals.push_back({from.month, to.month, to.value - from.value});
    }
    return intervals;
}

} // namespace export_potential
