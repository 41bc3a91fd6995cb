#include "export_potential/comparison.hpp"

#include "columns.hpp"
#include "parts.hpp"
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
    State(const Pack &pack, std::span<const Scenario> scenarios, std::vector<Output> wanted,
          int mostThreads)
        : outputs(std::move(wanted)), years(commonYears(scenarios)),
          threads(std::max(mostThreads, 1)) {
        assert(scenarios.size() >= 2 && scenarios.size() <= kMostCompared && !years.empty());
        const std::vector<ComparedOutput> empty(outputs.size(), emptyOutput());
        for (const Scenario &scenario : scenarios) {
            simulations.emplace_back(pack, prepared(scenario, scenarios.front(), years.back()));
            wantedColumns.push_back(columnsOf(simulations.back()));
            columns.emplace_back(wantedColumns.back().size(), 0, draws());
            compared.push_back(empty);
        }
        shared.resize(blocksOfPiece());
    }

    std::size_t draws() const {
        return static_cast<std::size_t>(simulations.front().scenario().draws);
    }
    std::size_t blocks() const { return draws() / kBlock; }
    /// Blocks that are evaluated at once, one in each thread.
    std::size_t blocksOfPiece() const {
        return std::min(static_cast<std::size_t>(threads), blocks());
    }
    std::size_t evaluations() const {
        return (blocks() + blocksOfPiece() - 1) / blocksOfPiece() * simulations.size();
    }
    std::size_t pieces() const { return evaluations() + outputs.size(); }

    /// Where an output and year stand among the columns that are kept.
    std::size_t at(std::size_t output, std::size_t year) const {
        return output * years.size() + year;
    }

    ComparedOutput emptyOutput() const {
        return {std::vector<Summary>(years.size()), std::vector<Summary>(years.size()),
                std::vector<double>(years.size())};
    }

    /// Where the columns that are kept are among those of a simulation.
    std::vector<std::size_t> columnsOf(const Simulation &simulation) const {
        const ColumnLayout layout = columnLayout(simulation);
        const std::size_t skipped = layout.years() - years.size();
        std::vector<std::size_t> kept;
        for (const Output output : outputs) {
            for (std::size_t t = 0; t < years.size(); ++t) {
                kept.push_back(layout.of(output, skipped + t));
            }
        }
        return kept;
    }

    /// A piece's blocks of one scenario. Inputs that are the first scenario's are drawn once.
    void evaluate(std::size_t piece, std::size_t s) {
        const Simulation &simulation = simulations[s];
        const bool own = s == 0 || !drawEqualInputs(simulations.front(), simulation);
        const std::size_t firstBlock = piece * blocksOfPiece();
        const std::size_t count = std::min(blocksOfPiece(), blocks() - firstBlock);
        inParts(count, threads, [&](std::size_t begin, std::size_t end) {
            for (std::size_t block = begin; block < end; ++block) {
                const std::size_t first = (firstBlock + block) * kBlock;
                std::optional<Draws> other;
                if (own) {
                    (s == 0 ? shared[block] : other).emplace(simulation.sample(first, kBlock));
                }
                simulation.evaluateColumns(other ? *other : *shared[block], first, kBlock,
                                           wantedColumns[s], columns[s]);
            }
        });
    }

    /// One output of all scenarios.
    void summariseOutput(std::size_t o) {
        inParts(simulations.size() * years.size(), threads, [&](std::size_t i, std::size_t end) {
            std::vector<double> differences(draws());
            std::vector<double> scratch;
            for (; i < end; ++i) {
                const std::size_t s = i / years.size();
                const std::size_t t = i % years.size();
                const auto values = std::as_const(columns[s]).column(at(o, t));
                const auto reference = std::as_const(columns.front()).column(at(o, t));
                std::ranges::transform(values, reference, differences.begin(),
                                       [](double x, double first) { return x - first; });
                ComparedOutput &result = compared[s][o];
                result.values[t] = summarise(values, scratch);
                result.differences[t] = summarise(differences, scratch);
                result.higher[t] = shareAbove(differences, 0);
            }
        });
    }

    std::vector<Output> outputs;
    std::vector<int> years;
    int threads;
    std::vector<Simulation> simulations;
    std::vector<std::vector<std::size_t>> wantedColumns; ///< by scenario, as columns has them
    std::vector<Draws> columns;               ///< by scenario: outputs, and in each the years
    std::vector<std::optional<Draws>> shared; ///< the first scenario's inputs of the piece's blocks
    std::vector<std::vector<ComparedOutput>> compared; ///< by scenario and output
    std::size_t done = 0;                              ///< pieces
};

Comparison::Comparison(const Pack &pack, std::span<const Scenario> scenarios,
                       std::vector<Output> outputs, int threads)
    : state_(std::make_unique<State>(pack, scenarios, std::move(outputs), threads)) {}
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
        state.evaluate(state.done / count, state.done % count);
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
