// The reduced model that general-purpose languages of uncertainty can hold: a product of five
// inputs, sampled and summarised by the core. product_run DRAWS REPETITIONS prints one line of
// JSON. Compiled natively and for Node.

#include "bench_support.hpp"

#include "export_potential/distribution.hpp"
#include "export_potential/sampling.hpp"
#include "export_potential/statistics.hpp"
#include "input_sampler.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace export_potential::bench {
namespace {

constexpr std::size_t kFactors = 5;

/// Registrants, share active, sales of one, share not displaced, share that becomes exports: the
/// same five as in squiggle_peer.mjs. The bounds of the normal lie ten standard deviations out.
std::array<Distribution, kFactors> factors() {
    return {Triangular{60'000, 100'000, 120'000}, Beta{3.5, 10.5},
            lognormalByQuantiles(12'000, 200'000), Uniform{0.5, 0.95},
            TruncatedNormal{0.75, 0.02, 0.55, 0.95}};
}

struct Product {
    Summary summary;
    double deviation;
};

/// From the distributions to the summary, sampled as a run is unless it says otherwise: points and
/// samplers are made anew each time.
Product computeProduct(std::size_t draws, std::uint64_t seed, std::vector<double> &scratch) {
    const auto points = makeReplicatedSobolPoints(seed, kFactors);
    std::vector<double> product(draws, 1.0);
    std::vector<double> values(draws);
    std::size_t dimension = 0;
    for (const Distribution &distribution : factors()) {
        const InputSampler sampler(distribution);
        points->fill(0, dimension++, values);
        sampler.transform(values);
        for (std::size_t d = 0; d < draws; ++d) {
            product[d] *= values[d];
        }
    }
    return {summarise(product, scratch), sampleDeviation(product)};
}

} // namespace
} // namespace export_potential::bench

int main(int argc, char **argv) {
    using namespace export_potential;
    using namespace export_potential::bench;
    if (argc != 3) {
        fail("usage: product_run DRAWS REPETITIONS");
    }
    const auto draws = static_cast<std::size_t>(std::atol(argv[1]));
    const auto repetitions = static_cast<std::size_t>(std::atol(argv[2]));
    if (draws == 0 || repetitions == 0) {
        fail("draws and repetitions must be above 0");
    }
    std::vector<double> scratch;
    // As many again before the clock counts: Node compiles hot code in the background.
    for (std::size_t i = 0; i < repetitions; ++i) {
        computeProduct(draws, i, scratch);
    }
    std::vector<double> milliseconds;
    Product last{};
    for (std::size_t i = 0; i < repetitions; ++i) {
        Stopwatch watch;
        last = computeProduct(draws, i + 1, scratch);
        milliseconds.push_back(watch.lap());
    }
    std::ranges::sort(milliseconds);
    std::printf(R"({"total":%.6f,"mean":%.17g,"standardError":%.17g})"
                "\n",
                milliseconds[repetitions / 2], last.summary.mean,
                last.deviation / std::sqrt(static_cast<double>(draws)));
}
