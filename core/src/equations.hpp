#pragma once

// The equations of docs/model.md that the kernel evaluates lane by lane. The public functions of
// the same names are these with one lane.

#include "normal_cdf.hpp"
#include "vector_math.hpp"

namespace export_potential::equations {

template <class V>
struct Shape {
    V alpha;
    V beta;
};

/// Shape of equation (2) from year-1 retention and r2_gain = (r2 - r1) / (1 - r1), in (0, 1): then
/// (1 - r2) / (r2 - r1) = (1 - r2_gain) / r2_gain.
template <class D, class V>
Shape<V> survivalShape(D d, V r1, V r2Gain) {
    const V s = hn::Div(hn::Sub(hn::Set(d, 1.0), r2Gain), r2Gain);
    const V beta = hn::Mul(s, r1);
    return {hn::Sub(s, beta), beta};
}

/// r(a) of equation (2), age >= 1.
template <class D, class V>
V retention(D d, const Shape<V> &shape, int age) {
    const V kept = hn::Add(shape.beta, hn::Set(d, age - 1.0));
    return hn::Div(kept, hn::Add(kept, shape.alpha));
}

/// g(a) of equation (3) from decay = exp(-a / T).
template <class D, class V>
V ramp(D d, V g0, V decay) {
    const V one = hn::Set(d, 1.0);
    return hn::Sub(one, hn::Mul(hn::Sub(one, g0), decay));
}

/// ((1 + tau) / (1 + tau_0))^-eps of equation (3) as exp(-eps log1p(change)), where
/// 1 + change = (1 + tau) / (1 + tau_0).
template <class D, class V>
V priceResponse(D d, V change, V eps) {
    return exp(d, hn::Neg(hn::Mul(eps, log(d, hn::Add(hn::Set(d, 1.0), change)))));
}

/// exp(-eps theta days) of equation (3).
template <class D, class V>
V timeResponse(D d, V eps, V theta, double days) {
    return exp(d, hn::Neg(hn::Mul(hn::Mul(eps, theta), hn::Set(d, days))));
}

/// F(t) of the Bass path in equation (1).
template <class D, class V>
V bassCumulative(D d, V p, V q, double t) {
    const V left = exp(d, hn::Neg(hn::Mul(hn::Add(p, q), hn::Set(d, t))));
    const V one = hn::Set(d, 1.0);
    return hn::Div(hn::Sub(one, left), hn::Add(one, hn::Mul(hn::Div(q, p), left)));
}

/// ratio^exponent, and 1 where nothing stands behind the ratio (ratio = 0), so that an empty cohort
/// or sector brings no infinity into a product with 0.
template <class D, class V>
V powerOrOne(D d, V ratio, V exponent) {
    const auto some = hn::Gt(ratio, hn::Zero(d));
    const V safe = hn::IfThenElse(some, ratio, hn::Set(d, 1.0));
    return power(d, safe, exponent);
}

/// Share of all sales that the top sellers hold, from z = Phi^-1(p), p their share of all sellers.
template <class D, class V>
V topShare(D d, V sigma, V z) {
    return normalCdf(d, hn::Add(sigma, z));
}

/// Sales of the median seller over those of the mean seller.
template <class D, class V>
V medianOverMean(D d, V sigma) {
    return exp(d, hn::Mul(hn::Set(d, -0.5), hn::Mul(sigma, sigma)));
}

/// Sales of the seller at the border of the top 1 % over those of the mean seller.
template <class D, class V>
V topHundredthOverMean(D d, V sigma) {
    const V z = hn::Set(d, 2.3263478740408408); // Phi^-1(.99)
    return exp(d, hn::Mul(sigma, hn::Sub(z, hn::Mul(hn::Set(d, 0.5), sigma))));
}

/// Coefficient of variation of the total of n > 0 sellers, equation (10).
template <class D, class V>
V totalVariation(D d, V sigma, V n) {
    const V spread = hn::Sub(exp(d, hn::Mul(sigma, sigma)), hn::Set(d, 1.0));
    return hn::Sqrt(hn::Div(spread, n));
}

} // namespace export_potential::equations
