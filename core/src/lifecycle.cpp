#include "export_potential/lifecycle.hpp"

#include "equations.hpp"

namespace export_potential {

Result<SurvivalShape> survivalShape(double r1, double r2) {
    if (!(r1 > 0 && r1 < r2 && r2 < 1)) {
        return Error{ErrorCode::wrongOrder, "/r2",
                     "retention must satisfy 0 < r1 < r2 < 1, because sellers who last a year are "
                     "likelier to last another"};
    }
    const double s = (1 - r2) / (r2 - r1);
    const double beta = s * r1;
    return SurvivalShape{s - beta, beta};
}

double retention(const SurvivalShape &shape, int age) {
    const OneLane d;
    const equations::Shape<decltype(hn::Zero(d))> lane{hn::Set(d, shape.alpha),
                                                       hn::Set(d, shape.beta)};
    return hn::GetLane(equations::retention(d, lane, age));
}

double survival(const SurvivalShape &shape, int age) {
    double kept = 1;
    for (int a = 1; a <= age; ++a) {
        kept *= retention(shape, a);
    }
    return kept;
}

double ramp(double g0, double T, int age) {
    const OneLane d;
    const double level =
        hn::GetLane(equations::ramp(d, hn::Set(d, g0), hn::Set(d, scalar::exp(-age / T))));
    return age == 0 ? level * kFirstYearShare : level;
}

double trainingLift(double takeup, double delta, double h, int age) {
    constexpr double kLn2 = 0.69314718055994530942;
    return 1 + takeup * delta * scalar::exp(-kLn2 * age / h);
}

double activeStock(double entrants, double act, double retention, int years) {
    double active = 0;
    for (int year = 0; year < years; ++year) {
        active = active * retention + entrants * act;
    }
    return active;
}

} // namespace export_potential
