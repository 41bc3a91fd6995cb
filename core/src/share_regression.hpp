#pragma once

#include "export_potential/log_sensitivity.hpp"
#include "jackknife.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace export_potential {

/// The values less their mean.
std::vector<double> centred(std::span<const double> values);

/// regressionShares (log_sensitivity.hpp), an input at a time: whoever has pieces of work to do
/// between two inputs need not do all of this at once.
class ShareRegression {
public:
    explicit ShareRegression(std::span<const double> response);

    /// Adds an input, of the response's length, to a group. Costs as many products of columns as
    /// there are inputs already.
    void add(std::span<const double> input, std::size_t group);

    /// The shares of groups 0 .. groups - 1, which are all that inputs were added to.
    std::optional<RegressionShares> shares(std::size_t groups) const;

private:
    void addColumn(std::span<const double> values);

    /// Shares and, last, R^2 from the draws outside a batch. Empty if there is no solution.
    std::vector<double> fit(std::size_t batch, std::size_t groups) const;

    std::size_t count_;
    bool responseVaries_;
    std::vector<std::vector<double>> columns_; ///< centred; the response first
    std::vector<std::size_t> groupOf_;         ///< of the columns after it
    std::vector<ByBatch<double>> sums_;        ///< of each column
    std::vector<ByBatch<double>> products_;    ///< of each with those up to itself, row by row
};

} // namespace export_potential
