#include "export_potential/decision.hpp"
#include "export_potential/proportion.hpp"
#include "export_potential/statistics.hpp"
#include "focused_model.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace export_potential {

namespace {

class EvppiAnalysis : public Analysis {
public:
    EvppiAnalysis(const Pack &pack, const Scenario &scenario, const Focus &focus,
                  std::optional<double> threshold, int threads)
        : focused_(pack, scenario, focus, threads),
          draws_(static_cast<std::size_t>(std::min(scenario.draws, kMaxAnalysisDraws))),
          doing_(draws_), nothing_(draws_), threshold_(threshold) {}

    bool advance() override {
        if (!inputs_) {
            inputs_ = focused_.sample(draws_);
            return true;
        }
        if (!evaluated_) {
            evaluate();
            return !varying_.empty();
        }
        if (done_ < varying_.size()) {
            values_.push_back(evppi(decisions(), inputs_->column(varying_[done_])));
            ++done_;
        }
        return done_ < varying_.size();
    }

    double progress() const override {
        return varying_.empty() ? 1
                                : static_cast<double>(done_) / static_cast<double>(varying_.size());
    }

    std::string result() const override {
        const auto order =
            largestFirst(varying_.size(), [&](std::size_t i) { return values_[i].value; });
        JsonWriter json;
        focused_.begin(json, "evppi", draws_);
        json.member("threshold", *threshold_);
        json.member("probabilityAbove", above_.probability);
        writeEstimate(json, "evpi", evpi(decisions()));
        json.key("inputs");
        json.beginArray();
        for (const std::size_t i : order) {
            json.beginObject();
            json.member("name", focused_.simulation().inputNames()[varying_[i]]);
            writeEstimate(json, "evppi", values_[i]);
            json.endObject();
        }
        json.endArray();
        json.endObject();
        return json.take();
    }

private:
    NetBenefits decisions() const { return columns_; }

    void evaluate() {
        focused_.evaluate(*inputs_, doing_);
        threshold_ = threshold_.value_or(sampleMedian(doing_));
        above_ = probabilityOfReaching(doing_, *threshold_);
        for (double &value : doing_) {
            value -= *threshold_;
        }
        evaluated_ = true;
    }

    FocusedModel focused_;
    std::size_t draws_;
    std::optional<Draws> inputs_;
    bool evaluated_ = false;
    std::vector<double> doing_;   ///< net benefit of the programme
    std::vector<double> nothing_; ///< and without it: 0
    std::array<std::span<const double>, 2> columns_{doing_, nothing_};
    std::optional<double> threshold_; ///< what was asked for, or the median
    Reached above_{};
    const std::vector<std::size_t> &varying_ = focused_.varying();
    std::vector<Estimate> values_;
    std::size_t done_ = 0;
};

} // namespace

std::unique_ptr<Analysis> makeEvppiAnalysis(const Pack &pack, const Scenario &scenario,
                                            const Focus &focus, std::optional<double> threshold,
                                            int threads) {
    return std::make_unique<EvppiAnalysis>(pack, scenario, focus, threshold, threads);
}

} // namespace export_potential
