#pragma once

namespace export_potential {

/// Sales of active sellers are lognormal with mean m and log standard deviation sigma.

/// Share of all sales held by the top fraction p of sellers, 0 < p < 1: Phi(sigma - Phi^-1(1 - p)).
double topShare(double sigma, double p);

/// What the median seller sells over what the mean seller sells: exp(-sigma^2 / 2).
double medianOverMean(double sigma);

/// Coefficient of variation of the total of n > 0 sellers: sqrt((exp(sigma^2) - 1) / n).
double totalVariation(double sigma, double n);

} // namespace export_potential
