#include "export_potential/one_way_sensitivity.hpp"
#include "export_potential/statistics.hpp"
#include "focused_model.hpp"

#include <algorithm>
#include <optional>

namespace export_potential {

namespace {

class TornadoAnalysis : public Analysis {
public:
    TornadoAnalysis(const Pack &pack, const Scenario &scenario, const Focus &focus, int threads)
        : focused_(pack, scenario, focus, threads),
          draws_(static_cast<std::size_t>(std::min(scenario.draws, kMaxAnalysisDraws))),
          base_(draws_), changed_(draws_) {}

    bool advance() override {
        if (!inputs_) {
            inputs_ = focused_.sample(draws_);
            return true;
        }
        if (!evaluated_) {
            focused_.evaluate(*inputs_, base_);
            moveOneAtATime();
            evaluated_ = true;
            return !varying_.empty();
        }
        if (done_ < varying_.size()) {
            elasticities_.push_back(elasticity(varying_[done_]));
            ++done_;
        }
        return done_ < varying_.size();
    }

    double progress() const override {
        return varying_.empty() ? 1
                                : static_cast<double>(done_) / static_cast<double>(varying_.size());
    }

    std::string result() const override {
        const auto names = focused_.simulation().inputNames();
        const auto distributions = focused_.simulation().distributions();
        JsonWriter json;
        focused_.begin(json, "tornado", draws_);
        json.member("central", central_);
        json.member("median", sampleMedian(base_));
        json.key("inputs");
        json.beginArray();
        for (const TornadoBar &bar : tornado(low_, high_)) {
            const std::size_t input = varying_[bar.input];
            json.beginObject();
            json.member("name", names[input]);
            json.member("low", bar.low);
            json.member("high", bar.high);
            json.key("at");
            json.beginObject();
            json.member("low", quantile(distributions[input], kTornadoLow));
            json.member("high", quantile(distributions[input], kTornadoHigh));
            json.endObject();
            json.key("elasticity");
            if (const std::optional<double> &slope = elasticities_[bar.input]) {
                json.value(*slope);
            } else {
                json.null();
            }
            json.endObject();
        }
        json.endArray();
        json.endObject();
        return json.take();
    }

private:
    /// Two rows for each input, at its low and its high value, and one with all at their medians.
    void moveOneAtATime() {
        const Draws centre = focused_.simulation().centralInputs();
        const std::size_t count = varying_.size();
        Draws moved(centre.columns(), 0, 2 * count + 1);
        for (std::size_t i = 0; i < centre.columns(); ++i) {
            std::ranges::fill(moved.column(i), centre.column(i)[0]);
        }
        for (std::size_t i = 0; i < count; ++i) {
            const Distribution &distribution = focused_.simulation().distributions()[varying_[i]];
            moved.column(varying_[i])[i] = quantile(distribution, kTornadoLow);
            moved.column(varying_[i])[count + i] = quantile(distribution, kTornadoHigh);
        }
        std::vector<double> values(moved.count());
        focused_.evaluate(moved, values);
        const auto middle = values.begin() + static_cast<std::ptrdiff_t>(count);
        low_.assign(values.begin(), middle);
        high_.assign(middle, values.end() - 1);
        central_ = values.back();
    }

    /// By a change of a tenth, small enough for shares to stay shares.
    std::optional<double> elasticity(std::size_t input) {
        constexpr double kFactor = 1.1;
        if (support(focused_.simulation().distributions()[input]).min < 0) {
            return std::nullopt;
        }
        const auto column = inputs_->column(input);
        const std::vector<double> kept(column.begin(), column.end());
        for (double &value : column) {
            value *= kFactor;
        }
        redrawInterruptions(input);
        focused_.evaluate(*inputs_, changed_);
        std::ranges::copy(kept, column.begin());
        redrawInterruptions(input);
        const std::optional<double> ratio = medianRatio(base_, changed_);
        return ratio ? std::optional(arcElasticity(*ratio, kFactor)) : std::nullopt;
    }

    /// The years that are interrupted, where the input is what decides them: the chance itself is
    /// read by nothing else.
    void redrawInterruptions(std::size_t input) {
        const InputLayout &layout = focused_.model().inputs;
        for (std::size_t market = 0; market < focused_.model().pack.markets.size(); ++market) {
            if (layout.dimension(Symbol::pi, IndexKind::market, market) == input) {
                focused_.drawing().drawInterruptions(*inputs_, market);
            }
        }
    }

    FocusedModel focused_;
    std::size_t draws_;
    std::optional<Draws> inputs_;
    bool evaluated_ = false;
    std::vector<double> base_;
    std::vector<double> changed_;
    const std::vector<std::size_t> &varying_ = focused_.varying();
    std::vector<double> low_;
    std::vector<double> high_;
    double central_ = 0;
    std::vector<std::optional<double>> elasticities_;
    std::size_t done_ = 0;
};

} // namespace

std::unique_ptr<Analysis> makeTornadoAnalysis(const Pack &pack, const Scenario &scenario,
                                              const Focus &focus, int threads) {
    return std::make_unique<TornadoAnalysis>(pack, scenario, focus, threads);
}

} // namespace export_potential
