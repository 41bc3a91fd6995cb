#pragma once

#include "vector_math.hpp"

#include <cstddef>

namespace export_potential::equations {

/// Chebyshev coefficients of P(2 t - 1), made by tests/data/make_normal_cdf.py.
inline constexpr Constants kComplementaryError({
    0.57703373861646968862,     0.35543692127049848731,     0.06509515882878652455,
    0.0036711423958366391659,   -0.0011128447433526324969,  -0.00016075829915378079758,
    0.000032780315741731370605, 5.4424416455050160333e-6,   -1.5154665553171481622e-6,
    -1.4297608181169864917e-7,  8.234608827419493433e-8,    -1.2962846852306562536e-9,
    -4.1547216310151983042e-9,  6.3470582783628111814e-10,  1.4320822712256223707e-10,
    -6.1603901052045855418e-11, 2.0612138554721696306e-12,  3.571493148847704445e-12,
    -8.5864228432517964757e-13, -6.145600213790630554e-14,  7.4187257485966170573e-14,
    -1.2895042755032325615e-14, -2.3587263857106323568e-15, 1.5729349381685911397e-15,
    -2.2782966239546465174e-16, -6.3123304507564298101e-17, 3.5916763531814922992e-17,
    -5.0498091498477292793e-18,
});
inline constexpr std::size_t kComplementaryErrorTerms = 28;

/// Phi(x) of the standard normal, by erfc(z) = t exp(-z^2) P(t), t = 2 / (2 + z), z >= 0. The lower
/// tail keeps its relative precision: 1e-15 near 0, 1e-13 at x = -37.
template <class D, class V>
V normalCdf(D d, V x) {
    constexpr double kInvSqrtTwo = 0.70710678118654752440;
    const V one = hn::Set(d, 1.0);
    const V two = hn::Set(d, 2.0);
    const V z = hn::Mul(hn::Abs(x), hn::Set(d, kInvSqrtTwo));
    const V t = hn::Div(two, hn::Add(two, z));
    const Loader c(d, kComplementaryError);
    // Clenshaw's recurrence for the series at y = 2 t - 1.
    const V y = hn::Sub(hn::Mul(two, t), one);
    const V twiceY = hn::Mul(two, y);
    V next = hn::Zero(d);
    V sum = hn::Zero(d);
    for (std::size_t i = kComplementaryErrorTerms - 1; i > 0; --i) {
        const V before = sum;
        sum = hn::Add(hn::Sub(hn::Mul(twiceY, sum), next), c(i));
        next = before;
    }
    sum = hn::Add(hn::Sub(hn::Mul(y, sum), next), c(0));
    const V tail =
        hn::Mul(hn::Set(d, 0.5), hn::Mul(hn::Mul(t, exp(d, hn::Neg(hn::Mul(z, z)))), sum));
    return hn::IfThenElse(hn::Lt(x, hn::Zero(d)), tail, hn::Sub(one, tail));
}

} // namespace export_potential::equations
