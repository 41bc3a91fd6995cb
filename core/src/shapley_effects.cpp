#include "export_potential/shapley_effects.hpp"

#include "jackknife.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace export_potential {

namespace {

/// Random numbers of one block of draws: coordinate c of draw j at c * draws + j.
class Uniforms {
public:
    Uniforms(const PointSource &points, std::size_t first, std::size_t draws, std::size_t dimension,
             std::size_t coordinates)
        : draws_(draws), values_(coordinates * draws) {
        for (std::size_t c = 0; c < coordinates; ++c) {
            points.fill(first, dimension + c, std::span(values_).subspan(c * draws, draws));
        }
    }

    void row(std::size_t draw, std::span<double> u) const {
        for (std::size_t c = 0; c < u.size(); ++c) {
            u[c] = values_[c * draws_ + draw];
        }
    }

private:
    std::size_t draws_;
    std::vector<double> values_;
};

/// The order in which one draw's walk brings the groups in.
std::vector<std::size_t> randomOrder(std::span<const double> keys) {
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    return order;
}

class Walks {
public:
    Walks(const ConditionalSampler &sampler, std::span<const std::size_t> group, std::size_t draws)
        : sampler_(sampler), inputs_(sampler.inputs()),
          groups_(group.empty() ? 0 : *std::ranges::max_element(group) + 1), draws_(draws),
          members_(groups_), effects_(groups_ * draws) {
        assert(group.size() == inputs_);
        for (std::size_t i = 0; i < inputs_; ++i) {
            members_[group[i]].push_back(i);
        }
    }

    std::size_t groups() const { return groups_; }

    /// Points of one draw: itself, all drawn again, and those between on either walk.
    std::size_t pointsOfDraw() const { return 2 * groups_; }

    /// Evaluates the draws first .. first + count - 1 and stores what each adds to each group.
    void evaluate(const PointSource &points, std::size_t first, std::size_t count,
                  const EvaluatePoints &evaluate) {
        const Uniforms base(points, first, count, 0, inputs_);
        const Uniforms again(points, first, count, inputs_, inputs_);
        const Uniforms keys(points, first, count, 2 * inputs_, groups_);
        std::vector<std::vector<std::size_t>> orders;
        std::vector<double> u(inputs_);
        std::vector<double> x(inputs_);
        std::vector<double> key(groups_);
        std::vector<double> outputs(count * pointsOfDraw());
        std::vector<double> table(inputs_ * outputs.size());
        std::size_t point = 0;
        const auto store = [&](std::span<const double> values) {
            for (std::size_t i = 0; i < inputs_; ++i) {
                table[i * outputs.size() + point] = values[i];
            }
            ++point;
        };
        for (std::size_t j = 0; j < count; ++j) {
            keys.row(j, key);
            std::vector<std::size_t> order = randomOrder(key);
            base.row(j, u);
            sampler_.sample(u, x);
            store(x);
            again.row(j, u);
            walk(x, order, u, groups_, store);
            orders.push_back(order);
            std::ranges::reverse(order);
            walk(x, order, u, groups_ - 1, store);
        }
        evaluate(table, outputs);
        for (std::size_t j = 0; j < count; ++j) {
            credit(first + j, orders[j],
                   std::span(outputs).subspan(j * pointsOfDraw(), pointsOfDraw()));
        }
    }

    /// What the draws add to one group.
    std::span<const double> effects(std::size_t group) const {
        return std::span(effects_).subspan(group * draws_, draws_);
    }

private:
    /// Stores the points at which the first, the first two, ... `steps` groups are drawn again.
    template <class Store>
    void walk(std::span<const double> x, std::span<const std::size_t> order,
              std::span<const double> u, std::size_t steps, const Store &store) const {
        // The last to be drawn again are kept longest, so they come first.
        std::vector<std::size_t> coordinates;
        for (std::size_t position = groups_; position-- > 0;) {
            const std::vector<std::size_t> &members = members_[order[position]];
            coordinates.insert(coordinates.end(), members.begin(), members.end());
        }
        std::vector<double> z(inputs_);
        std::size_t kept = inputs_;
        for (std::size_t step = 0; step < steps; ++step) {
            kept -= members_[order[step]].size();
            sampler_.redraw(x, coordinates, kept, u, z);
            store(z);
        }
    }

