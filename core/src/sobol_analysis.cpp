#include "export_potential/log_sensitivity.hpp"
#include "export_potential/normal_scores.hpp"
#include "export_potential/variance_sensitivity.hpp"
#include "focused_model.hpp"
#include "share_regression.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace export_potential {

namespace {

class SobolAnalysis : public Analysis {
public:
    SobolAnalysis(const Pack &pack, const Scenario &scenario, const Focus &focus, int threads)
        : focused_(pack, scenario, focus, threads), factors_(factorsOf(focused_.simulation())),
          draws_(static_cast<std::size_t>(std::min(scenario.draws, kMaxAnalysisDraws))),
          ofA_(draws_), ofB_(draws_), ofMixed_(draws_) {}

    bool advance() override {
        if (done_ == 0) {
            a_ = focused_.sample(draws_);
        } else if (done_ == 1) {
            b_ = focused_.sample(draws_, InputDrawing::Set::second);
        } else if (done_ == 2) {
            focused_.evaluate(*a_, ofA_);
            mixed_ = a_;
            beginRegression();
        } else if (done_ == 3) {
            focused_.evaluate(*b_, ofB_);
        } else {
            const Factor &factor = factors_[done_ - kOwn];
            copyColumns(*b_, factor);
            focused_.evaluate(*mixed_, ofMixed_);
            copyColumns(*a_, factor);
            indices_.push_back(sobolIndices(ofA_, ofB_, ofMixed_));
            addToRegression(factor);
        }
        ++done_;
        const bool more = done_ < factors_.size() + kOwn;
        if (!more) {
            endRegression();
        }
        return more;
    }

    double progress() const override {
        return static_cast<double>(done_) / static_cast<double>(factors_.size() + kOwn);
    }

    std::string result() const override {
        const auto order =
            largestFirst(factors_.size(), [&](std::size_t i) { return indices_[i].total.value; });
        JsonWriter json;
        focused_.begin(json, "sobol", draws_);
        json.key("logScale");
        json.beginObject();
        if (logShares_) {
            writeEstimate(json, "rSquared", logShares_->rSquared);
        } else {
            json.key("rSquared");
            json.null();
            json.member("reason", noRegression_);
        }
        json.endObject();
        json.key("inputs");
        json.beginArray();
        for (const std::size_t i : order) {
            json.beginObject();
            json.member("name", factors_[i].name);
            writeEstimate(json, "first", indices_[i].first);
            writeEstimate(json, "total", indices_[i].total);
            if (logShares_) {
                writeEstimate(json, "logShare", logShares_->shares[i]);
            } else {
                json.key("logShare");
                json.null();
            }
            json.endObject();
        }
        json.endArray();
        json.endObject();
        return json.take();
    }

private:
    /// Drawing and evaluating A and B themselves.
    static constexpr std::size_t kOwn = 4;

    void copyColumns(const Draws &from, const Factor &factor) {
        for (const std::size_t input : factor.inputs) {
            std::ranges::copy(from.column(input), mixed_->column(input).begin());
        }
    }

    /// Shares of the variance of the output's logarithm, where there are any, cost no evaluation.
    void beginRegression() {
        const auto [least, most] = std::ranges::minmax(ofA_);
        if (!(least > 0)) {
            noRegression_ = "notPositive";
        } else if (least == most) {
            noRegression_ = "constant";
        } else {
            regression_.emplace(*logarithms(ofA_));
        }
    }

    void addToRegression(const Factor &factor) {
        if (regression_) {
            for (const std::size_t input : factor.inputs) {
                regression_->add(normalScores(a_->column(input)), indices_.size() - 1);
            }
        }
    }

    void endRegression() {
        if (regression_) {
            logShares_ = regression_->shares(factors_.size());
            noRegression_ = "indeterminate";
        }
    }

    FocusedModel focused_;
    std::vector<Factor> factors_;
    std::size_t draws_;
    std::optional<Draws> a_;
    std::optional<Draws> b_;
    std::optional<Draws> mixed_; ///< A with the columns of one factor from B
    std::vector<double> ofA_;
    std::vector<double> ofB_;
    std::vector<double> ofMixed_;
    std::vector<SobolIndices> indices_;
    std::optional<ShareRegression> regression_; ///< of ln f(A) on the normal scores of A
    std::optional<RegressionShares> logShares_;
    std::string_view noRegression_; ///< why there are no shares, if there are none
    std::size_t done_ = 0;
};

} // namespace

std::unique_ptr<Analysis> makeSobolAnalysis(const Pack &pack, const Scenario &scenario,
                                            const Focus &focus, int threads) {
    return std::make_unique<SobolAnalysis>(pack, scenario, focus, threads);
}

} // namespace export_potential
