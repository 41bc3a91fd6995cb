#include "run_summary.hpp"

#include "export_potential/money.hpp"
#include "export_potential/sampling.hpp"
#include "result_tables.hpp"

#include <algorithm>
#include <cmath>

namespace export_potential {

namespace {

/// Columns summarised at a time.
constexpr std::size_t kColumnsOfPiece = 16;

/// Standard errors of mean and median from the replicates among the draws, which are independent of
/// one another.
void estimateErrors(std::span<const double> values, HeadlineYear &year) {
    std::array<double, kReplicates> means{};
    std::array<double, kReplicates> medians{};
    std::vector<double> replicate;
    for (std::size_t r = 0; r < kReplicates; ++r) {
        replicate.clear();
        for (std::size_t draw = r; draw < values.size(); draw += kReplicates) {
            replicate.push_back(values[draw]);
        }
        means[r] = sampleMean(replicate);
        medians[r] = sampleMedian(replicate);
    }
    const double root = std::sqrt(static_cast<double>(kReplicates));
    year.meanError = sampleDeviation(means) / root;
    year.medianError = sampleDeviation(medians) / root;
}

} // namespace

std::size_t firstDraws(const Simulation &simulation) {
    return std::min(kFirstDraws, static_cast<std::size_t>(simulation.scenario().draws));
}

RunSummary::RunSummary(const Simulation &simulation, Extent extent)
    : simulation_(simulation), extent_(extent), layout_(columnLayout(simulation)),
      columns_(layout_.columns().size()), headline_(layout_.years()) {}

ColumnLayout RunSummary::layoutOf(std::size_t years) const {
    return columnLayout(simulation_, years, extent_);
}

std::size_t RunSummary::pieces(std::size_t years) const {
    const std::size_t columns = layoutOf(years).columns().size();
    return (columns + kColumnsOfPiece - 1) / kColumnsOfPiece + years;
}

void RunSummary::add(std::size_t piece, std::size_t first, std::size_t years, const Draws &draws) {
    draws_ = draws.count();
    const ColumnLayout layout = layoutOf(years);
    const std::vector<Column> &columns = layout.columns();
    const std::size_t groups = pieces(years) - years;
    if (piece >= groups) {
        summariseHeadline(first + (piece - groups), layout, piece - groups, draws);
        return;
    }
    const std::size_t end = std::min((piece + 1) * kColumnsOfPiece, columns.size());
    for (std::size_t c = piece * kColumnsOfPiece; c < end; ++c) {
        const Column &column = columns[c];
        const std::size_t year = hasYears(column.kind) ? first + column.year : 0;
        columns_[layout_.of(column.kind, column.index, year)] =
            summarise(draws.column(c), scratch_);
    }
}

void RunSummary::addAll(const Draws &draws) {
    for (std::size_t piece = 0; piece < pieces(years()); ++piece) {
        add(piece, 0, years(), draws);
    }
}

std::vector<double> RunSummary::headlineMeans() const {
    std::vector<double> means;
    for (std::size_t t = 0; t < years(); ++t) {
        means.push_back(of(Output::exportsAdditional, t).mean);
    }
    return means;
}

void RunSummary::summariseHeadline(std::size_t year, const ColumnLayout &layout,
                                   std::size_t inGroup, const Draws &draws) {
    const Pack &pack = simulation_.pack();
    const auto values = draws.column(layout.of(Output::exportsAdditional, inGroup));
    HeadlineYear &its = headline_[year];
    its.aboveCeiling = shareAbove(values, pack.ecommerceCeiling * pack.goodsExports);
    if (extent_ == Extent::headline) {
        return;
    }
    completeHeadline(its, values, draws.column(layout.of(ColumnKind::luck, 0, inGroup)));
    its.sector.clear();
    for (std::size_t i = 0; i < pack.sectors.size(); ++i) {
        its.sector.push_back(
            shareAbove(draws.column(layout.of(ColumnKind::sectorExports, i, inGroup)),
                       pack.sectors[i].exports));
    }
}

void RunSummary::completeHeadline(HeadlineYear &year, std::span<const double> values,
                                  std::span<const double> variation) {
    const Pack &pack = simulation_.pack();
    year.positive = shareAbove(values, 0);
    const double official =
        toReal(pack.exportTarget, pack.usdInflation, pack.exportTargetYear - pack.baseYear);
    year.exportTarget = shareReaching(values, official - pack.goodsExports);
    year.reach.clear();
    for (const double target : simulation_.scenario().targets) {
        year.reach.push_back(shareReaching(values, target));
    }
    // One evaluation has no replicates.
    if (values.size() > kReplicates) {
        estimateErrors(values, year);
    }

    const double mean = sampleMean(values);
    scratch_.resize(values.size());
    const std::span<double> squares = std::span(scratch_).first(values.size());
    std::ranges::transform(values, squares.begin(),
                           [mean](double x) { return (x - mean) * (x - mean); });
    year.variance = sampleMean(squares);
    std::ranges::transform(values, variation, squares.begin(),
                           [](double x, double cv) { return cv * x * cv * x; });
    year.luckVariance = sampleMean(squares);

    std::array<double, kPercentiles> shares; // NOLINT(*-member-init)
    for (std::size_t i = 0; i < kPercentiles; ++i) {
        shares[i] = static_cast<double>(i) / (kPercentiles - 1);
    }
    sampleQuantiles(values, shares, year.percentiles, scratch_);

    const auto first = values.first(std::min(kFirstDraws, values.size()));
    year.first.assign(first.begin(), first.end());
}

} // namespace export_potential
