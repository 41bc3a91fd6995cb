#include "export_potential/goal_seek.hpp"
#include "export_potential/proportion.hpp"
#include "focused_model.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace export_potential {

namespace {

class GoalAnalysis : public Analysis {
public:
    GoalAnalysis(const Pack &pack, const Scenario &scenario, const Focus &focus, double target,
                 std::vector<double> probabilities, int threads)
        : focused_(pack, scenario, focus, threads), target_(target),
          probabilities_(std::move(probabilities)),
          inputs_(focused_.simulation().sample(0, static_cast<std::size_t>(scenario.draws))),
          values_(inputs_.count()) {
        for (const PoolKind &kind : pack.pool) {
            most_ += kind.establishments;
        }
        most_ = std::min(most_, kMostSellers);
    }

    bool advance() override {
        if (found_.size() < probabilities_.size()) {
            const SearchLimits limits{.relativeTolerance = 1e-3, .evaluations = 40};
            found_.push_back(smallestReaching([this](double n) { return reached(n); }, 0, most_,
                                              probabilities_[found_.size()], limits));
        }
        return found_.size() < probabilities_.size();
    }

    double progress() const override {
        return static_cast<double>(found_.size()) / static_cast<double>(probabilities_.size());
    }

    std::string result() const override {
        const Onboarding &onboarding = focused_.simulation().scenario().onboarding;
        nlohmann::ordered_json json = focused_.header("goal", inputs_.count());
        json["target"] = target_;
        const auto count = static_cast<double>(inputs_.count());
        const double own = shareReaching(onboarding.newSellers);
        const Interval interval =
            wilson(static_cast<std::uint64_t>(std::llround(own * count)), inputs_.count());
        json["scenario"] = {{"newSellers", onboarding.newSellers},
                            {"probability", own},
                            {"interval", {interval.low, interval.high}}};
        json["goals"] = nlohmann::ordered_json::array();
        for (std::size_t i = 0; i < found_.size(); ++i) {
            const bool reachable = found_[i].outcome != SearchOutcome::notReachable;
            nlohmann::ordered_json goal = {{"probability", probabilities_[i]},
                                           {"reachable", reachable}};
            if (reachable) {
                goal["newSellers"] = std::ceil(found_[i].x);
            }
            // Beyond the pool more registrations change nothing.
            goal["highestProbability"] = shareReaching(most_);
            json["goals"].push_back(std::move(goal));
        }
        return json.dump();
    }

private:
    /// The most registrations that a scenario may ask for.
    static constexpr double kMostSellers = 1e7;

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
        std::vector<double> values(inputs_.count());
        simulation.evaluateLastYear(inputs_, focused_.focus().output, values, focused_.threads());
        return probabilityOfReaching(values, target_).probability;
    }

    double reached(double newSellers) {
        const auto [known, fresh] = known_.try_emplace(newSellers, 0);
        if (fresh) {
            known->second = shareReaching(newSellers);
        }
        return known->second;
    }

    FocusedModel focused_;
    double target_;
    std::vector<double> probabilities_;
    Draws inputs_;
    std::vector<double> values_;
    double most_ = 0;
    std::map<double, double> known_;
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
