#pragma once

#include "analysis_request.hpp"
#include "input_cache.hpp"

#include "export_potential/analysis.hpp"
#include "export_potential/error.hpp"
#include "export_potential/pack.hpp"
#include "export_potential/scenario.hpp"
#include "export_potential/simulation.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace export_potential::bindings {

/// What one instance of the module holds: a pack, one prepared run with its store of results, the
/// inputs drawn so far, and one analysis, which does not touch the run. Texts go in and come out as
/// JSON; a text with faults gives errorsJson. Ranges of draws begin and end at multiples of
/// InputCache::kBlock.
class Session {
public:
    /// Reads a pack and forgets all that belonged to another. "" or the faults.
    std::string open(std::string_view packText);

    /// Makes a scenario the run to be computed. {"draws":N,"columns":C,"years":[...]} or the
    /// faults. Needs an open pack, as does `evaluate`.
    std::string prepare(std::string_view scenarioText);

    /// Makes a store for every draw of the prepared run. False when memory does not suffice.
    bool reserve();

    /// Computes draws [first, first + count) into the store.
    void simulate(std::uint64_t first, std::size_t count);

    /// Computes draws [first, first + count) for a store elsewhere. Leaves this one alone.
    Draws compute(std::uint64_t first, std::size_t count);

    /// Puts into the store what `compute` returned elsewhere, column after column.
    void import(std::uint64_t first, std::size_t count, std::span<const double> values);

    /// Columns of the prepared run.
    std::size_t columns() const { return simulation_->columns().size(); }

    /// The result of the prepared run as JSON. Every draw must be in the store.
    std::string result();

    /// One evaluation at the central values, as JSON. Leaves the prepared run alone.
    std::string evaluate(std::string_view scenarioText) const;

    /// Makes an analysis (parseSensitivity, parseGoal) the one to be computed. "" or the faults.
    /// Needs an open pack.
    std::string prepareSensitivity(std::string_view scenarioText, std::string_view optionsText);
    std::string prepareGoal(std::string_view scenarioText, std::string_view optionsText);

    /// Draws what the prepared analysis starts from. False when memory does not suffice.
    bool startAnalysis();

    /// Does the next piece of the started analysis; false once there is none left.
    bool advanceAnalysis() { return analysis_->advance(); }

    /// Part of the analysis that is done, 0 to 1.
    double analysisProgress() const { return analysis_->progress(); }

    /// The result of the analysis as JSON, once no piece is left.
    std::string analysisResult() const { return analysis_->result(); }

    /// Forgets the analysis, done or not.
    void dropAnalysis() { analysis_.reset(); }

private:
    std::string prepareAnalysis(Result<AnalysisRequest> request);
    void evaluateInto(Draws &results, std::uint64_t first, std::size_t count);

    std::optional<Pack> pack_;
    std::optional<Scenario> scenario_;
    std::optional<Simulation> simulation_;
    std::optional<Draws> store_;
    InputCache cache_;
    std::optional<AnalysisRequest> request_;
    std::unique_ptr<Analysis> analysis_;
};

} // namespace export_potential::bindings
