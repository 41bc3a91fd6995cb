#include "year_groups.hpp"

#include "columns.hpp"
#include "kernel.hpp"
#include "model.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

namespace export_potential {

namespace {

/// Most bytes of the columns of a group, as long as no more than kMostGroups come of it.
constexpr std::size_t kBytes = std::size_t{24} << 20;
constexpr std::size_t kMostGroups = 4;

ColumnLayout layoutOf(const Simulation &simulation, std::size_t years) {
    const Pack &pack = simulation.pack();
    return {pack.sectors.size(), pack.channels.size(), pack.markets.size(), years};
}

std::size_t groupsOf(const Simulation &simulation) {
    const std::size_t years = simulation.years().size();
    const auto draws = static_cast<std::size_t>(simulation.scenario().draws);
    std::size_t groups = 1;
    while (groups < std::min(kMostGroups, years)) {
        const std::size_t largest = (years + groups - 1) / groups;
        const std::size_t columns = layoutOf(simulation, largest).columns().size();
        if (columns * draws * sizeof(double) <= kBytes) {
            break;
        }
        ++groups;
    }
    return groups;
}

Scenario cutAfter(Scenario scenario, std::size_t years) {
    scenario.horizon = static_cast<int>(years);
    return scenario;
}

} // namespace

/// The model cut off after a group, and memory for the draws that are evaluated at a time. Columns
/// of a whole run lie a power of two apart, and so would fall on the same few places of the cache.
class YearGroups::Evaluation {
public:
    Evaluation(const Simulation &simulation, std::size_t group, std::size_t first, std::size_t end)
        : group_(group), model_(simulation.pack(), cutAfter(simulation.scenario(), end)),
          kernel_(model_), from_(model_.firstReported + first),
          inputs_(model_.inputs.size() * kStride),
          results_(model_.columns.columns().size() * kStride) {
        // Where the group's columns are among those of the model.
        for (const Column &column : layoutOf(simulation, end - first).columns()) {
            const std::size_t year = hasYears(column.kind) ? first + column.year : 0;
            columns_.push_back(model_.columns.of(column.kind, column.index, year));
        }
    }

    std::size_t group() const { return group_; }

    void evaluate(const Draws &inputs, std::size_t at, std::size_t count, Draws &results,
                  std::size_t to) {
        for (std::size_t done = 0; done < count; done += kDraws) {
            const std::size_t size = std::min(kDraws, count - done);
            evaluateBlock(inputs, at + done, size);
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                std::copy_n(results_.data() + columns_[c] * kStride, size,
                            results.column(c).data() + to + done);
            }
        }
    }

private:
    static constexpr std::size_t kDraws = 64;
    static constexpr std::size_t kStride = kDraws + 2;

    void evaluateBlock(const Draws &inputs, std::size_t at, std::size_t size) {
        const std::size_t lanes = Kernel::lanes();
        assert(size % lanes == 0);
        for (std::size_t i = 0; i < inputs.columns(); ++i) {
            std::copy_n(inputs.column(i).data() + at, size, inputs_.data() + i * kStride);
        }
        for (std::size_t draw = 0; draw < size; draw += lanes) {
            kernel_.evaluate(inputs_.data() + draw, kStride, results_.data() + draw, kStride,
                             from_);
        }
    }

    std::size_t group_;
    Model model_;
    Kernel kernel_;
    std::size_t from_; ///< first simulated year whose columns are wanted
    std::vector<std::size_t> columns_;
    std::vector<double> inputs_;
    std::vector<double> results_;
};

YearGroups::YearGroups(const Simulation &simulation)
    : simulation_(simulation), count_(groupsOf(simulation)) {}

YearGroups::~YearGroups() = default;

std::size_t YearGroups::first(std::size_t group) const {
    return simulation_.years().size() * group / count_;
}

std::size_t YearGroups::columns(std::size_t group) const {
    return layoutOf(simulation_, years(group)).columns().size();
}

void YearGroups::evaluate(std::size_t group, const Draws &inputs, std::uint64_t first,
                          std::size_t count, Draws &results) {
    assert(inputs.covers(first, count) && results.covers(first, count));
    if (count_ == 1) {
        simulation_.evaluate(inputs, first, count, results);
        return;
    }
    if (!evaluation_ || evaluation_->group() != group) {
        evaluation_.reset();
        evaluation_ = std::make_unique<Evaluation>(simulation_, group, this->first(group),
                                                   this->first(group + 1));
    }
    evaluation_->evaluate(inputs, static_cast<std::size_t>(first - inputs.first()), count, results,
                          static_cast<std::size_t>(first - results.first()));
}

} // namespace export_potential
