#pragma once

#include "export_potential/error.hpp"

namespace export_potential {

/// Part of a year that a seller who registers in it has left, on average; the month of entry counts
/// whole (Bernard, Boler, Massari, Reyes and Taglioni 2017 on the partial-year effect).
inline constexpr double kFirstYearShare = 0.54;

/// Parameters of the shifted beta-geometric survivor function: each seller has a constant yearly
/// exit probability, drawn from Beta(alpha, beta). Source: Fader and Hardie 2007, J. Interactive
/// Marketing.
struct SurvivalShape {
    double alpha;
    double beta;
};

/// The shape with retention r1 in the first year and r2 in the second, 0 < r1 < r2 < 1; anything
/// else is ErrorCode::wrongOrder at "/r2". With s = (1 - r2) / (r2 - r1): beta = s r1, alpha = s -
/// beta.
Result<SurvivalShape> survivalShape(double r1, double r2);

/// Share of sellers still active at this age among those still active a year before, age >= 1:
/// r(a) = (beta + a - 1) / (alpha + beta + a - 1). Rises towards 1.
double retention(const SurvivalShape &shape, int age);

/// S(a) = B(alpha, beta + a) / B(alpha, beta), age >= 0: equation (2). S(0) = 1.
double survival(const SurvivalShape &shape, int age);

/// Sales of a seller of this age relative to a mature one, g(a) = 1 - (1 - g0) exp(-a / T), times
/// kFirstYearShare at age 0: equation (3). T in years, above 0.
double ramp(double g0, double T, int age);

/// L(a) = 1 + takeup delta 2^(-a / h): equation (3). h, the half-life in years, above 0.
double trainingLift(double takeup, double delta, double h, int age);

/// Active sellers of every year 0 .. years - 1 when `entrants` register every year, of whom the
/// share act makes a sale, under constant retention: equation (2) with S(a) = retention^a and no
/// suspension.
double activeStock(double entrants, double act, double retention, int years);

} // namespace export_potential
