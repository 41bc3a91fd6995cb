#pragma once

#include "export_potential/analysis.hpp"
#include "export_potential/estimate.hpp"
#include "input_drawing.hpp"
#include "json_writer.hpp"
#include "model.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <string_view>
#include <vector>

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

    /// So many draws of the inputs: those of a run, or a set that is independent of them.
    Draws sample(std::size_t draws, InputDrawing::Set set = InputDrawing::Set::first) const;

    /// The output of every row.
    void evaluate(const Draws &inputs, std::span<double> values) const {
        simulation_.evaluateLastYear(inputs, focus_.output, values, threads_);
    }

    /// The parameters that have more than one value, ascending.
    const std::vector<std::size_t> &varying() const { return varying_; }

    /// Begins the result of an analysis, an object.
    void begin(JsonWriter &json, std::string_view method, std::size_t draws) const;

private:
    Focus focus_;
    int threads_;
    Simulation simulation_;
    Model model_;
    InputDrawing drawing_;
    std::vector<std::size_t> varying_;
};

/// 0, 1, ... count - 1, ordered by value(i), the largest first; equals stay in order.
template <class Value>
std::vector<std::size_t> largestFirst(std::size_t count, const Value &value) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return value(a) > value(b); });
    return order;
}

/// Writes the member {"value": ..., "standardError": ...}.
void writeEstimate(JsonWriter &json, std::string_view name, const Estimate &estimate);

} // namespace export_potential
