#pragma once

#include "vector_math.hpp"

#include <cstddef>

namespace export_potential::equations {

// Wichura's AS 241 (Applied Statistics 37, 1988): quotients of polynomials of seventh degree in
// 0.180625 - (u - 1/2)^2 near the centre and in sqrt(-ln tail) less 1.6 or 5 further out.
inline constexpr Constants kCentreTop({3.3871328727963666080e0, 1.3314166789178437745e+2,
                                       1.9715909503065514427e+3, 1.3731693765509461125e+4,
                                       4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                       3.3430575583588128105e+4, 2.5090809287301226727e+3});
inline constexpr Constants kCentreBottom({1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2,
                                          5.3941960214247511077e+3, 2.1213794301586595867e+4,
                                          3.9307895800092710610e+4, 2.8729085735721942674e+4,
                                          5.2264952788528545610e+3});
inline constexpr Constants kMiddleTop({1.42343711074968357734e0, 4.63033784615654529590e0,
                                       5.76949722146069140550e0, 3.64784832476320460504e0,
                                       1.27045825245236838258e0, 2.41780725177450611770e-1,
                                       2.27238449892691845833e-2, 7.74545014278341407640e-4});
inline constexpr Constants kMiddleBottom({1.0, 2.05319162663775882187e0, 1.67638483018380384940e0,
                                          6.89767334985100004550e-1, 1.48103976427480074590e-1,
                                          1.51986665636164571966e-2, 5.47593808499534494600e-4,
                                          1.05075007164441684324e-9});
inline constexpr Constants kFarTop({6.65790464350110377720e0, 5.46378491116411436990e0,
                                    1.78482653991729133580e0, 2.96560571828504891230e-1,
                                    2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                    2.71155556874348757815e-5, 2.01033439929228813265e-7});
inline constexpr Constants kFarBottom({1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1,
                                       1.48753612908506148525e-2, 7.86869131145613259100e-4,
                                       1.84631831751005468180e-5, 1.42151175831644588870e-7,
                                       2.04426310338993978564e-15});

/// Quotient of two polynomials.
template <class D, class V>
V quotient(D d, const Constants<double, 8> &top, const Constants<double, 8> &bottom, V x) {
    const Loader above(d, top);
    const Loader below(d, bottom);
    V a = above(7);
    V b = below(7);
    for (std::size_t i = 7; i-- > 0;) {
        a = a * x + above(i);
        b = b * x + below(i);
    }
    return a / b;
}

/// Phi^-1(u) of the standard normal to some 1e-16, 0 < u < 1.
template <class D, class V>
V normalQuantile(D d, V u) {
    const V offset = u - hn::Set(d, 0.5);
    const auto central = hn::Le(hn::Abs(offset), hn::Set(d, 0.425));
    const V centre =
        offset * quotient(d, kCentreTop, kCentreBottom, hn::Set(d, 0.180625) - offset * offset);
    if (hn::AllTrue(d, central)) {
        return centre;
    }
    const V tail = smaller(u, hn::Set(d, 1.0) - u);
    const V r = hn::Sqrt(hn::Neg(log(d, tail)));
    const V middle = quotient(d, kMiddleTop, kMiddleBottom, r - hn::Set(d, 1.6));
    const V far = quotient(d, kFarTop, kFarBottom, r - hn::Set(d, 5.0));
    const V size = hn::IfThenElse(hn::Le(r, hn::Set(d, 5.0)), middle, far);
    const V outside = hn::IfThenElse(hn::Lt(offset, hn::Zero(d)), hn::Neg(size), size);
    return hn::IfThenElse(central, centre, outside);
}

} // namespace export_potential::equations