    void credit(std::size_t draw, std::span<const std::size_t> order, std::span<const double> y) {
        const auto half = [&](std::size_t point) {
            const double difference = y[0] - y[point];
            return difference * difference / 2;
        };
        double before = 0;
        double beforeReversed = 0;
        for (std::size_t step = 0; step < groups_; ++step) {
            const bool last = step + 1 == groups_;
            const double value = half(1 + step);
            effects_[order[step] * draws_ + draw] += (value - before) / 2;
            before = value;
            // Both walks end where everything is drawn again.
            const double reversed = half(last ? groups_ : groups_ + 1 + step);
            effects_[order[groups_ - 1 - step] * draws_ + draw] += (reversed - beforeReversed) / 2;
            beforeReversed = reversed;
        }
    }

    const ConditionalSampler &sampler_;
    std::size_t inputs_;
    std::size_t groups_;
    std::size_t draws_;
    std::vector<std::vector<std::size_t>> members_; ///< coordinates of each group
    std::vector<double> effects_;                   ///< of group g in draw j at g * draws + j
};

} // namespace

struct ShapleyEstimation::State {
    static constexpr std::size_t kPointsOfPiece = 2048;

    Walks walks;
    const PointSource &points;
    std::size_t draws;
    EvaluatePoints evaluate;
    std::size_t piece = 0; ///< draws of one
    std::size_t done = 0;  ///< draws
};

ShapleyEstimation::ShapleyEstimation(const ConditionalSampler &sampler,
                                     std::span<const std::size_t> group, const PointSource &points,
                                     std::size_t draws, EvaluatePoints evaluate)
    : state_(std::make_unique<State>(
          State{Walks(sampler, group, draws), points, draws, std::move(evaluate)})) {
    assert(state_->walks.groups() > 0 && draws >= kBatches);
    state_->piece = std::max(State::kPointsOfPiece / state_->walks.pointsOfDraw(), std::size_t{1});
}
ShapleyEstimation::~ShapleyEstimation() = default;

bool ShapleyEstimation::advance() {
    State &state = *state_;
    const std::size_t count = std::min(state.piece, state.draws - state.done);
    if (count > 0) {
        state.walks.evaluate(state.points, state.done, count, state.evaluate);
        state.done += count;
    }
    return state.done < state.draws;
}

double ShapleyEstimation::progress() const {
    return static_cast<double>(state_->done) / static_cast<double>(state_->draws);
}

ShapleyEffects ShapleyEstimation::effects() const {
    const Walks &walks = state_->walks;
    const std::size_t draws = state_->draws;
    std::vector<ByBatch<Sums<1>>> sums;
    ByBatch<Sums<1>> total{};
    for (std::size_t g = 0; g < walks.groups(); ++g) {
        const std::span<const double> effects = walks.effects(g);
        sums.push_back(
            batchSums<Sums<1>>(draws, [&](Sums<1> &sum, std::size_t j) { sum[0] += effects[j]; }));
        for (std::size_t batch = 0; batch < kBatches; ++batch) {
            total[batch] += sums[g][batch];
        }
    }
    ShapleyEffects result;
    result.variance = sumWithout(total, kBatches)[0] / static_cast<double>(draws);
    for (const ByBatch<Sums<1>> &sum : sums) {
        result.shares.push_back(jackknife([&](std::size_t batch) {
            const double variance = sumWithout(total, batch)[0];
            return variance > 0 ? sumWithout(sum, batch)[0] / variance : 0;
        }));
    }
    return result;
}

ShapleyEffects shapleyEffects(const ConditionalSampler &sampler, std::span<const std::size_t> group,
                              const PointSource &points, std::size_t draws,
                              const EvaluatePoints &evaluate) {
    ShapleyEstimation estimation(sampler, group, points, draws, evaluate);
    while (estimation.advance()) {
    }
    return estimation.effects();
}

} // namespace export_potential
