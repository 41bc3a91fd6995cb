#include "export_potential/normal_scores.hpp"

#include "special_functions.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace export_potential {

std::vector<double> normalScores(std::span<const double> values) {
    const std::size_t count = values.size();
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> scores(count);
    for (std::size_t first = 0; first < count;) {
        std::size_t last = first + 1;
        while (last < count && values[order[last]] == values[order[first]]) {
            ++last;
        }
        // The mean of the ranks first + 1 .. last, less one half.
        const double rank = static_cast<double>(first + last) / 2;
        const double score = normalQuantile(rank / static_cast<double>(count));
        for (; first < last; ++first) {
            scores[order[first]] = score;
        }
    }
    return scores;
}

} // namespace export_potential
