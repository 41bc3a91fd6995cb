#pragma once

#include "export_potential/error.hpp"
#include "export_potential/pack.hpp"
#include "export_potential/scenario.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace export_potential {

/// The quantities reported for every year, named as in docs/model.md. Money is real US$ of the base
/// year, a year.
enum class Output {
    registrationsWith,    ///< all who ever registered, with the programme
    registrationsWithout, ///< the same without
    activeWith,           ///< sellers with at least one export order in the year
    activeWithout,
    grossWith,         ///< gross sales, what buyers pay
    grossWithout,      ///<
    grossAdditional,   ///< equation (5)
    exportsWith,       ///< FOB export earnings
    exportsWithout,    ///<
    exportsAdditional, ///< equation (6), the headline
    foreignExchange,   ///< equation (7)
    valueAdded,
    jobs,
    tax, ///< equation (8)
    cost,
    fiscalNet,
};
inline constexpr std::size_t kOutputCount = 16;

/// "exportsAdditional" and so on.
std::string_view outputName(Output output);

/// "sellers", "US$" or "jobs".
std::string_view outputUnit(Output output);

/// What a column of results holds.
enum class ColumnKind {
    output,         ///< one Output of one year
    sectorGross,    ///< grossAdditional of one sector and year
    sectorExports,  ///< exportsAdditional of one sector and year
    channelGross,   ///< the same by channel
    channelExports, ///<
    marketGross,    ///< the same by market
    marketExports,  ///<
    programmeSales, ///< gross sales of the programme's registrants, with (0) and without it (1)
    funnel,         ///< of 100 who register: registered, active, still active after 1, 3, 5 years
    sellers,        ///< top 1 % share, top 10 % share, median over mean of a seller's sales
    poolLimited,    ///< 1 where the pool cut the programme of the year short, else 0
    sellerSales,    ///< US$ a year of an active seller: mean, median, at the border of the top 1 %
    luck,           ///< coefficient of variation of the headline by seller luck, equation (10)
    domestic,       ///< domestic measures, with minus without: retail tax, courier tax, sales
};

/// One quantity: a value for each draw.
struct Column {
    ColumnKind kind;
    std::size_t index; ///< which output, sector, channel, market, path, step, ...
    std::size_t year;  ///< index of the year; 0 where the quantity has no year
};

/// Sees how far a run has come and may stop it from another thread.
class ExecutionContext {
public:
    void cancel() { cancelled_.store(true, std::memory_order_relaxed); }
    bool cancelled() const { return cancelled_.load(std::memory_order_relaxed); }
    void addDone(std::size_t draws) { done_.fetch_add(draws, std::memory_order_relaxed); }
    std::size_t done() const { return done_.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> cancelled_ = false;
    std::atomic<std::size_t> done_ = 0;
};

#ifdef __EMSCRIPTEN__
/// WebAssembly has no room for the tables that the other one is for, and its module is smaller so.
template <class Number>
using UnsetNumbers = std::allocator<Number>;
#else
/// An allocator for numbers that are written before they are read: those that come without a value
/// are not set to 0, which would take seconds for the gigabytes of a long run.
template <class Number>
struct UnsetNumbers : std::allocator<Number> {
    static void construct(Number * /*number*/) {}
};
#endif

/// A table with a column for each quantity and a row for each draw of a range, stored by columns:
/// column c of draw d is at c * count() + (d - first()).
class Draws {
public:
    /// All values are 0.
    Draws(std::size_t columns, std::uint64_t first, std::size_t count)
        : first_(first), count_(count), values_(columns * count, 0.0) {}

    std::uint64_t first() const { return first_; }
    std::size_t count() const { return count_; }
    std::size_t columns() const { return count_ == 0 ? 0 : values_.size() / count_; }
    /// Whether all draws of [first, first + count) are rows of this table.
    bool covers(std::uint64_t first, std::size_t count) const {
        return first >= first_ && first + count <= first_ + count_;
    }
    std::span<double> column(std::size_t c) {
        return std::span<double>(values_).subspan(c * count_, count_);
    }
    std::span<const double> column(std::size_t c) const {
        return std::span<const double>(values_).subspan(c * count_, count_);
    }

