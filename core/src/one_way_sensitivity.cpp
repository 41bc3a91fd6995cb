#include "export_potential/one_way_sensitivity.hpp"

#include "export_potential/statistics.hpp"
#include "vector_math.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace export_potential {

std::vector<TornadoBar> tornado(std::span<const double> low, std::span<const double> high) {
    assert(low.size() == high.size());
    std::vector<TornadoBar> bars;
    for (std::size_t input = 0; input < low.size(); ++input) {
        bars.push_back({input, low[input], high[input]});
    }
    std::ranges::stable_sort(bars, [](const TornadoBar &a, const TornadoBar &b) {
        return std::fabs(a.high - a.low) > std::fabs(b.high - b.low);
    });
    return bars;
}

std::optional<double> medianRatio(std::span<const double> base, std::span<const double> changed) {
    assert(!base.empty() && base.size() == changed.size());
    const double before = sampleMedian(base);
    const double after = sampleMedian(changed);
    if (!(before > 0 && after > 0)) {
        return std::nullopt;
    }
    return after / before;
}

double arcElasticity(double ratio, double factor) {
    assert(ratio > 0 && factor > 0 && factor != 1);
    return scalar::log(ratio) / scalar::log(factor);
}

} // namespace export_potential
