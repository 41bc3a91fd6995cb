#include "export_potential/goal_seek.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace export_potential {

SearchResult smallestReaching(const std::function<double(double)> &f, double low, double high,
                              double target, const SearchLimits &limits) {
    assert(low <= high && limits.evaluations >= 2 && limits.relativeTolerance > 0);
    double value = f(high);
    if (!(value >= target)) {
        return {SearchOutcome::notReachable, high, value, 1};
    }
    const double lowest = f(low);
    if (lowest >= target) {
        return {SearchOutcome::found, low, lowest, 2};
    }
    int evaluations = 2;
    // From here on f(low) < target <= f(high).
    while (high - low > limits.relativeTolerance * std::max(std::fabs(low), std::fabs(high))) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) {
            break;
        }
        if (evaluations == limits.evaluations) {
            return {SearchOutcome::outOfBudget, high, value, evaluations};
        }
        const double found = f(middle);
        ++evaluations;
        if (found >= target) {
            high = middle;
            value = found;
        } else {
            low = middle;
        }
    }
    return {SearchOutcome::found, high, value, evaluations};
}

} // namespace export_potential
