#include "export_potential/money.hpp"

#include <cstdlib>

namespace export_potential {

namespace {

double priceLevel(double inflation, int years) {
    double level = 1;
    for (int year = 0; year < std::abs(years); ++year) {
        level *= 1 + inflation;
    }
    return years < 0 ? 1 / level : level;
}

} // namespace

double toLocal(double usd, double localPerUsd) {
    return usd * localPerUsd;
}

double fromLocal(double local, double localPerUsd) {
    return local / localPerUsd;
}

double toNominal(double realUsd, double inflation, int years) {
    return realUsd * priceLevel(inflation, years);
}

double toReal(double nominalUsd, double inflation, int years) {
    return nominalUsd / priceLevel(inflation, years);
}

} // namespace export_potential
