#pragma once

#include "test_support.hpp"

#include <cstddef>
#include <string>

namespace export_potential {

/// Neither selection nor congestion.
inline const std::string kPlain = R"("assumptions": {"psi": 0, "kappa": 0})";

/// Members of a scenario with a programme of so many sellers; ends in a comma.
inline std::string sellers(double n) {
    return R"("onboarding": {"newSellers": )" + std::to_string(n) + "}, ";
}

/// Calls check(year, draw) for each of them.
template <class Check>
void inEveryDraw(const Case &c, Check check) {
    for (std::size_t t = 0; t < c.years(); ++t) {
        for (std::size_t draw = 0; draw < c.draws(); ++draw) {
            check(t, draw);
        }
    }
}

} // namespace export_potential
