#pragma once

#include <cstddef>
#include <variant>

namespace export_potential {

/// A tier of training offered to a share of the programme's registrants of the measure's years.
struct Training {
    std::size_t tier;
    double share;
};

/// Internet use rises in a straight line from I_0 in the year before the measure to this share of
/// people in its last year, and stays there.
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

using MeasureKind = std::variant<Training, Connectivity, Logistics, MarketAccess, DigitalRetailTax>;

/// One dated line of the roadmap; acts in fiscal years from..to, both included.
struct Measure {
    MeasureKind kind;
    int from = 0;
    int to = 0;
    double cost = 0; ///< public cost, US$ a year in from..to
};

} // namespace export_potential
