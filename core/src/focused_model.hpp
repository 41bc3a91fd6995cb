#pragma once

#include "export_potential/analysis.hpp"
#include "export_potential/estimate.hpp"
#include "input_drawing.hpp"
#include "model.hpp"

#include <nlohmann/json.hpp>

#include <span>
#include <string_view>

namespace export_potential {

/// A question cut off after the year that an analysis is about, with what analyses have in common.
class FocusedModel {
public:
    FocusedModel(const Pack &pack, const Scenario &scenario, const Focus &focus, int threads);

    const Simulation &simulation() const { return simulation_; }
    const Model &model() const { return model_; }
    const InputDrawing &drawing() const { return drawing_; }
    const Focus &focus() const { return focus_; }
    int threads() const { return threads_; }

    /// Draws of the inputs that are independent of those of simulation().sample.
    Draws otherSample(std::uint64_t first, std::size_t count) const;

    /// The output of every row.
    void evaluate(const Draws &inputs, std::span<double> values) const {
        simulation_.evaluateLastYear(inputs, focus_.output, values, threads_);
    }

    /// Whether a parameter has more than one value.
    bool varies(std::size_t parameter) const;

    /// How the result of an analysis begins.
    nlohmann::ordered_json header(std::string_view method, std::size_t draws) const;

private:
    Focus focus_;
    int threads_;
    Simulation simulation_;
    Model model_;
    InputDrawing drawing_;
    InputDrawing otherDrawing_;
};

/// {"value": ..., "standardError": ...}
nlohmann::ordered_json estimateJson(const Estimate &estimate);

} // namespace export_potential
