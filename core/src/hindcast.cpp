#include "export_potential/hindcast.hpp"

#include "export_potential/weighted_sample.hpp"
#include "hindcast_calendar.hpp"
#include "parts.hpp"
#include "vector_math.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace export_potential {

namespace {

using Numbers = std::vector<double>;

/// Gross sales of each reported year, a column each, in US$ of the base year.
std::optional<Draws> yearlySales(const Simulation &simulation, int threads,
                                 ExecutionContext *context) {
    std::vector<std::size_t> wanted;
    const std::span<const Column> columns = simulation.columns();
    for (std::size_t c = 0; c < columns.size(); ++c) {
        if (columns[c].kind == ColumnKind::output &&
            columns[c].index == static_cast<std::size_t>(Output::grossWith)) {
            wanted.push_back(c);
        }
    }
    assert(wanted.size() == simulation.years().size());
    const auto draws = static_cast<std::size_t>(simulation.scenario().draws);
    Draws sales(wanted.size(), 0, draws);
    inParts(draws, threads, [&](std::size_t first, std::size_t end) {
        constexpr std::size_t kAtOnce = 1024;
        for (std::size_t at = first; at < end; at += kAtOnce) {
            if (context != nullptr && context->cancelled()) {
                return;
            }
            const std::size_t count = std::min(kAtOnce, end - at);
            const Draws inputs = simulation.sample(at, count);
            simulation.evaluateColumns(inputs, at, count, wanted, sales, context);
        }
    });
    if (context != nullptr && context->cancelled()) {
        return std::nullopt;
    }
    return sales;
}

/// What each draw says of an interval: yearly sales, even within a year, in US$ of the day.
Numbers predictions(const Draws &sales, const Hindcast &hindcast, const SalesInterval &interval) {
    Numbers values(sales.count(), 0.0);
    double price = 1;
    for (std::size_t t = 0; t < sales.columns(); ++t) {
        price *= 1 + hindcast.usdInflation;
        const int year = hindcast.baseYear + 1 + static_cast<int>(t);
        const int begin = std::max(interval.from, lastMonthOf(year - 1, hindcast.firstMonth));
        const int end = std::min(interval.to, lastMonthOf(year, hindcast.firstMonth));
        if (begin >= end) {
            continue;
        }
        const double factor = price * ((end - begin) / 12.0);
        const std::span<const double> column = sales.column(t);
        for (std::size_t d = 0; d < values.size(); ++d) {
            values[d] += column[d] * factor;
        }
    }
    return values;
}

/// The likelihood of each draw relative to the most likely one; empty where none has any.
Numbers likelihoods(std::span<const Numbers> modelled, std::span<const SalesInterval> observed,
                    double discrepancy) {
    constexpr double kNever = -std::numeric_limits<double>::infinity();
    Numbers weights(modelled.front().size(), 0.0);
    for (std::size_t i = 0; i < observed.size(); ++i) {
        const double reported = scalar::log(observed[i].observed);
        for (std::size_t d = 0; d < weights.size(); ++d) {
            const double value = modelled[i][d];
            if (value > 0) {
                const double z = (reported - scalar::log(value)) / discrepancy;
                weights[d] -= z * z / 2;
            } else {
                weights[d] = kNever;
            }
        }
    }
    const double best = std::ranges::max(weights);
    if (best == kNever) {
        return {};
    }
    for (double &weight : weights) {
        weight = weight == kNever ? 0 : scalar::exp(weight - best);
    }
    return weights;
}

IntervalScore score(std::span<const double> values, std::span<const double> weights,
                    double observed, const NaiveForecasts &naive) {
    const WeightedSample sample(values, weights);
    IntervalScore found{};
    found.mean = sample.mean();
    for (std::size_t q = 0; q < kQuantiles.size(); ++q) {
        found.quantiles[q] = sample.quantile(kQuantiles[q]);
    }
    found.pit = sample.pit(observed);
    found.crps = sample.crps(observed);
    found.skillNoChange = 1 - found.crps / std::fabs(naive.noChange - observed);
    found.skillConstantGrowth = 1 - found.crps / std::fabs(naive.constantGrowth - observed);
    found.observedOverMedian = observed / sample.quantile(0.5);
    return found;
}

HindcastReading read(std::span<const Numbers> predicted, std::span<const double> weights,
                     const HindcastResult &result) {
    HindcastReading reading{};
    reading.effectiveDraws = effectiveDraws(weights);
    const auto count = static_cast<double>(result.after.size());
    Numbers pits;
    double crps = 0;
    double noChange = 0;
    double constantGrowth = 0;
    double logRatio = 0;
    bool bounded = true; // the median of no interval is 0
    for (std::size_t i = 0; i < result.after.size(); ++i) {
        const double observed = result.after[i].observed;
        const NaiveForecasts &naive = result.naive[i];
        const IntervalScore &found =
            reading.intervals.emplace_back(score(predicted[i], weights, observed, naive));
        pits.push_back(found.pit);
        crps += found.crps;
        noChange += std::fabs(naive.noChange - observed);
        constantGrowth += std::fabs(naive.constantGrowth - observed);
        bounded = bounded && std::isfinite(found.observedOverMedian);
        logRatio += bounded ? scalar::log(found.observedOverMedian) : 0;
    }
    for (std::size_t l = 0; l < kCoverageLevels.size(); ++l) {
        reading.coverage[l] = coverage(pits, kCoverageLevels[l]);
    }
    reading.crps = crps / count;
    reading.skillNoChange = 1 - crps / noChange;
    reading.skillConstantGrowth = 1 - crps / constantGrowth;
    reading.observedOverMedian =
        bounded ? scalar::exp(logRatio / count) : std::numeric_limits<double>::infinity();
    return reading;
}

} // namespace

NaiveForecasts naiveForecasts(std::span<const SalesInterval> known, const SalesInterval &next) {
    assert(known.size() > 1);
    const SalesInterval &first = known.front();
    const SalesInterval &last = known.back();
    const double pace = last.observed / last.years();
    const double growth =
        scalar::log(pace / (first.observed / first.years())) / (last.middle() - first.middle());
    return {pace * next.years(),
            pace * scalar::exp(growth * (next.middle() - last.middle())) * next.years()};
}

std::optional<HindcastResult> runHindcast(const Simulation &simulation, const Hindcast &hindcast,
                                          int threads, ExecutionContext *context) {
    HindcastResult result{};
    std::vector<SalesInterval> known;
    for (const SalesInterval &interval : salesIntervals(hindcast)) {
        if (interval.from >= hindcast.split) {
            result.after.push_back(interval);
            result.naive.push_back(naiveForecasts(known, interval));
            continue;
        }
        known.push_back(interval);
        const bool modelled = interval.from >= lastMonthOf(hindcast.baseYear, hindcast.firstMonth);
        (modelled ? result.matched : result.before).push_back(interval);
    }
    const std::optional<Draws> sales = yearlySales(simulation, threads, context);
    if (!sales) {
        return std::nullopt;
    }
    const auto ofAll = [&](std::span<const SalesInterval> intervals) {
        std::vector<Numbers> all;
        for (const SalesInterval &interval : intervals) {
            all.push_back(predictions(*sales, hindcast, interval));
        }
        return all;
    };
    const std::vector<Numbers> predicted = ofAll(result.after);
    result.prior = read(predicted, Numbers(sales->count(), 1.0), result);
    const Numbers weights =
        likelihoods(ofAll(result.matched), result.matched, hindcast.discrepancy);
    if (!weights.empty()) {
        result.match = read(predicted, weights, result);
    }
    return result;
}

} // namespace export_potential
