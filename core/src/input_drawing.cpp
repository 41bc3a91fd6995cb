#include "input_drawing.hpp"

#include "philox.hpp"

#include <utility>

namespace export_potential {

namespace {

/// Equation (9) with the uniforms of one counter: the sum of 2^(k - 1) over interrupted years k.
/// Streams 0 and 1 of the generator belong to the points.
double interrupted(const Model &model, std::size_t market, double chance, std::uint64_t counter,
                   std::uint32_t stream) {
    constexpr std::size_t kWords = 4;
    constexpr double kTwo32 = 4294967296.0;
    std::uint64_t years = 0;
    for (std::size_t k = 1; k <= model.lastYear; k += kWords) {
        const auto block = static_cast<std::uint32_t>(market << 8 | k / kWords);
        const auto words = philox({static_cast<std::uint32_t>(counter),
                                   static_cast<std::uint32_t>(counter >> 32), block, stream},
                                  model.scenario.seed);
        for (std::size_t i = 0; i < kWords && k + i <= model.lastYear; ++i) {
            const double u = (words[i] + 0.5) / kTwo32;
            if (u < chance) {
                const std::uint64_t length = u < chance / 2 ? 3 : 1;
                years |= length << (k + i - 1);
            }
        }
    }
    return static_cast<double>(years & ((std::uint64_t{1} << model.lastYear) - 1));
}

} // namespace

std::optional<GaussianCopula> makeCopula(const Model &model) {
    if (model.pack.correlations.empty()) {
        return std::nullopt;
    }
    const auto dimension = [&](const ParameterElement &e) {
        return model.inputs.dimension(e.symbol, e.by, e.element);
    };
    std::vector<RankCorrelation> correlations;
    for (const Correlation &c : model.pack.correlations) {
        correlations.push_back({dimension(c.a), dimension(c.b), c.spearman});
    }
    // Reading the pack has refused what could fail here.
    Result<GaussianCopula> copula = GaussianCopula::make(correlations);
    return copula ? std::optional(std::move(copula.value())) : std::nullopt;
}

InputDrawing::InputDrawing(const Model &model)
    : model_(model),
      points_(model.scenario.sampling == Sampling::sobol
                  ? makeReplicatedSobolPoints(model.scenario.seed, model.inputs.parameters())
                  : makeCounterPoints(model.scenario.seed)),
      copula_(makeCopula(model)) {
    samplers_.reserve(model.inputs.parameters());
    for (const Distribution &distribution : model.inputs.distributions()) {
        samplers_.emplace_back(distribution);
    }
}

void InputDrawing::draw(Draws &inputs, Set set) const {
    const std::size_t skipped = set == Set::first ? 0 : samplers_.size();
    for (std::size_t i = 0; i < samplers_.size(); ++i) {
        points_->fill(inputs.first(), skipped + model_.inputs.pointDimension(i), inputs.column(i));
    }
    if (copula_) {
        std::vector<std::span<double>> columns;
        for (const std::size_t dimension : copula_->dimensions()) {
            columns.push_back(inputs.column(dimension));
        }
        copula_->transform(columns);
    }
    for (std::size_t i = 0; i < samplers_.size(); ++i) {
        samplers_[i].transform(inputs.column(i));
    }
    for (std::size_t market = 0; market < model_.pack.markets.size(); ++market) {
        drawInterruptions(inputs, market, set);
    }
}

double InputDrawing::interruptedYears(std::size_t market, double chance,
                                      std::uint64_t decider) const {
    constexpr std::uint32_t kDecided = 3;
    return interrupted(model_, market, chance, decider, kDecided);
}

void InputDrawing::drawInterruptions(Draws &inputs, std::size_t market, Set set) const {
    const std::uint32_t stream = set == Set::first ? 2 : 4;
    const auto chance =
        inputs.column(model_.inputs.dimension(Symbol::pi, IndexKind::market, market));
    const auto years = inputs.column(model_.inputs.interruptions(market));
    for (std::size_t row = 0; row < inputs.count(); ++row) {
        years[row] = interrupted(model_, market, chance[row], inputs.first() + row, stream);
    }
}

} // namespace export_potential
