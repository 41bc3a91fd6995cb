#pragma once

#include "export_potential/simulation.hpp"

#include <cstddef>
#include <vector>

namespace export_potential {

/// Whether there is a column for each year of a quantity.
constexpr bool hasYears(ColumnKind kind) {
    return kind != ColumnKind::funnel && kind != ColumnKind::sellers;
}

/// How much of a run is computed.
enum class Extent {
    all,
    /// What a first answer needs: exportsAdditional, the funnel and where the pool limits the
    /// programme.
    headline,
};

/// Where each quantity stands among the columns of the results.
class ColumnLayout {
public:
    ColumnLayout(std::size_t sectors, std::size_t channels, std::size_t markets, std::size_t years,
                 Extent extent = Extent::all);

    const std::vector<Column> &columns() const { return columns_; }
    std::size_t years() const { return years_; }

    /// The quantity has to be among the columns.
    std::size_t of(ColumnKind kind, std::size_t index, std::size_t year = 0) const;
    std::size_t of(Output output, std::size_t year) const {
        return of(ColumnKind::output, static_cast<std::size_t>(output), year);
    }

private:
    static constexpr std::size_t kKinds = static_cast<std::size_t>(ColumnKind::domestic) + 1;

    void add(ColumnKind kind, std::size_t begin, std::size_t end, std::size_t years);

    std::vector<Column> columns_;
    std::size_t first_[kKinds] = {};      ///< column of the first quantity of a kind
    std::size_t firstIndex_[kKinds] = {}; ///< and its index
    std::size_t years_;
};

/// Steps of the funnel after "registered", as ages in years; the first is activation.
inline constexpr int kFunnelAges[] = {0, 1, 3, 5};
inline constexpr std::size_t kFunnelSteps = 1 + std::size(kFunnelAges);

/// Quantities of ColumnKind::sellers.
inline constexpr std::size_t kSellerColumns = 3;

/// Quantities of ColumnKind::sellerSales and ColumnKind::domestic.
inline constexpr std::size_t kSellerSalesColumns = 3;
inline constexpr std::size_t kDomesticColumns = 3;

} // namespace export_potential
