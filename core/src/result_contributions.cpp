#include "result_contributions.hpp"

#include "columns.hpp"
#include "export_potential/statistics.hpp"
#include "philox.hpp"
#include "result_tables.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <numeric>
#include <string>
#include <utility>

namespace export_potential {

namespace {

/// With more players than this, all orders are too many.
constexpr std::size_t kMostExact = 7;
constexpr std::size_t kSampledOrders = 64;

/// Who is there: kThere or kAbsent for each player. Text, because it costs a visitor no more code.
using Coalition = std::string;
constexpr char kThere = '1';
constexpr char kAbsent = '0';

/// The game: player 0 is the onboarding drive, player i + 1 is measure i.
class Game {
public:
    Game(const Simulation &simulation, const Draws &inputs)
        : simulation_(simulation), inputs_(inputs) {}

    std::size_t players() const { return simulation_.scenario().measures.size() + 1; }

    /// Mean headline by year with only these players.
    const std::vector<double> &value(const Coalition &players) {
        const auto [known, fresh] = values_.try_emplace(players);
        if (fresh) {
            known->second = evaluate(players);
        }
        return known->second;
    }

private:
    std::vector<double> evaluate(const Coalition &players) const {
        std::vector<double> means(simulation_.years().size(), 0.0);
        if (players.find(kThere) == Coalition::npos) {
            return means;
        }
        Scenario scenario = simulation_.scenario();
        if (players[0] == kAbsent) {
            scenario.onboarding.newSellers = 0;
            std::ranges::fill(scenario.onboarding.table, 0.0);
        }
        std::vector<Measure> chosen;
        for (std::size_t i = 0; i < scenario.measures.size(); ++i) {
            if (players[i + 1] == kThere) {
                chosen.push_back(scenario.measures[i]);
            }
        }
        scenario.measures = std::move(chosen);
        const Simulation part(simulation_.pack(), scenario);
        const Draws headline = headlineOf(part, inputs_);
        for (std::size_t t = 0; t < means.size(); ++t) {
            means[t] = sampleMean(headline.column(t));
        }
        return means;
    }

    const Simulation &simulation_;
    const Draws &inputs_;
    std::map<Coalition, std::vector<double>> values_;
};

/// added[player][year] += weight * (what the player adds to those before it)
void addStep(Game &game, std::vector<std::vector<double>> &added, Coalition before,
             std::size_t player, double weight) {
    const std::vector<double> &without = game.value(before);
    before[player] = kThere;
    const std::vector<double> &with = game.value(before);
    for (std::size_t t = 0; t < with.size(); ++t) {
        added[player][t] += weight * (with[t] - without[t]);
    }
}

/// Over all sets of players: |S|! (n - |S| - 1)! / n! for each set S that a player may join.
void addAllOrders(Game &game, std::vector<std::vector<double>> &added) {
    const std::size_t n = game.players();
    Coalition before(n, kAbsent);
    for (std::size_t subset = 0; subset < std::size_t{1} << n; ++subset) {
        for (std::size_t player = 0; player < n; ++player) {
            before[player] = (subset >> player & 1) != 0 ? kThere : kAbsent;
        }
        // The weight is 1 / (n * binomial(n - 1, |S|)).
        double weight = 1 / static_cast<double>(n);
        const auto size = static_cast<std::size_t>(std::popcount(subset));
        for (std::size_t i = 1; i <= size; ++i) {
            weight *= static_cast<double>(i) / static_cast<double>(n - i);
        }
        for (std::size_t player = 0; player < n; ++player) {
            if (before[player] == kAbsent) {
                addStep(game, added, before, player, weight);
            }
        }
    }
}

/// Over random orders, each with its reverse.
void addSampledOrders(Game &game, std::vector<std::vector<double>> &added, std::uint64_t seed) {
    constexpr std::uint32_t kStream = 6;
    const std::size_t n = game.players();
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::uint32_t sample = 0; sample < kSampledOrders / 2; ++sample) {
        for (std::size_t i = n - 1; i > 0; --i) {
            const auto words = philox({sample, static_cast<std::uint32_t>(i), 0, kStream}, seed);
            std::swap(order[i], order[words[0] % (i + 1)]);
        }
        for (int turn = 0; turn < 2; ++turn) {
            Coalition before(n, kAbsent);
            for (const std::size_t player : order) {
                addStep(game, added, before, player, 1.0 / kSampledOrders);
                before[player] = kThere;
            }
            std::ranges::reverse(order);
        }
    }
}

} // namespace

Contributions contributions(const Simulation &simulation, const std::vector<double> &whole,
                            const Draws &firstInputs) {
    const std::size_t n = simulation.scenario().measures.size() + 1;
    if (n == 1) {
        return {whole, {}};
    }
    Game game(simulation, firstInputs);
    std::vector<std::vector<double>> added(n, std::vector<double>(whole.size(), 0.0));
    if (n <= kMostExact) {
        addAllOrders(game, added);
    } else {
        addSampledOrders(game, added, simulation.scenario().seed);
    }
    for (std::size_t t = 0; t < whole.size(); ++t) {
        double sum = 0;
        double size = 0;
        for (const std::vector<double> &player : added) {
            sum += player[t];
            size += std::fabs(player[t]);
        }
        for (std::vector<double> &player : added) {
            player[t] += size > 0 ? (whole[t] - sum) * (std::fabs(player[t]) / size) : 0;
        }
    }
    Contributions result;
    result.onboarding = std::move(added.front());
    result.measures.assign(std::make_move_iterator(added.begin() + 1),
                           std::make_move_iterator(added.end()));
    return result;
}

} // namespace export_potential