    /// Becomes a table of another shape, with values of no draw in particular. Takes no memory
    /// where fits() says so.
    void reshape(std::size_t columns, std::uint64_t first, std::size_t count) {
        first_ = first;
        count_ = count;
        values_.resize(columns * count);
    }
    /// Whether a table of this shape needs no more memory than this one has had.
    bool fits(std::size_t columns, std::size_t count) const {
        return columns * count <= values_.capacity();
    }

    /// All values of the rows [first, first + count), as a table of just those rows would hold
    /// them.
    std::vector<double> rows(std::uint64_t first, std::size_t count) const;
    /// Puts back what `rows` of an equal table returned. values.size() == columns() * count.
    void setRows(std::uint64_t first, std::size_t count, std::span<const double> values);

private:
    std::uint64_t first_;
    std::size_t count_;
    std::vector<double, UnsetNumbers<double>> values_;
};

/// A pack and a scenario made ready to be evaluated any number of times. May be used from several
/// threads at once.
class Simulation {
public:
    Simulation(const Pack &pack, const Scenario &scenario);
    ~Simulation();
    Simulation(Simulation &&) noexcept;
    Simulation &operator=(Simulation &&) noexcept;

    const Pack &pack() const;
    const Scenario &scenario() const;

    /// Reported fiscal years, startYear to endYear.
    std::span<const int> years() const;

    /// Every column of the results, in the order in which `evaluate` stores them.
    std::span<const Column> columns() const;

    /// Names of the random inputs: the parameters, "w.b2b", "psi", ... in the order of the sampled
    /// dimensions, then "interruptions.us", ... for each market: the sum of 2^(year - baseYear - 1)
    /// over the fiscal years in which the market is interrupted, equation (9).
    std::span<const std::string> inputNames() const;

    /// The distribution of each parameter, in the same order. Two simulations of one pack with
    /// equal distributions, seeds, sampling and last years draw equal inputs, whatever else
    /// differs.
    std::span<const Distribution> distributions() const;

    /// Whether the pack's rank correlations contradicted one another, and by how much the furthest
    /// had to move; else 0.
    double correlationRepair() const;

    /// Draws the inputs of the draws [first, first + count). Depends only on the seed, the draw's
    /// number, the way of sampling, the distributions and the correlations.
    Draws sample(std::uint64_t first, std::size_t count) const;

    /// The parameters at their central values (medians) and no interruption: one row, draw 0.
    Draws centralInputs() const;

    /// Evaluates the model, both paths on the same inputs, for the draws [first, first + count),
    /// which both tables must cover; `results` has columns().size() columns. Allocates only before
    /// its first draw. Stops early, leaving the rest of `results` as it was, once the context is
    /// cancelled. A draw's results depend on nothing but that draw's inputs.
    void evaluate(const Draws &inputs, std::uint64_t first, std::size_t count, Draws &results,
                  ExecutionContext *context = nullptr) const;

    /// `evaluate` for some columns only, without the work for those that have nothing in common
    /// with them: column j of `results` is columns()[wanted[j]], with the same bits.
    void evaluateColumns(const Draws &inputs, std::uint64_t first, std::size_t count,
                         std::span<const std::size_t> wanted, Draws &results,
                         ExecutionContext *context = nullptr) const;

    /// One output of the last reported year for every row of `inputs`, with the same bits as
    /// `evaluate` but without the work for earlier years, with at most `threads` threads.
    void evaluateLastYear(const Draws &inputs, Output output, std::span<double> values,
                          int threads = 1) const;

    /// sample and evaluate for all of `results`, with at most `threads` threads, one at least; the
    /// same bits whatever their number. False if the context was cancelled.
    bool run(Draws &results, int threads = 1, ExecutionContext *context = nullptr) const;

private:
    struct Impl;
    std::unique_ptr<const Impl> impl_;
};

} // namespace export_potential
