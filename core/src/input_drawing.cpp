#include "input_drawing.hpp"

#include "philox.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

namespace export_potential {

namespace {

constexpr std::size_t kWords = 4;
constexpr double kTwo32 = 4294967296.0;

/// Equation (9): years that are interrupted as the uniforms of one block say, the words of which
/// are those of the years from k on.
std::uint64_t interruptedFrom(std::size_t k, std::size_t lastYear, double chance,
                              const std::array<std::uint32_t, kWords> &words) {
    std::uint64_t years = 0;
    for (std::size_t i = 0; i < kWords && k + i <= lastYear; ++i) {
        const double u = (words[i] + 0.5) / kTwo32;
        if (u < chance) {
            const std::uint64_t length = u < chance / 2 ? 3 : 1;
            years |= length << (k + i - 1);
        }
    }
    return years;
}

/// Whole numbers not below those at which a word brings no interruption any more: u < chance in
/// interruptedFrom, word + 1/2 < 2^32 chance.
Words boundaries(const std::array<double, hn::MaxLanes(WordLanes())> &chances) {
    const WordLanes words;
    const hn::RebindToFloat<LongLanes> d;
    // In the last bits of what is added to 2^52 stands the nearest whole number.
    const auto nearest = [&](const double *chance) {
        const auto bounded =
            hn::Min(hn::LoadU(d, chance) * hn::Set(d, kTwo32), hn::Set(d, kTwo32 - 1));
        return hn::BitCast(words, bounded + hn::Set(d, 0x1p52));
    };
    return hn::ConcatEven(words, nearest(chances.data() + chances.size() / 2),
                          nearest(chances.data()));
}

/// Word 2 of the generator's counter for the years from k on.
std::uint32_t counterOf(std::size_t market, std::size_t k) {
    return static_cast<std::uint32_t>(market << 8 | k / kWords);
}

/// The sum of 2^(k - 1) over interrupted years k that are simulated.
double simulated(std::uint64_t years, std::size_t lastYear) {
    return static_cast<double>(years & ((std::uint64_t{1} << lastYear) - 1));
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
        // What is fixed needs no point, unless other parameters follow it.
        const std::size_t parameter = samplers_.size();
        const bool followed = copula_ && std::ranges::find(copula_->dimensions(), parameter) !=
                                             copula_->dimensions().end();
        pointless_.push_back(std::holds_alternative<Fixed>(distribution) && !followed);
        samplers_.emplace_back(distribution);
    }
}

void InputDrawing::draw(Draws &inputs, Set set) const {
    const std::size_t skipped = set == Set::first ? 0 : samplers_.size();
    for (std::size_t i = 0; i < samplers_.size(); ++i) {
        if (pointless_[i]) {
            continue;
        }
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
    std::uint64_t years = 0;
    for (std::size_t k = 1; k <= model_.lastYear; k += kWords) {
        years |= interruptedFrom(
            k, model_.lastYear, chance,
            philox({static_cast<std::uint32_t>(decider), static_cast<std::uint32_t>(decider >> 32),
                    counterOf(market, k), kDecided},
                   model_.scenario.seed));
    }
    return simulated(years, model_.lastYear);
}

void InputDrawing::drawInterruptions(Draws &inputs, std::size_t market, Set set) const {
    // Streams 0 and 1 of the generator belong to the points.
    const WordLanes d;
    constexpr std::size_t lanes = hn::MaxLanes(WordLanes());
    const Words stream = hn::Set(d, set == Set::first ? 2 : 4);
    const auto chance =
        inputs.column(model_.inputs.dimension(Symbol::pi, IndexKind::market, market));
    const auto column = inputs.column(model_.inputs.interruptions(market));
    for (std::size_t row = 0; row < inputs.count(); row += lanes) {
        const std::size_t count = std::min(lanes, inputs.count() - row);
        std::array<double, lanes> chances{};
        std::copy_n(chance.data() + row, count, chances.data());
        const Words boundary = boundaries(chances);
        const auto [lower, upper] = countFrom(inputs.first() + row);
        std::array<std::uint64_t, lanes> years{};
        for (std::size_t k = 1; k <= model_.lastYear; k += kWords) {
            const auto random = philoxLanes(
                {lower, upper, hn::Set(d, counterOf(market, k)), stream}, model_.scenario.seed);
            // Most years of most draws are not interrupted.
            const Words least =
                hn::Min(hn::Min(random[0], random[1]), hn::Min(random[2], random[3]));
            if (hn::AllFalse(d, hn::Eq(hn::Min(least, boundary), least))) {
                continue;
            }
            std::array<std::array<std::uint32_t, lanes>, kWords> words;
            for (std::size_t i = 0; i < kWords; ++i) {
                hn::StoreU(random[i], d, words[i].data());
            }
            for (std::size_t lane = 0; lane < count; ++lane) {
                years[lane] |= interruptedFrom(
                    k, model_.lastYear, chances[lane],
                    {words[0][lane], words[1][lane], words[2][lane], words[3][lane]});
            }
        }
        for (std::size_t lane = 0; lane < count; ++lane) {
            column[row + lane] = simulated(years[lane], model_.lastYear);
        }
    }
}

} // namespace export_potential
