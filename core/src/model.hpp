#pragma once

#include "columns.hpp"
#include "export_potential/pack.hpp"
#include "export_potential/scenario.hpp"
#include "input_layout.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace export_potential {

/// A path of the model: with the programme and its measures, or without.
enum Path : std::size_t { kWith, kWithout };
inline constexpr std::size_t kPaths = 2;

/// What the roadmap's measures make of one simulated year, with-path only.
struct YearConditions {
    std::optional<double> internetRatio; ///< I_t / I_0 where connectivity has been raised
    std::optional<double> retailTax;     ///< t_d where a measure sets it
    std::optional<double> courierTax;    ///< t_g where a measure sets it
    std::optional<double> dutiable;      ///< `above` where a measure sets it
    std::vector<double> feePoints;       ///< share of gross sales that the state pays, by channel
    double daysChange = 0;               ///< days_t - days_0, inside the observed range
    std::vector<double> addedTariff;     ///< by market
    std::vector<double> access;          ///< by market
    std::vector<double> trainedShare;    ///< by tier, of the programme's registrants of the year
    double measureCost = 0;              ///< US$

    bool touchesMarket(std::size_t market) const {
        return daysChange != 0 || addedTariff[market] != 0 || access[market] != 1;
    }
};

/// Segments that sell by one channel to the same mix of markets and so share an index D.
struct MarketGroup {
    std::size_t channel;
    std::vector<double> shares; ///< w_sj by market
};

struct Segment {
    std::size_t sector;
    std::size_t channel;
    std::size_t marketGroup;
    /// Segments whose programme registrants become active alike: same channel, same act.
    std::size_t activeGroup;
    double existingShare; ///< share of the channel's existing and organic sellers
    double mix;           ///< share of the programme's registrants
};

struct ActiveGroup {
    std::size_t channel;
    std::size_t act; ///< input dimension of act
};

/// A pack and a scenario reduced to what the kernel needs: everything that is the same in all
/// draws. Simulated years k count from the base year, k = 0; the scenario's first year is k =
/// firstReported.
class Model {
public:
    Model(const Pack &pack, const Scenario &scenario);

    const Pack pack;
    const Scenario scenario;
    const InputLayout inputs;
    const ColumnLayout columns;
    std::vector<int> reportedYears;

    std::size_t lastYear;      ///< K: simulated years are 0..K
    std::size_t firstReported; ///< k of startYear
    std::size_t pastCohorts;   ///< cohorts up to and including the base year
    std::size_t ages;          ///< ages 0 .. ages - 1 occur

    std::vector<Segment> segments;
    std::vector<MarketGroup> marketGroups;
    std::vector<ActiveGroup> activeGroups;

    std::vector<double> plan;          ///< planned registrations by k; share of newSellers for Bass
    std::size_t programmeEnd;          ///< years k from firstReported to here may have entrants
    std::vector<YearConditions> years; ///< by k
    std::vector<bool> closed;          ///< [market * (lastYear + 1) + k], on both paths
    bool training = false;             ///< whether any cohort is trained
    bool feeSupport = false;           ///< whether the state pays fees in any year
    std::vector<double> baseCohort;    ///< R_0 by sector
    /// ln(R_c / R_0) of past cohorts without repeats, and which one each (cohort, sector) has.
    std::vector<double> pastLogRatios;
    std::vector<std::size_t> pastRatio; ///< [cohort * sectors + sector]

    /// Whether nothing can be sold to the market in year k.
    bool isClosed(std::size_t market, std::size_t k) const {
        return closed[market * (lastYear + 1) + k];
    }

private:
    void compileSegments();
    void compilePastCohorts();
    void compilePlan();
    void compileMeasures();
    void compileClosures();
};

} // namespace export_potential
