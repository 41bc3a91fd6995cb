#pragma once

namespace export_potential {

/// The model counts in real US dollars of the base year. These turn an amount into other units for
/// display; nothing is fed back into the model.

/// Amount in the local currency at `localPerUsd` units a dollar.
double toLocal(double usd, double localPerUsd);
double fromLocal(double local, double localPerUsd);

/// Amount in dollars of a year `years` after the base year, at a yearly inflation above -1.
double toNominal(double realUsd, double inflation, int years);
double toReal(double nominalUsd, double inflation, int years);

} // namespace export_potential
