#include "export_potential/conditional_sampler.hpp"
#include "export_potential/shapley_effects.hpp"
#include "focused_model.hpp"
#include "vector_math.hpp"

#include <algorithm>
#include <bit>
#include <memory>

namespace export_potential {

namespace {

class ShapleyAnalysis : public Analysis {
public:
    ShapleyAnalysis(const Pack &pack, const Scenario &scenario, const Focus &focus, int threads)
        : focused_(pack, scenario, focus, threads),
          draws_(static_cast<std::size_t>(std::min(scenario.draws, kMostDraws))) {
        groupCoordinates();
        sampler_ = makeNormalCopulaSampler(correlations(), coordinates());
        estimation_ = std::make_unique<ShapleyEstimation>(
            *sampler_, group_, *points_, draws_,
            [this](std::span<const double> points, std::span<double> outputs) {
                evaluatePoints(points, outputs);
            });
    }

    bool advance() override {
        if (!scaled_) {
            chooseScale();
            scaled_ = true;
            return true;
        }
        return estimation_->advance();
    }

    double progress() const override { return estimation_->progress(); }

    std::string result() const override {
        const ShapleyEffects effects = estimation_->effects();
        const auto order =
            largestFirst(names_.size(), [&](std::size_t i) { return effects.shares[i].value; });
        JsonWriter json;
        focused_.begin(json, "shapley", draws_);
        json.member("scale", floor_ > 0 ? "log" : "linear");
        json.key("inputs");
        json.beginArray();
        for (const std::size_t i : order) {
            json.beginObject();
            json.member("name", names_[i]);
            writeEstimate(json, "share", effects.shares[i]);
            json.endObject();
        }
        json.endArray();
        json.endObject();
        return json.take();
    }

private:
    static constexpr int kMostDraws = 1024;

    std::size_t coordinates() const { return group_.size(); }
    std::size_t markets() const { return focused_.simulation().pack().markets.size(); }

    /// A coordinate for each varying parameter and one for each market, which decides its
    /// interruptions; the chances of interruption and what happens are one group.
    void groupCoordinates() {
        const InputLayout &layout = focused_.model().inputs;
        std::vector<std::size_t> ofInterruptions;
        for (std::size_t c = 0; c < parameters_.size(); ++c) {
            if (layout.holds(Symbol::pi, parameters_[c])) {
                ofInterruptions.push_back(c);
                group_.push_back(0);
            } else {
                group_.push_back(names_.size());
                names_.push_back(layout.names()[parameters_[c]]);
            }
        }
        for (const std::size_t coordinate : ofInterruptions) {
            group_[coordinate] = names_.size();
        }
        group_.insert(group_.end(), markets(), names_.size());
        names_.emplace_back("interruptions");
    }

    /// Correlations of the coordinates' normal scores, row by row.
    std::vector<double> correlations() const {
        std::vector<double> matrix(coordinates() * coordinates(), 0);
        for (std::size_t i = 0; i < coordinates(); ++i) {
            matrix[i * coordinates() + i] = 1;
        }
        const std::optional<GaussianCopula> &copula = focused_.drawing().copula();
        if (!copula) {
            return matrix;
        }
        const auto dimensions = copula->dimensions();
        for (std::size_t row = 0; row < dimensions.size(); ++row) {
            for (std::size_t column = 0; column < dimensions.size(); ++column) {
                const auto a = std::ranges::find(parameters_, dimensions[row]);
                const auto b = std::ranges::find(parameters_, dimensions[column]);
                if (a != parameters_.end() && b != parameters_.end()) {
                    matrix[static_cast<std::size_t>(a - parameters_.begin()) * coordinates() +
                           static_cast<std::size_t>(b - parameters_.begin())] =
                        copula->correlation(row, column);
                }
            }
        }
        return matrix;
    }

    /// Variances of a heavy tail say little: take logarithms where there are any.
    void chooseScale() {
        constexpr double kMargin = 1e-3;
        std::vector<double> pilot(draws_);
        focused_.evaluate(focused_.sample(draws_), pilot);
        const double smallest = *std::ranges::min_element(pilot);
        floor_ = smallest > 0 ? smallest * kMargin : 0;
    }

    void evaluatePoints(std::span<const double> points, std::span<double> outputs) const {
        const std::size_t count = outputs.size();
        const InputLayout &layout = focused_.model().inputs;
        Draws inputs(layout.size(), 0, count);
        for (std::size_t i = 0; i < layout.size(); ++i) {
            std::ranges::fill(inputs.column(i), centre_.column(i)[0]);
        }
        for (std::size_t c = 0; c < parameters_.size(); ++c) {
            std::ranges::copy(points.subspan(c * count, count),
                              inputs.column(parameters_[c]).begin());
            focused_.drawing().transform(parameters_[c], inputs.column(parameters_[c]));
        }
        for (std::size_t market = 0; market < markets(); ++market) {
            const auto chance =
                inputs.column(layout.dimension(Symbol::pi, IndexKind::market, market));
            const auto decider = points.subspan((parameters_.size() + market) * count, count);
            const auto years = inputs.column(layout.interruptions(market));
            for (std::size_t p = 0; p < count; ++p) {
                years[p] = focused_.drawing().interruptedYears(
                    market, chance[p], std::bit_cast<std::uint64_t>(decider[p]));
            }
        }
        focused_.evaluate(inputs, outputs);
        if (floor_ > 0) {
            for (double &value : outputs) {
                value = scalar::log(std::max(value, floor_));
            }
        }
    }

    FocusedModel focused_;
    std::size_t draws_;
    const std::vector<std::size_t> &parameters_ = focused_.varying(); ///< of the first coordinates
    std::vector<std::size_t> group_;                                  ///< of every coordinate
    std::vector<std::string> names_;                                  ///< of the groups
    bool scaled_ = false;
    double floor_ = 0; ///< smallest value whose logarithm is taken; 0: none is
    Draws centre_ = focused_.simulation().centralInputs();
    std::unique_ptr<const PointSource> points_ =
        makeSobolPoints(focused_.simulation().scenario().seed);
    std::unique_ptr<const ConditionalSampler> sampler_;
    std::unique_ptr<ShapleyEstimation> estimation_;
};

} // namespace

std::unique_ptr<Analysis> makeShapleyAnalysis(const Pack &pack, const Scenario &scenario,
                                              const Focus &focus, int threads) {
    return std::make_unique<ShapleyAnalysis>(pack, scenario, focus, threads);
}

} // namespace export_potential
