#include "result_checks.hpp"

#include "json_reader.hpp"

#include <cmath>
#include <variant>

namespace export_potential {

namespace {

/// The year in which a share of the draws is largest, and how large.
struct Peak {
    double share = 0;
    int year = 0;

    void raise(double candidate, int when) {
        if (candidate > share) {
            share = candidate;
            year = when;
        }
    }
    /// Whether the middle of the range is concerned and not only its edge.
    bool middle() const { return share >= 0.5; }
};

/// "In 3 of 20 futures there", and just "There" for a single evaluation, which is no number of
/// futures.
std::string inTwenty(double share, std::size_t draws, std::string_view subject) {
    if (draws == 1) {
        std::string sentence(subject);
        sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
        return sentence;
    }
    const long whole = std::lround(share * 20);
    const std::string count = whole == 0                 ? "fewer than 1"
                              : whole == 20 && share < 1 ? "more than 19"
                                                         : std::to_string(whole);
    return "In " + count + " of 20 futures " + std::string(subject);
}

/// Share of a year's registrants to whom training is offered, over all measures.
double trainedIn(const Scenario &scenario, int year) {
    double share = 0;
    for (const Measure &measure : scenario.measures) {
        const auto *training = std::get_if<Training>(&measure.kind);
        if (training != nullptr && measure.from <= year && year <= measure.to) {
            share += training->share;
        }
    }
    return share;
}

} // namespace

std::vector<Check> checks(const RunSummary &summary) {
    const Simulation &simulation = summary.simulation();
    const Pack &pack = simulation.pack();
    Peak trained;
    Peak pool;
    Peak ceiling;
    std::vector<Peak> sectors(pack.sectors.size());
    for (std::size_t t = 0; t < summary.years(); ++t) {
        const int year = simulation.years()[t];
        trained.raise(trainedIn(simulation.scenario(), year), year);
        pool.raise(summary.of(ColumnKind::poolLimited, 0, t).mean, year);
        ceiling.raise(summary.headline(t).aboveCeiling, year);
        for (std::size_t i = 0; i < summary.headline(t).sector.size(); ++i) {
            sectors[i].raise(summary.headline(t).sector[i], year);
        }
    }

    std::vector<Check> found;
    if (pool.share > 0) {
        found.push_back({"above_pool", inTwenty(pool.share, summary.draws(), "there") +
                                           " are too few businesses ready to export for all the "
                                           "registrations planned for " +
                                           std::to_string(pool.year) +
                                           "; the calculation stops at those there are."});
    }
    if (ceiling.middle()) {
        found.push_back(
            {"above_ecommerce_ceiling",
             inTwenty(ceiling.share, summary.draws(), "the additional exports of ") +
                 std::to_string(ceiling.year) +
                 " by themselves are a larger share of goods exports than all e-commerce has "
                 "reached in the country that sells most online across borders; treat them as "
                 "implausible."});
    }
    for (std::size_t i = 0; i < sectors.size(); ++i) {
        if (sectors[i].middle()) {
            found.push_back(
                {"above_sector_exports",
                 inTwenty(sectors[i].share, summary.draws(), "the additional exports of ") + '"' +
                     pack.sectors[i].id + "\" in " + std::to_string(sectors[i].year) +
                     " are above all that this sector exports today; treat them as implausible."});
        }
    }
    if (trained.share > 1 + kSumTolerance) {
        const long percent = std::lround(trained.share * 100);
        found.push_back({"trainees_above_registrants",
                         "In " + std::to_string(trained.year) + " training is offered to " +
                             (percent == 100 ? "just over " : "") + std::to_string(percent) +
                             " % of those who register, more than there are; who is trained twice "
                             "counts twice."});
    }
    if (const double moved = simulation.correlationRepair(); moved > 0) {
        found.push_back({"correlations_adjusted",
                         "The pack's rank correlations contradict one another; the nearest ones "
                         "that do not differ by up to " +
                             std::to_string(std::lround(moved * 100)) + " hundredths."});
    }
    return found;
}

} // namespace export_potential
