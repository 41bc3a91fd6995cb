#pragma once

namespace export_potential {

/// The model counts in real US dollars of the base year. These turn an amount into other units, and
/// the pack's target into those of the model; no amount of the model changes by them.

/// Amount in the local currency at `localPerUsd` units a dollar.
double toLocal(double usd, double localPerUsd);
double fromLocal(double local, double localPerUsd);

/// Amount in dollars of a year `years` after the base year, before it where negative, at a yearly
/// inflation above -1.
double toNominal(double realUsd, double inflation, int years);
double toReal(double nominalUsd, double inflation, int years);

} // namespace export_potential
