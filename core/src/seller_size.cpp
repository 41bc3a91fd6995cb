#include "export_potential/seller_size.hpp"

#include "equations.hpp"
#include "special_functions.hpp"
#include "vector_math.hpp"

#include <cmath>

namespace export_potential {

double topShare(double sigma, double p) {
    const OneLane d;
    return hn::GetLane(equations::topShare(d, hn::Set(d, sigma), hn::Set(d, normalQuantile(p))));
}

double medianOverMean(double sigma) {
    const OneLane d;
    return hn::GetLane(equations::medianOverMean(d, hn::Set(d, sigma)));
}

double totalVariation(double sigma, double n) {
    const OneLane d;
    const auto variance = equations::sellerVariance(d, hn::Set(d, sigma));
    return hn::GetLane(equations::totalVariation(variance, hn::Set(d, n)));
}

} // namespace export_potential
