#pragma once

#include "export_potential/hindcast.hpp"

namespace export_potential {

/// The last month of a year of the model, as in ReportedTotal.
inline int lastMonthOf(int year, int firstMonth) {
    return 12 * year + (firstMonth + 10) % 12 + 1;
}

/// The year of the model that a month lies in.
inline int yearOf(int month, int firstMonth) {
    const int beforeYearZero = lastMonthOf(-1, firstMonth);
    return (month - beforeYearZero - 1) / 12;
}

/// The last year that the reports of sales reach into.
inline int lastYearOf(const Hindcast &hindcast) {
    return yearOf(hindcast.grossSales.back().month, hindcast.firstMonth);
}

} // namespace export_potential
