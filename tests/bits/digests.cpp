// Everything that the core computes for some scenarios, as digests to compare between builds:
//
//   digests THREADS PACK SCENARIO [PACK SCENARIO]...
//
// A line for each scenario, way of sampling and kind of number. Compiled natively, by two
// compilers, and for Node.

#include "export_potential/analysis.hpp"
#include "export_potential/comparison.hpp"
#include "export_potential/result.hpp"
#include "export_potential/simulation.hpp"

#include <array>
#include <cinttypes>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace export_potential::bits {
namespace {

[[noreturn]] void fail(const std::string &message) {
    std::fprintf(stderr, "%s\n", message.c_str());
    std::exit(1);
}

std::string readFile(const std::string &path) {
    std::FILE *file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) {
        fail("no file " + path);
    }
    std::string text;
    char buffer[4096];
    for (std::size_t n = 0; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
        text.append(buffer, n);
    }
    std::fclose(file);
    return text;
}

template <class T>
const T &valueOf(const Result<T> &result, const std::string &path) {
    if (!result) {
        fail(path + ": " + errorsJson(result.errors()));
    }
    return result.value();
}

/// FNV-1a over bytes: a change of any bit changes it.
std::uint64_t digest(std::string_view bytes) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char byte : bytes) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    }
    return hash;
}

void print(const std::string &scenario, const char *what, std::string_view bytes) {
    std::printf("%s %s %016" PRIx64 "\n", scenario.c_str(), what, digest(bytes));
}

void printDraws(const std::string &scenario, const char *what, const Draws &draws) {
    std::string bytes;
    for (std::size_t c = 0; c < draws.columns(); ++c) {
        const std::span<const double> column = draws.column(c);
        bytes.append(reinterpret_cast<const char *>(column.data()), column.size_bytes());
    }
    print(scenario, what, bytes);
}

void printAnalysis(const std::string &scenario, const char *what,
                   const std::unique_ptr<Analysis> &analysis) {
    while (analysis->advance()) {
    }
    print(scenario, what, analysis->result());
}

void printAll(const Pack &pack, const Scenario &scenario, const std::string &name, int threads) {
    const Simulation simulation(pack, scenario);
    const auto draws = static_cast<std::size_t>(scenario.draws);
    Draws results(simulation.columns().size(), 0, draws);
    simulation.run(results, threads);
    const Draws inputs = simulation.sample(0, draws);
    printDraws(name, "inputs", inputs);
    printDraws(name, "results", results);
    print(name, "json", runResultJson(simulation, results));
    print(name, "csv", runResultCsv(simulation, results));

    const Draws central = simulation.centralInputs();
    Draws one(simulation.columns().size(), 0, 1);
    simulation.evaluate(central, 0, 1, one);
    print(name, "evaluate", evaluateResultJson(simulation, one));
}

void printAnalyses(const Pack &pack, Scenario scenario, const std::string &name, int threads) {
    constexpr int kDraws = 256;
    constexpr double kTarget = 1e6;
    scenario.draws = kDraws;
    const Focus focus = valueOf(makeFocus(scenario, std::nullopt, std::nullopt), name);
    for (std::size_t m = 0; m < kMethodNames.size(); ++m) {
        printAnalysis(name, kMethodNames[m].data(),
                      makeSensitivityAnalysis(static_cast<Method>(m), pack, scenario, focus,
                                              std::nullopt, threads));
    }
    printAnalysis(name, "goal",
                  makeGoalAnalysis(pack, scenario, focus, kTarget, {0.5, 0.8}, threads));

    // Several blocks, so that threads share them.
    scenario.draws = 4 * kDraws;
    Scenario more = scenario;
    more.onboarding.newSellers *= 2;
    printAnalysis(name, "comparison",
                  makeComparisonAnalysis(pack, std::array{scenario, more},
                                         {Output::exportsAdditional, Output::jobs}, threads));
}

} // namespace
} // namespace export_potential::bits

int main(int argc, char **argv) {
    using namespace export_potential;
    using namespace export_potential::bits;
    if (argc < 4 || argc % 2 != 0) {
        fail("usage: digests THREADS PACK SCENARIO [PACK SCENARIO]...");
    }
    const int threads = std::atoi(argv[1]);
    for (int i = 2; i < argc; i += 2) {
        const std::string path = argv[i + 1];
        const std::string name = path.substr(path.rfind('/') + 1);
        const Result<Pack> pack = parsePack(readFile(argv[i]));
        const Result<Scenario> read = parseScenario(readFile(path), valueOf(pack, argv[i]));
        Scenario scenario = valueOf(read, path);
        scenario.sampling = Sampling::sobol;
        printAll(pack.value(), scenario, name + " sobol", threads);
        printAnalyses(pack.value(), scenario, name, threads);
        scenario.sampling = Sampling::counter;
        printAll(pack.value(), scenario, name + " counter", threads);
    }
}
