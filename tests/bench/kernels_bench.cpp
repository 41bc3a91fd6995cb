// What the parts of a run cost on their own: Google Benchmark's table, `npm run bench --
// --kernels`.

#include "bench_support.hpp"

#include "export_potential/sampling.hpp"
#include "export_potential/simulation.hpp"
#include "export_potential/statistics.hpp"
#include "input_sampler.hpp"
#include "kernel.hpp"
#include "model.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <numeric>
#include <string>
#include <vector>

namespace export_potential::bench {
namespace {

constexpr std::size_t kBlock = 1024;
constexpr std::uint64_t kSeed = 1;

const std::string &packText() {
    static const std::string text = readFile(EXPORT_POTENTIAL_SOURCE_DIR "/public/packs/pk.json");
    return text;
}

const Pack &pack() {
    static const Pack pack = checked(parsePack(packText()));
    return pack;
}

Scenario scenario() {
    return checked(parseScenario(defaultScenario(pack(), kMinDraws, kSeed), pack()));
}

std::vector<double> uniforms(std::size_t count) {
    std::vector<double> u(count);
    makeCounterPoints(kSeed)->fill(0, 0, u);
    return u;
}

/// Time for each of `count` things that one repetition handles.
void countItems(benchmark::State &state, std::size_t count) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}

void points(benchmark::State &state, const std::unique_ptr<PointSource> &source) {
    std::vector<double> u(kBlock);
    std::uint64_t first = 0;
    for (auto _ : state) {
        source->fill(first, 0, u);
        first += kBlock;
        benchmark::DoNotOptimize(u.data());
    }
    countItems(state, kBlock);
}

void sampling(benchmark::State &state, const Distribution &distribution) {
    const InputSampler sampler(distribution);
    const std::vector<double> u = uniforms(kBlock);
    std::vector<double> values(kBlock);
    for (auto _ : state) {
        values = u;
        sampler.transform(values);
        benchmark::DoNotOptimize(values.data());
    }
    countItems(state, kBlock);
}

void samplerSetUp(benchmark::State &state, const Distribution &distribution) {
    for (auto _ : state) {
        InputSampler sampler(distribution);
        benchmark::DoNotOptimize(sampler);
    }
}

void sampleAllInputs(benchmark::State &state) {
    const Simulation simulation(pack(), scenario());
    simulation.sample(0, 1);
    std::uint64_t first = 0;
    for (auto _ : state) {
        Draws inputs = simulation.sample(first, kBlock);
        first += kBlock;
        benchmark::DoNotOptimize(inputs.column(0).data());
    }
    countItems(state, kBlock);
}

void kernelEvaluate(benchmark::State &state) {
    const Model model(pack(), scenario());
    const Draws inputs = Simulation(pack(), scenario()).sample(0, 64);
    std::vector<std::size_t> columns(model.columns.columns().size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    Kernel kernel(model, Wanted(model, columns));
    // The spare draws of a column keep the columns apart in the cache, as in Simulation::evaluate.
    constexpr std::size_t kStride = 64 + kBlockDraws;
    std::vector<double> block(inputs.columns() * kStride);
    for (std::size_t i = 0; i < inputs.columns(); ++i) {
        std::ranges::copy(inputs.column(i),
                          block.begin() + static_cast<std::ptrdiff_t>(i * kStride));
    }
    std::vector<double> results(model.columns.columns().size() * kStride);
    for (auto _ : state) {
        for (std::size_t draw = 0; draw < inputs.count(); draw += kBlockDraws) {
            kernel.evaluate(block.data() + draw, kStride, results.data() + draw, kStride);
        }
        benchmark::DoNotOptimize(results.data());
    }
    countItems(state, inputs.count());
}

void summaryOfColumn(benchmark::State &state) {
    const auto draws = static_cast<std::size_t>(state.range(0));
    const std::vector<double> values = uniforms(draws);
    std::vector<double> scratch;
    for (auto _ : state) {
        benchmark::DoNotOptimize(summarise(values, scratch));
    }
    countItems(state, draws);
}

void parseScenarioText(benchmark::State &state) {
    const std::string text = defaultScenario(pack(), kMinDraws, kSeed);
    for (auto _ : state) {
        benchmark::DoNotOptimize(parseScenario(text, pack()));
    }
}

void parsePackText(benchmark::State &state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(parsePack(packText()));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(packText().size()));
}

void makeModel(benchmark::State &state) {
    const Scenario question = scenario();
    for (auto _ : state) {
        benchmark::DoNotOptimize(Simulation(pack(), question));
    }
}

constexpr double kInfinity = std::numeric_limits<double>::infinity();

BENCHMARK_CAPTURE(points, sobol, makeReplicatedSobolPoints(kSeed));
BENCHMARK_CAPTURE(points, counter, makeCounterPoints(kSeed));
BENCHMARK_CAPTURE(sampling, fixed, Fixed{1});
BENCHMARK_CAPTURE(sampling, uniform, Uniform{1, 2});
BENCHMARK_CAPTURE(sampling, triangular, Triangular{1, 2, 4});
BENCHMARK_CAPTURE(sampling, pert, Pert{1, 2, 4});
BENCHMARK_CAPTURE(sampling, beta, Beta{3.5, 10.5});
BENCHMARK_CAPTURE(sampling, normal, TruncatedNormal{2.2, 0.2, 1.6, 2.8});
BENCHMARK_CAPTURE(sampling, lognormal, Lognormal{10, 0.8, 0, kInfinity});
BENCHMARK_CAPTURE(sampling, lognormal_bounded, Lognormal{10, 0.8, 500, 2e6});
BENCHMARK_CAPTURE(samplerSetUp, pert, Pert{1, 2, 4});
BENCHMARK(sampleAllInputs);
BENCHMARK(kernelEvaluate);
BENCHMARK(summaryOfColumn)->Arg(16'384)->Arg(131'072);
BENCHMARK(parseScenarioText);
BENCHMARK(parsePackText);
BENCHMARK(makeModel);

} // namespace
} // namespace export_potential::bench
