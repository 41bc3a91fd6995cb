#include "export_potential/onboarding.hpp"

#include "equations.hpp"

#include <cstddef>

namespace export_potential {

namespace {

/// Yearly registrations from a cumulative curve, scaled to reach `total` after `years`.
template <class Curve>
std::vector<double> alongCurve(double total, int years, Curve cumulative) {
    const double start = cumulative(0);
    const double reach = cumulative(years) - start;
    std::vector<double> path;
    path.reserve(static_cast<std::size_t>(years));
    double before = start;
    for (int year = 1; year <= years; ++year) {
        const double now = cumulative(year);
        path.push_back(total * ((now - before) / reach));
        before = now;
    }
    return path;
}

} // namespace

std::vector<double> linearPath(double total, int years) {
    return std::vector<double>(static_cast<std::size_t>(years), total / years);
}

std::vector<double> logisticPath(double total, int years) {
    constexpr double kSteepness = 8;
    return alongCurve(total, years, [years](int t) {
        const double fromMiddle = static_cast<double>(t) / years - 0.5;
        return 1 / (1 + scalar::exp(-kSteepness * fromMiddle));
    });
}

double bassCumulative(double p, double q, double t) {
    const OneLane d;
    return hn::GetLane(equations::bassCumulative(d, hn::Set(d, p), hn::Set(d, q), t));
}

double bassPeak(double p, double q) {
    return q > p ? scalar::log(q / p) / (p + q) : 0;
}

std::vector<double> bassPath(double total, int years, double p, double q) {
    return alongCurve(total, years, [p, q](int t) { return bassCumulative(p, q, t); });
}

} // namespace export_potential
