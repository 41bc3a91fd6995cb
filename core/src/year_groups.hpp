#pragma once

#include "columns.hpp"
#include "export_potential/simulation.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace export_potential {

/// A run in groups of years. A run of many draws has too many columns to be kept all at once, so
/// one group after the other is evaluated on the same inputs, kept and summarised (RunSummary).
/// Every number has the same bits as in Simulation::evaluate.
class YearGroups {
public:
    /// As few groups as keep the columns of one within some 32 MiB, at most three, or four where
    /// more than 1 GiB would have to be kept: a group computes the years before its first again,
    /// but for their sales. One group for a headline. `simulation` has to stay.
    explicit YearGroups(const Simulation &simulation, Extent extent = Extent::all);
    ~YearGroups();
    YearGroups(const YearGroups &) = delete;
    YearGroups &operator=(const YearGroups &) = delete;

    std::size_t count() const { return count_; }
    /// Position of the first reported year of a group; that of the years' end for count().
    std::size_t first(std::size_t group) const;
    std::size_t years(std::size_t group) const { return first(group + 1) - first(group); }
    /// Columns of a group: the layout of so many years, in this extent.
    std::size_t columns(std::size_t group) const;

    /// Evaluates the group's years for the draws [first, first + count), which both tables must
    /// cover, into the columns of the group. Allocates when the group is another than before.
    void evaluate(std::size_t group, const Draws &inputs, std::uint64_t first, std::size_t count,
                  Draws &results);

private:
    class Evaluation;

    const Simulation &simulation_;
    Extent extent_;
    std::size_t size_; ///< years of a group; the last may have fewer
    std::size_t count_;
    std::unique_ptr<Evaluation> evaluation_; ///< of the group last evaluated
};

} // namespace export_potential
