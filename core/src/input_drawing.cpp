#include "input_drawing.hpp"

#include "philox.hpp"

#include <utility>

namespace export_potential {

namespace {

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

} // namespace

InputDrawing::InputDrawing(const Model &model)
    : model_(model),
      points_(model.scenario.sampling == Sampling::sobol ? makeSobolPoints(model.scenario.seed)
                                                         : makeCounterPoints(model.scenario.seed)),
      copula_(makeCopula(model)) {
    samplers_.reserve(model.inputs.parameters());
    for (const Distribution &distribution : model.inputs.distributions()) {
        samplers_.emplace_back(distribution);
    }
}

void InputDrawing::draw(Draws &inputs) const {
    for (std::size_t i = 0; i < samplers_.size(); ++i) {
        points_->fill(inputs.first(), i, inputs.column(i));
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
        drawInterruptions(inputs, market);
    }
}

void InputDrawing::drawInterruptions(Draws &inputs, std::size_t market) const {
    constexpr std::size_t kWords = 4;
    constexpr double kTwo32 = 4294967296.0;
    // Counters whose last word is 0 and 1 belong to the points.
    constexpr std::uint32_t kStream = 2;
    const auto chance =
        inputs.column(model_.inputs.dimension(Symbol::pi, IndexKind::market, market));
    const auto interrupted = inputs.column(model_.inputs.interruptions(market));
    for (std::size_t row = 0; row < inputs.count(); ++row) {
        const std::uint64_t draw = inputs.first() + row;
        std::uint64_t years = 0;
        for (std::size_t k = 1; k <= model_.lastYear; k += kWords) {
            const auto block = static_cast<std::uint32_t>(market << 8 | k / kWords);
            const auto words = philox({static_cast<std::uint32_t>(draw),
                                       static_cast<std::uint32_t>(draw >> 32), block, kStream},
                                      model_.scenario.seed);
            for (std::size_t i = 0; i < kWords && k + i <= model_.lastYear; ++i) {
                const double u = (words[i] + 0.5) / kTwo32;
                if (u < chance[row]) {
                    const std::uint64_t length = u < chance[row] / 2 ? 3 : 1;
                    years |= length << (k + i - 1);
                }
            }
        }
        years &= (std::uint64_t{1} << model_.lastYear) - 1;
        interrupted[row] = static_cast<double>(years);
    }
}

} // namespace export_potential
