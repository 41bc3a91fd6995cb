#include "export_potential/seller_size.hpp"

#include "special_functions.hpp"
#include "vector_math.hpp"

#include <cmath>

namespace export_potential {

double topShare(double sigma, double p) {
    return normalCdf(sigma + normalQuantile(p));
}

double medianOverMean(double sigma) {
    return scalar::exp(-0.5 * sigma * sigma);
}

double totalVariation(double sigma, double n) {
    return std::sqrt((scalar::exp(sigma * sigma) - 1) / n);
}

} // namespace export_potential
