#pragma once

#include <cstddef>
#include <optional>
#include <variant>

namespace export_potential {

/// A tier of training offered to a share of the programme's registrants of the measure's years.
struct Training {
    std::size_t tier;
    double share;
};

/// Internet use rises in a straight line from I_0 in the year before the measure to this share of
/// people, 0.001 to 1, in its last year, and stays there.
struct Connectivity {
    double internetUse;
};

/// Change in days from order to delivery, in the measure's years.
struct Logistics {
    double days;
};

/// Added ad valorem tariff of one market, and the share of that market that stays open.
struct MarketAccess {
    std::size_t market;
    double tariff = 0;
    double access = 1;
};

/// The domestic digital retail tax in the measure's years, replacing t_d.
struct DigitalRetailTax {
    double rate;
};

/// The state pays this share of gross sales, 0 to 0.3, towards the fees of sellers.
struct FeeSupport {
    std::optional<std::size_t> channel; ///< none: all channels
    double points;
};

/// The sales tax that couriers collect on parcels from abroad in the measure's years, replacing
/// t_g.
struct CourierSalesTax {
    double rate;
};

/// The share of the value of parcels from abroad that lies above the duty-free threshold in the
/// measure's years, replacing `above`.
struct DutyFreeThreshold {
    double above;
};

using MeasureKind = std::variant<Training, Connectivity, Logistics, MarketAccess, DigitalRetailTax,
                                 FeeSupport, CourierSalesTax, DutyFreeThreshold>;

/// One dated line of the roadmap; acts in fiscal years from..to, both included.
struct Measure {
    MeasureKind kind;
    int from = 0;
    int to = 0;
    double cost = 0; ///< public cost, US$ a year in from..to
};

} // namespace export_potential
