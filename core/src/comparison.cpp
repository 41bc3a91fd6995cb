#include "export_potential/comparison.hpp"

#include "columns.hpp"
#include "result_tables.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

namespace export_potential {

namespace {

constexpr std::size_t kBlock = 256;
static_assert(kMinDraws % kBlock == 0);

/// The scenario with the random numbers of the comparison, cut off after its last year.
Scenario prepared(Scenario scenario, const Scenario &first, int lastYear) {
    scenario.seed = first.seed;
    scenario.draws = std::min(first.draws, kMaxComparisonDraws);
    scenario.sampling = first.sampling;
    scenario.horizon = lastYear - scenario.startYear + 1;
    return scenario;
}

/// Whether two simulations of one pack, seed, sampling and last year draw equal inputs.
bool drawEqualInputs(const Simulation &a, const Simulation &b) {
    return std::ranges::equal(a.distributions(), b.distributions());
}

} // namespace

std::vector<int> commonYears(std::span<const Scenario> scenarios) {
    std::vector<int> years;
    if (scenarios.empty()) {
        return years;
    }
    int first = scenarios.front().startYear;
    int last = scenarios.front().endYear();
    for (const Scenario &scenario : scenarios) {
        first = std::max(first, scenario.startYear);
        last = std::min(last, scenario.endYear());
    }
    for (int year = first; year <= last; ++year) {
        years.push_back(year);
    }
    return years;
}

struct Comparison::State {
    State(const Pack &pack, std::span<const Scenario> scenarios, std::vector<Output> wanted)
        : outputs(std::move(wanted)), years(commonYears(scenarios)) {
        assert(scenarios.size() >= 2 && scenarios.size() <= kMostCompared && !years.empty());
        for (const Scenario &scenario : scenarios) {
            simulations.emplace_back(pack, prepared(scenario, scenarios.front(), years.back()));
            columns.emplace_back(outputs.size() * years.size(), 0, draws());
            compared.emplace_back(outputs.size());
        }
    }

    std::size_t draws() const {
        return static_cast<std::size_t>(simulations.front().scenario().draws);
    }
    std::size_t evaluations() const { return draws() / kBlock * simulations.size(); }
    std::size_t pieces() const { return evaluations() + outputs.size(); }

    /// Where an output and year stand among the columns that are kept.
    std::size_t at(std::size_t output, std::size_t year) const {
        return output * years.size() + year;
    }

    /// One block of one scenario. Inputs that are the first scenario's are drawn once.
    void evaluate(std::size_t first, std::size_t s) {
        const Simulation &simulation = simulations[s];
        const bool own = s == 0 || !drawEqualInputs(simulations.front(), simulation);
        std::optional<Draws> other;
        if (own) {
            (s == 0 ? shared : other).emplace(simulation.sample(first, kBlock));
        }
        Draws results(simulation.columns().size(), first, kBlock);
        simulation.evaluate(other ? *other : *shared, first, kBlock, results);
        const ColumnLayout layout = columnLayout(simulation);
        const std::size_t skipped = layout.years() - years.size();
        for (std::size_t o = 0; o < outputs.size(); ++o) {
            for (std::size_t t = 0; t < years.size(); ++t) {
                std::ranges::copy(results.column(layout.of(outputs[o], skipped + t)),
                                  columns[s].column(at(o, t)).subspan(first, kBlock).begin());
            }
        }
    }

    /// One output of all scenarios.
    void summariseOutput(std::size_t o) {
        std::vector<double> differences(draws());
        for (std::size_t s = 0; s < simulations.size(); ++s) {
            ComparedOutput &result = compared[s][o];
            for (std::size_t t = 0; t < years.size(); ++t) {
                const auto values = std::as_const(columns[s]).column(at(o, t));
                const auto reference = std::as_const(columns.front()).column(at(o, t));
                std::ranges::transform(values, reference, differences.begin(),
                                       [](double x, double first) { return x - first; });
                result.values.push_back(summarise(values, scratch));
                result.differences.push_back(summarise(differences, scratch));
                result.higher.push_back(shareAbove(differences, 0));
            }
        }
    }

    std::vector<Output> outputs;
    std::vector<int> years;
    std::vector<Simulation> simulations;
    std::vector<Draws> columns;  ///< by scenario: outputs, and in each the years
    std::optional<Draws> shared; ///< the first scenario's inputs of the block
    std::vector<std::vector<ComparedOutput>> compared; ///< by scenario and output
    std::vector<double> scratch;
    std::size_t done = 0; ///< pieces
};

Comparison::Comparison(const Pack &pack, std::span<const Scenario> scenarios,
                       std::vector<Output> outputs)
    : state_(std::make_unique<State>(pack, scenarios, std::move(outputs))) {}
Comparison::~Comparison() = default;
Comparison::Comparison(Comparison &&) noexcept = default;
Comparison &Comparison::operator=(Comparison &&) noexcept = default;

std::size_t Comparison::scenarios() const {
    return state_->simulations.size();
}
std::size_t Comparison::draws() const {
    return state_->draws();
}
std::span<const Output> Comparison::outputs() const {
    return state_->outputs;
}
std::span<const int> Comparison::years() const {
    return state_->years;
}

bool Comparison::advance() {
    State &state = *state_;
    if (state.done < state.evaluations()) {
        const std::size_t count = state.simulations.size();
        state.evaluate(state.done / count * kBlock, state.done % count);
    } else if (state.done < state.pieces()) {
        state.summariseOutput(state.done - state.evaluations());
    }
    state.done = std::min(state.done + 1, state.pieces());
    return state.done < state.pieces();
}

double Comparison::progress() const {
    return static_cast<double>(state_->done) / static_cast<double>(state_->pieces());
}

const ComparedOutput &Comparison::compared(std::size_t scenario, std::size_t output) const {
    return state_->compared[scenario][output];
}

} // namespace export_potential
