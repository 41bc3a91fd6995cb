#pragma once

#include "input_cache.hpp"
#include "run_summary.hpp"
#include "year_groups.hpp"

#include "export_potential/error.hpp"
#include "export_potential/pack.hpp"
#include "export_potential/scenario.hpp"
#include "export_potential/simulation.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace export_potential::bindings {

/// What one instance of the module holds: a pack and one prepared run, with its store of results
/// and the inputs drawn so far. Texts go in and come out as JSON; a text with faults gives
/// errorsJson. Ranges of draws begin and end at multiples of InputCache::kBlock. The years of a run
/// are computed in groups (YearGroups), one after the other; the store holds the columns of one.
class Session {
public:
    /// Reads a pack and forgets all that belonged to another. "" or the faults.
    std::string open(std::string_view packText);

    /// Makes a scenario the run to be computed, from its first group on, whole or to its headline.
    /// {"draws":N,"groups":G,"years":[...]} or the faults. Needs an open pack, as does `evaluate`.
    std::string prepare(std::string_view scenarioText, Extent extent);

    /// Goes on with a group of the prepared run.
    void choose(std::size_t group) { group_ = group; }

    /// Makes a store for every draw of the group. False when memory does not suffice.
    bool reserve();

    /// Computes draws [first, first + count) of the group into the store.
    void simulate(std::uint64_t first, std::size_t count);

    /// Computes draws [first, first + count) of the group for a store elsewhere. Leaves this one
    /// alone.
    Draws compute(std::uint64_t first, std::size_t count);

    /// Puts into the store what `compute` returned elsewhere, column after column.
    void import(std::uint64_t first, std::size_t count, std::span<const double> values);

    /// Columns of the group.
    std::size_t columns() const { return groups_->columns(group_); }

    /// Summarises the next piece of the group, all of whose draws must be in the store; false once
    /// there is none left.
    bool summarise();

    /// The result of the prepared run as JSON, in its extent, once every group is summarised.
    std::string result();

    /// One evaluation at the central values, as JSON. Leaves the prepared run alone.
    std::string evaluate(std::string_view scenarioText) const;

private:
    /// Inputs of the run's first draws.
    Draws firstInputs();
    void evaluateInto(Draws &results, std::uint64_t first, std::size_t count);

    std::optional<Pack> pack_;
    std::optional<Scenario> scenario_;
    std::optional<Simulation> simulation_;
    std::optional<YearGroups> groups_;
    std::optional<RunSummary> summary_;
    std::size_t group_ = 0;
    std::size_t piece_ = 0; ///< of the group, the next to be summarised
    std::optional<Draws> store_;
    InputCache cache_;
};

} // namespace export_potential::bindings
