#include "export_potential/simulation.hpp"

#include "block_evaluation.hpp"
#include "input_drawing.hpp"
#include "model.hpp"
#include "parts.hpp"

#include <algorithm>
#include <cassert>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>

namespace export_potential {

std::vector<double> Draws::rows(std::uint64_t first, std::size_t count) const {
    assert(covers(first, count));
    const auto offset = static_cast<std::ptrdiff_t>(first - first_);
    std::vector<double> values(columns() * count);
    for (std::size_t c = 0; c < columns(); ++c) {
        std::copy_n(column(c).begin() + offset, count,
                    values.begin() + static_cast<std::ptrdiff_t>(c * count));
    }
    return values;
}

void Draws::setRows(std::uint64_t first, std::size_t count, std::span<const double> values) {
    assert(covers(first, count) && values.size() == columns() * count);
    const auto offset = static_cast<std::ptrdiff_t>(first - first_);
    for (std::size_t c = 0; c < columns(); ++c) {
        std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(c * count), count,
                    column(c).begin() + offset);
    }
}

/// A model with the means to draw its inputs, which are prepared when first needed: a run on inputs
/// that are already there has no use for them.
struct Simulation::Impl {
    Impl(const Pack &pack, const Scenario &scenario) : model(pack, scenario) {}

    const InputDrawing &drawing() const {
        std::call_once(drawingMade, [this] { made.emplace(model); });
        return *made;
    }

    const Model model;

private:
    mutable std::once_flag drawingMade;
    mutable std::optional<InputDrawing> made;
};

Simulation::Simulation(const Pack &pack, const Scenario &scenario)
    : impl_(std::make_unique<const Impl>(pack, scenario)) {}
Simulation::~Simulation() = default;
Simulation::Simulation(Simulation &&) noexcept = default;
Simulation &Simulation::operator=(Simulation &&) noexcept = default;

const Pack &Simulation::pack() const {
    return impl_->model.pack;
}
const Scenario &Simulation::scenario() const {
    return impl_->model.scenario;
}
std::span<const int> Simulation::years() const {
    return impl_->model.reportedYears;
}
std::span<const Column> Simulation::columns() const {
    return impl_->model.columns.columns();
}
std::span<const std::string> Simulation::inputNames() const {
    return impl_->model.inputs.names();
}
std::span<const Distribution> Simulation::distributions() const {
    return impl_->model.inputs.distributions();
}

double Simulation::correlationRepair() const {
    const std::optional<GaussianCopula> copula = makeCopula(impl_->model);
    return copula ? copula->largestChange() : 0;
}

Draws Simulation::sample(std::uint64_t first, std::size_t count) const {
    Draws inputs(impl_->model.inputs.size(), first, count);
    impl_->drawing().draw(inputs);
    return inputs;
}

Draws Simulation::centralInputs() const {
    Draws inputs(impl_->model.inputs.size(), 0, 1);
    for (std::size_t i = 0; i < distributions().size(); ++i) {
        inputs.column(i)[0] = median(distributions()[i]);
    }
    return inputs;
}

void Simulation::evaluate(const Draws &inputs, std::uint64_t first, std::size_t count,
                          Draws &results, ExecutionContext *context) const {
    std::vector<std::size_t> all(columns().size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    evaluateColumns(inputs, first, count, all, results, context);
}

void Simulation::evaluateColumns(const Draws &inputs, std::uint64_t first, std::size_t count,
                                 std::span<const std::size_t> wanted, Draws &results,
                                 ExecutionContext *context) const {
    assert(inputs.covers(first, count) && results.covers(first, count));
    assert(inputs.columns() == inputNames().size() && results.columns() == wanted.size());
    BlockEvaluation block(impl_->model, wanted);
    for (std::size_t done = 0; done < count;) {
        if (context != nullptr && context->cancelled()) {
            return;
        }
        const std::size_t size = std::min(BlockEvaluation::kDraws, count - done);
        block.evaluate(inputs, static_cast<std::size_t>(first - inputs.first()) + done, size);
        for (std::size_t j = 0; j < wanted.size(); ++j) {
            block.copyColumn(j, size, results.column(j).data() + (first - results.first()) + done);
        }
        done += size;
        if (context != nullptr) {
            context->addDone(size);
        }
    }
}

void Simulation::evaluateLastYear(const Draws &inputs, Output output, std::span<double> values,
                                  int threads) const {
    assert(values.size() == inputs.count());
    const Model &model = impl_->model;
    const std::size_t column = model.columns.of(output, years().size() - 1);
    inParts(values.size(), threads, [&](std::size_t first, std::size_t end) {
        BlockEvaluation block(model, {&column, 1});
        while (first < end) {
            const std::size_t size = std::min(BlockEvaluation::kDraws, end - first);
            block.evaluate(inputs, first, size);
            block.copyColumn(0, size, values.data() + first);
            first += size;
        }
    });
}

namespace {

/// Samples and evaluates [first, end) in pieces that keep the inputs in the cache.
void runRange(const Simulation &simulation, std::uint64_t first, std::uint64_t end, Draws &results,
              ExecutionContext *context) {
    constexpr std::uint64_t kPiece = 1024;
    for (std::uint64_t at = first; at < end; at += kPiece) {
        if (context != nullptr && context->cancelled()) {
            return;
        }
        const auto count = static_cast<std::size_t>(std::min(kPiece, end - at));
        const Draws inputs = simulation.sample(at, count);
        simulation.evaluate(inputs, at, count, results, context);
    }
}

} // namespace

bool Simulation::run(Draws &results, int threads, ExecutionContext *context) const {
    inParts(results.count(), threads, [&](std::size_t first, std::size_t end) {
        runRange(*this, results.first() + first, results.first() + end, results, context);
    });
    return context == nullptr || !context->cancelled();
}

} // namespace export_potential
