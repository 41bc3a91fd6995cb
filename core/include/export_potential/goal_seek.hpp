#pragma once

#include <functional>

namespace export_potential {

/// What a search may spend.
struct SearchLimits {
    double relativeTolerance = 1e-3; ///< of the answer; above 0
    int evaluations = 60;            ///< at most, 2 at least
};

enum class SearchOutcome {
    found,        ///< x is within the tolerance of the smallest
    notReachable, ///< even the upper end falls short; x is that end
    outOfBudget,  ///< x reaches the target, but a smaller one further down than the tolerance may,
                  ///< too
};

struct SearchResult {
    SearchOutcome outcome;
    double x;
    double value; ///< f(x)
    int evaluations;
};

/// The smallest x in [low, high] with f(x) >= target, for f that does not decrease, by bisection.
/// An f over draws must use the same ones in every call, or it is not monotone. Unless the outcome
/// is notReachable, f(x) >= target holds for the x returned. low <= high, both finite. `low` itself
/// is returned if it reaches the target; where low < 0 < high the tolerance is relative to the
/// wider of the two sides that are left.
SearchResult smallestReaching(const std::function<double(double)> &f, double low, double high,
                              double target, const SearchLimits &limits = {});

} // namespace export_potential
