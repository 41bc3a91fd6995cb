#include "year_groups.hpp"

#include "block_evaluation.hpp"
#include "model.hpp"
#include "result_tables.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

namespace export_potential {

namespace {

/// Most bytes of the columns of a group, as long as no more than three come of it; a fourth is made
/// where three would have to hold more than kMostBytes.
constexpr std::size_t kBytes = std::size_t{32} << 20;
constexpr std::size_t kMostBytes = std::size_t{1} << 30;
constexpr std::size_t kMostGroups = 4;

/// Years of a group. All groups but the last have as many, so that one store serves them all.
std::size_t groupYears(const Simulation &simulation, Extent extent) {
    const std::size_t years = simulation.years().size();
    if (extent == Extent::headline) {
        return years;
    }
    // Wider than a size may be: WebAssembly's has 32 bits.
    const auto draws = static_cast<std::uint64_t>(simulation.scenario().draws);
    std::size_t size = years;
    for (std::size_t groups = 2; groups <= kMostGroups; ++groups) {
        const std::size_t columns = columnLayout(simulation, size, extent).columns().size();
        if (columns * draws * sizeof(double) <= (groups < kMostGroups ? kBytes : kMostBytes)) {
            break;
        }
        size = (years + groups - 1) / groups;
    }
    return size;
}

/// Where the columns of the reported years [first, end) are among those of the model.
std::vector<std::size_t> columnsOf(const Simulation &simulation, const Model &model,
                                   std::size_t first, std::size_t end, Extent extent) {
    std::vector<std::size_t> columns;
    const ColumnLayout layout = columnLayout(simulation, end - first, extent);
    for (const Column &column : layout.columns()) {
        const std::size_t year = hasYears(column.kind) ? first + column.year : 0;
        columns.push_back(model.columns.of(column.kind, column.index, year));
    }
    return columns;
}

} // namespace

/// The means to evaluate the columns of one group.
class YearGroups::Evaluation {
public:
    Evaluation(const Simulation &simulation, std::size_t group, std::size_t first, std::size_t end,
               Extent extent)
        : group_(group), model_(simulation.pack(), simulation.scenario()),
          columns_(columnsOf(simulation, model_, first, end, extent)), block_(model_, columns_) {}

    std::size_t group() const { return group_; }

    void evaluate(const Draws &inputs, std::size_t at, std::size_t count, Draws &results,
                  std::size_t to) {
        for (std::size_t done = 0; done < count; done += BlockEvaluation::kDraws) {
            const std::size_t size = std::min(BlockEvaluation::kDraws, count - done);
            block_.evaluate(inputs, at + done, size);
            for (std::size_t c = 0; c < columns_.size(); ++c) {
                block_.copyColumn(c, size, results.column(c).data() + to + done);
            }
        }
    }

private:
    std::size_t group_;
    Model model_;
    std::vector<std::size_t> columns_;
    BlockEvaluation block_;
};

YearGroups::YearGroups(const Simulation &simulation, Extent extent)
    : simulation_(simulation), extent_(extent), size_(groupYears(simulation, extent)),
      count_((simulation.years().size() + size_ - 1) / size_) {}

YearGroups::~YearGroups() = default;

std::size_t YearGroups::first(std::size_t group) const {
    return std::min(group * size_, simulation_.years().size());
}

std::size_t YearGroups::columns(std::size_t group) const {
    return columnLayout(simulation_, years(group), extent_).columns().size();
}

void YearGroups::evaluate(std::size_t group, const Draws &inputs, std::uint64_t first,
                          std::size_t count, Draws &results) {
    assert(inputs.covers(first, count) && results.covers(first, count));
    if (count_ == 1 && extent_ == Extent::all) {
        simulation_.evaluate(inputs, first, count, results);
        return;
    }
    if (!evaluation_ || evaluation_->group() != group) {
        evaluation_.reset();
        evaluation_ = std::make_unique<Evaluation>(simulation_, group, this->first(group),
                                                   this->first(group + 1), extent_);
    }
    evaluation_->evaluate(inputs, static_cast<std::size_t>(first - inputs.first()), count, results,
                          static_cast<std::size_t>(first - results.first()));
}

} // namespace export_potential
