#pragma once

// The equations of docs/model.md that the kernel evaluates, for any kind of lanes: D is one of
// Highway's tags or BlockTag. The public functions of the same names are these with one lane,
// except survivalShape, which takes the retention of the second year.

#include "normal_cdf.hpp"
#include "power.hpp"
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
    const V s = (broadcast(d, 1.0) - r2Gain) / r2Gain;
    const V beta = s * r1;
    return {s - beta, beta};
}

/// r(a) of equation (2), age >= 1.
template <class D, class V>
V retention(D d, const Shape<V> &shape, int age) {
    const V kept = shape.beta + broadcast(d, age - 1.0);
    return kept / (kept + shape.alpha);
}

/// g(a) of equation (3) from decay = exp(-a / T).
template <class D, class V>
V ramp(D d, V g0, V decay) {
    const V one = broadcast(d, 1.0);
    return one - (one - g0) * decay;
}

/// ((1 + tau) / (1 + tau_0))^-eps of equation (3) as exp(-eps log1p(change)), where
/// 1 + change = (1 + tau) / (1 + tau_0).
template <class D, class V>
V priceResponse(D d, V change, V eps) {
    return exp(d, broadcast(d, 0.0) - eps * log(d, broadcast(d, 1.0) + change));
}

/// exp(-eps theta days) of equation (3).
template <class D, class V>
V timeResponse(D d, V eps, V theta, double days) {
    return exp(d, eps * theta * broadcast(d, -days));
}

/// F(t) of the Bass path in equation (1).
template <class D, class V>
V bassCumulative(D d, V p, V q, double t) {
    const V one = broadcast(d, 1.0);
    const V left = exp(d, (p + q) * broadcast(d, -t));
    return (one - left) / (one + q / p * left);
}

/// ratio^exponent, and 1 where nothing stands behind the ratio (ratio = 0), so that an empty cohort
/// or sector brings no infinity into a product with 0.
template <class D, class V>
V powerOrOne(D d, V ratio, V exponent) {
    const V one = broadcast(d, 1.0);
    return power(d, ifPositive(ratio, ratio, one), exponent);
}

/// Share of all sales that the top sellers hold, from z = Phi^-1(p), p their share of all sellers.
template <class D, class V>
V topShare(D d, V sigma, V z) {
    return normalCdf(d, sigma + z);
}

/// Sales of the median seller over those of the mean seller.
template <class D, class V>
V medianOverMean(D d, V sigma) {
    return exp(d, broadcast(d, -0.5) * (sigma * sigma));
}

/// Sales of the seller at the border of the top 1 % over those of the mean seller.
template <class D, class V>
V topHundredthOverMean(D d, V sigma) {
    const V z = broadcast(d, 2.3263478740408408); // Phi^-1(.99)
    return exp(d, sigma * (z - broadcast(d, 0.5) * sigma));
}

/// Variance of the sales of one seller over the square of their mean.
template <class D, class V>
V sellerVariance(D d, V sigma) {
    return exp(d, sigma * sigma) - broadcast(d, 1.0);
}

/// Coefficient of variation of the total of n > 0 sellers, equation (10).
template <class V>
V totalVariation(V variance, V n) {
    return squareRoot(variance / n);
}

} // namespace export_potential::equations
