#pragma once

#include <variant>

namespace export_potential {

/// A value known without doubt.
struct Fixed {
    double value;

    bool operator==(const Fixed &) const = default;
};

/// Every value from min to max equally likely. min <= max.
struct Uniform {
    double min;
    double max;

    bool operator==(const Uniform &) const = default;
};

/// Density rising linearly to mode and falling to zero at max. min <= mode <= max.
struct Triangular {
    double min;
    double mode;
    double max;

    bool operator==(const Triangular &) const = default;
};

/// Beta(1 + 4 (mode - min) / (max - min), 1 + 4 (max - mode) / (max - min)) stretched to
/// [min, max], so that the mean is (min + 4 mode + max) / 6. min <= mode <= max.
/// Source: Malcolm, Roseboom, Clark and Fazar (1959), Operations Research 7(5).
struct Pert {
    double min;
    double mode;
    double max;

    bool operator==(const Pert &) const = default;
};

/// Beta on [0, 1]. alpha > 0, beta > 0.
struct Beta {
    double alpha;
    double beta;

    bool operator==(const Beta &) const = default;
};

/// Normal with this mean and standard deviation, conditioned to [min, max]. sd > 0, min < max.
struct TruncatedNormal {
    double mean;
    double sd;
    double min;
    double max;

    bool operator==(const TruncatedNormal &) const = default;
};

/// exp of a Normal(mu, sigma), conditioned to [min, max]. sigma > 0, 0 <= min < max; max may be
/// infinity.
struct Lognormal {
    double mu;
    double sigma;
    double min;
    double max;

    bool operator==(const Lognormal &) const = default;
};

using Distribution =
    std::variant<Fixed, Uniform, Triangular, Pert, Beta, TruncatedNormal, Lognormal>;

/// The lognormal whose 5 % and 95 % quantiles are p05 < p95, both positive:
/// mu = (ln p05 + ln p95) / 2, sigma = (ln p95 - ln p05) / (2 * 1.6448536...).
Lognormal lognormalByQuantiles(double p05, double p95);

/// The lognormal with this mean > 0 and log standard deviation sigma > 0: mu = ln mean - sigma^2/2.
Lognormal lognormalByMean(double mean, double sigma);

/// The value below which a share u of the probability lies, 0 < u < 1. Non-decreasing in u. The
/// same bits on every platform. Absolute error of the underlying probability below 1e-12.
double quantile(const Distribution &distribution, double u);

/// quantile(distribution, 0.5): what the library calls the central value of a parameter.
double median(const Distribution &distribution);

/// Smallest and largest value that can occur; the upper end may be infinity.
struct Support {
    double min;
    double max;
};
Support support(const Distribution &distribution);

/// Expected value and variance in closed form; for TruncatedNormal and Lognormal those of the
/// distribution as truncated.
double mean(const Distribution &distribution);
double variance(const Distribution &distribution);

} // namespace export_potential
