// What the peers compute, by the core: the sixteen outputs of every year of draws that are there.
// evaluate_run PACK DRAWS SEED REPETITIONS prints one line of JSON. Compiled natively and for Node.

#include "bench_support.hpp"

#include "export_potential/simulation.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <vector>

int main(int argc, char **argv) {
    using namespace export_potential;
    using namespace export_potential::bench;
    if (argc != 5) {
        fail("usage: evaluate_run PACK DRAWS SEED REPETITIONS");
    }
    const Pack pack = checked(parsePack(readFile(argv[1])));
    const int draws = std::atoi(argv[2]);
    const auto seed = static_cast<std::uint64_t>(std::atoll(argv[3]));
    const auto repetitions = static_cast<std::size_t>(std::atol(argv[4]));
    if (draws <= 0 || repetitions == 0) {
        fail("draws and repetitions must be above 0");
    }
    const Simulation simulation(pack,
                                checked(parseScenario(defaultScenario(pack, draws, seed), pack)));
    const auto count = static_cast<std::size_t>(draws);
    const Draws inputs = simulation.sample(0, count);
    // The outputs by year are the first columns of the results.
    std::vector<std::size_t> wanted(kOutputCount * simulation.years().size());
    std::iota(wanted.begin(), wanted.end(), std::size_t{0});
    Draws results(wanted.size(), 0, count);
    std::vector<double> milliseconds;
    // As many again before the clock counts: Node compiles hot code in the background.
    for (std::size_t i = 0; i < 2 * repetitions; ++i) {
        Stopwatch watch;
        simulation.evaluateColumns(inputs, 0, count, wanted, results);
        if (i >= repetitions) {
            milliseconds.push_back(watch.lap());
        }
    }
    std::ranges::sort(milliseconds);
    std::printf(R"({"evaluate":%.6f})"
                "\n",
                milliseconds[repetitions / 2]);
}
