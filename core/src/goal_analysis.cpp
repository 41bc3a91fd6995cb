#include "export_potential/goal_seek.hpp"
#include "export_potential/proportion.hpp"
#include "focused_model.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace export_potential {

namespace {

class GoalAnalysis : public Analysis {
public:
    GoalAnalysis(const Pack &pack, const Scenario &scenario, const Focus &focus, double target,
                 std::vector<double> probabilities, int threads)
        : focused_(pack, scenario, focus, threads), target_(target),
          probabilities_(std::move(probabilities)),
          draws_(static_cast<std::size_t>(std::min(scenario.draws, kMaxGoalDraws))) {}

    /// Tries one more number of registrations: searches again from the start, with what is known,
    /// until a number is asked for that is not.
    bool advance() override {
        if (!inputs_) {
            inputs_ = focused_.sample(draws_);
            return true;
        }
        mayTry_ = true;
        complete_ = true;
        found_.clear();
        const std::map<double, double> tried = triedForHighest();
        own_ = reached(ownNumber());
        for (std::size_t i = 0; complete_ && i < probabilities_.size(); ++i) {
            found_.push_back(smallest(tried, probabilities_[i]));
        }
        return !complete_;
    }

    double progress() const override {
        // A search takes about so many tries for a thousandth of a number that is known to a factor
        // of two at first.
        constexpr double kUsualTries = 10;
        const double usual = 3 + kHalvings + 2 * kRefinements +
                             kUsualTries * static_cast<double>(probabilities_.size());
        const double done = static_cast<double>(known_.size()) / usual;
        return complete_ && !known_.empty() ? 1 : std::min(done, 0.99);
    }

    std::string result() const override {
        JsonWriter json;
        focused_.begin(json, "goal", draws_);
        json.member("target", target_);
        const auto count = static_cast<double>(draws_);
        const Interval interval =
            wilson(static_cast<std::uint64_t>(std::llround(own_ * count)), draws_);
        json.key("scenario");
        json.beginObject();
        json.member("newSellers", ownNumber());
        json.member("probability", own_);
        json.member("interval", std::vector{interval.low, interval.high});
        json.endObject();
        json.key("goals");
        json.beginArray();
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const bool reachable = found_[i].outcome != SearchOutcome::notReachable;
            json.beginObject();
            json.member("probability", probabilities_[i]);
            json.member("reachable", reachable);
            if (reachable) {
                json.member("newSellers", std::ceil(found_[i].x));
            }
            json.member("highestProbability", highest_);
            json.endObject();
        }
        json.endArray();
        json.endObject();
        return json.take();
    }

private:
    /// The most registrations that a scenario may ask for.
    static constexpr double kMostSellers = 1e7;
    static constexpr int kMostTries = 40;
    static constexpr int kHalvings = 16;
    static constexpr int kRefinements = 5;

    /// The number of registrations that the scenario asks for.
    double ownNumber() const { return focused_.simulation().scenario().onboarding.newSellers; }

    /// Looks for the number of registrations with which the target is likeliest, and returns what
    /// was tried. It need not be the largest: one that the pool does not hold fills it in the first
    /// years, and of those who joined early fewer are left in the last. Nor does the likeliest have
    /// to fit into the pool: early in a slow plan only a larger number fills it.
    std::map<double, double> triedForHighest() {
        std::map<double, double> tried;
        double best = kMostSellers;
        highest_ = 0;
        const auto attempt = [&](double newSellers) {
            const double share = reached(newSellers);
            tried.emplace(newSellers, share);
            if (share > highest_) {
                highest_ = share;
                best = newSellers;
            }
        };
        double newSellers = kMostSellers;
        for (int i = 0; i <= kHalvings; ++i) {
            attempt(newSellers);
            newSellers /= 2;
        }
        attempt(0);
        attempt(ownNumber());
        double ratio = 2;
        for (int i = 0; complete_ && i < kRefinements; ++i) {
            ratio = std::sqrt(ratio);
            const double centre = best;
            attempt(centre / ratio);
            attempt(std::min(centre * ratio, kMostSellers));
        }
        return tried;
    }

    /// The smallest number that reaches a probability, between the first of those tried that does
    /// and the one before it.
    SearchResult smallest(const std::map<double, double> &tried, double probability) {
        const auto reaches = [=](const auto &each) { return each.second >= probability; };
        const auto first = std::ranges::find_if(tried, reaches);
        if (first == tried.end()) {
            return {SearchOutcome::notReachable, kMostSellers, highest_, 0};
        }
        const double low = first == tried.begin() ? first->first : std::prev(first)->first;
        const SearchLimits limits{.relativeTolerance = 1e-3, .evaluations = kMostTries};
        return smallestReaching([this](double n) { return reached(n); }, low, first->first,
                                probability, limits);
    }

    /// Share of the draws that reach the target with this many registrations.
    double shareReaching(double newSellers) const {
        Scenario scenario = focused_.simulation().scenario();
        Onboarding &onboarding = scenario.onboarding;
        for (double &year : onboarding.table) {
            year = onboarding.newSellers > 0 ? year * (newSellers / onboarding.newSellers)
                                             : newSellers / onboarding.years;
        }
        onboarding.newSellers = newSellers;
        const Simulation simulation(focused_.simulation().pack(), scenario);
        std::vector<double> values(draws_);
        simulation.evaluateLastYear(*inputs_, focused_.focus().output, values, focused_.threads());
        return probabilityOfReaching(values, target_).probability;
    }

    double reached(double newSellers) {
        if (const auto known = known_.find(newSellers); known != known_.end()) {
            return known->second;
        }
        if (!mayTry_) {
            complete_ = false;
            return 0;
        }
        mayTry_ = false;
        return known_.emplace(newSellers, shareReaching(newSellers)).first->second;
    }

    FocusedModel focused_;
    double target_;
    std::vector<double> probabilities_;
    std::size_t draws_;
    std::optional<Draws> inputs_;
    std::map<double, double> known_; ///< share of the draws by number of registrations
    bool mayTry_ = false;            ///< whether this piece of work has a try left
    bool complete_ = false;          ///< whether no try was missing
    double own_ = 0;                 ///< share with the scenario's own number
    double highest_ = 0;             ///< largest share that was found
    std::vector<SearchResult> found_;
};

} // namespace

std::unique_ptr<Analysis> makeGoalAnalysis(const Pack &pack, const Scenario &scenario,
                                           const Focus &focus, double target,
                                           std::vector<double> probabilities, int threads) {
    return std::make_unique<GoalAnalysis>(pack, scenario, focus, target, std::move(probabilities),
                                          threads);
}

} // namespace export_potential
