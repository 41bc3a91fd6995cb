// The native side of the comparisons: native_run PACK. Reads one command a line from standard
// input, answers each with one line of JSON, and times inside the process. Only "sobol" may use
// more than one thread.
//
//   run DRAWS SEED             a whole run by phases, as the engine in a page does it
//   export DRAWS SEED FOLDER   writes inputs and outputs for the peers
//   sobol DRAWS SEED THREADS   Sobol' indices of the headline, timed by the clock; 0: all cores

#include "bench_support.hpp"

#include "export_potential/analysis.hpp"
#include "export_potential/simulation.hpp"
#include "run_summary.hpp"
#include "year_groups.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace export_potential::bench {
namespace {

/// Inputs are drawn and kept in blocks of this many draws, as the engine in a page does.
constexpr std::size_t kBlock = 256;

class NativeRun {
public:
    explicit NativeRun(const std::string &packPath)
        : pack_(checked(parsePack(readFile(packPath)))) {}

    /// Answers a command; fails on one that it does not know.
    std::string answer(const std::string &line) {
        std::istringstream words(line);
        std::string command;
        std::size_t draws = 0;
        std::uint64_t seed = 0;
        std::string folder;
        int threads = 0;
        words >> command;
        if (words >> draws >> seed) {
            if (command == "run") {
                return run(draws, seed);
            }
            if (command == "export" && words >> folder) {
                return exportDraws(draws, seed, folder);
            }
            if (command == "sobol" && words >> threads) {
                return sobol(draws, seed, threads);
            }
        }
        fail("not understood: " + line);
    }

private:
    Simulation simulation(std::size_t draws, std::uint64_t seed) const {
        const std::string text = defaultScenario(pack_, static_cast<int>(draws), seed);
        return Simulation(pack_, checked(parseScenario(text, pack_)));
    }

    /// A table for the results of a group of years, kept from one run to the next as the engine in
    /// a page keeps its own.
    Draws &store(std::size_t columns, std::size_t draws) {
        if (store_.columns() != columns || store_.count() != draws) {
            store_ = Draws(0, 0, 0); // gives its memory back before more is taken
            store_ = Draws(columns, 0, draws);
        }
        return store_;
    }

    std::string run(std::size_t draws, std::uint64_t seed) {
        Stopwatch watch;
        const Simulation made = simulation(draws, seed);
        YearGroups groups(made);
        RunSummary summary(made);
        const double prepare = watch.lap();
        std::vector<Draws> inputs;
        for (std::size_t at = 0; at < draws; at += kBlock) {
            inputs.push_back(made.sample(at, kBlock));
        }
        const double sample = watch.lap();
        double reserve = 0;
        double evaluate = 0;
        double summarise = 0;
        for (std::size_t group = 0; group < groups.count(); ++group) {
            Draws &results = store(groups.columns(group), draws);
            reserve += watch.lap();
            for (const Draws &block : inputs) {
                groups.evaluate(group, block, block.first(), kBlock, results);
            }
            evaluate += watch.lap();
            const std::size_t years = groups.years(group);
            for (std::size_t piece = 0; piece < summary.pieces(years); ++piece) {
                summary.add(piece, groups.first(group), years, results);
            }
            summarise += watch.lap();
        }
        Draws first(made.inputNames().size(), 0, firstDraws(made));
        for (std::size_t at = 0; at < first.count(); at += kBlock) {
            first.setRows(at, kBlock, inputs[at / kBlock].rows(at, kBlock));
        }
        const std::string json = runResultJson(summary, first);
        summarise += watch.lap();
        if (json.empty()) {
            fail("no result");
        }
        std::ostringstream text;
        text << R"({"prepare":)" << prepare << R"(,"reserve":)" << reserve << R"(,"sample":)"
             << sample << R"(,"evaluate":)" << evaluate << R"(,"summarise":)" << summarise
             << R"(,"total":)" << prepare + sample + evaluate + summarise << '}';
        return text.str();
    }

    /// What `export-potential sensitivity` does, from the text of the scenario to that of the
    /// result.
    std::string sobol(std::size_t draws, std::uint64_t seed, int threads) const {
        using Clock = std::chrono::steady_clock;
        const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
        const int used = threads > 0 ? threads : cores;
        const Clock::time_point start = Clock::now();
        const std::string question = defaultScenario(pack_, static_cast<int>(draws), seed);
        const Scenario scenario = checked(parseScenario(question, pack_));
        const Focus focus = checked(makeFocus(scenario, std::nullopt, std::nullopt));
        const auto analysis = makeSobolAnalysis(pack_, scenario, focus, used);
        while (analysis->advance()) {
        }
        const std::string json = analysis->result();
        const std::chrono::duration<double> passed = Clock::now() - start;
        if (json.empty()) {
            fail("no result");
        }
        std::ostringstream text;
        text << R"({"seconds":)" << passed.count() << R"(,"threads":)" << used << '}';
        return text.str();
    }

    static void write(const std::string &path, const Draws &table, std::size_t columns) {
        std::ofstream file(path, std::ios::binary);
        for (std::size_t c = 0; c < columns; ++c) {
            const std::span<const double> column = table.column(c);
            file.write(reinterpret_cast<const char *>(column.data()),
                       static_cast<std::streamsize>(column.size_bytes()));
        }
        if (!file.flush()) {
            fail(path + " cannot be written");
        }
    }

    std::string exportDraws(std::size_t draws, std::uint64_t seed, const std::string &folder) {
        const Simulation made = simulation(draws, seed);
        const Draws inputs = made.sample(0, draws);
        Draws results(made.columns().size(), 0, draws);
        made.evaluate(inputs, 0, draws, results);
        // The outputs by year are the first columns of the results.
        const std::size_t outputs = kOutputCount * made.years().size();
        write(folder + "/inputs.f64", inputs, inputs.columns());
        write(folder + "/outputs.f64", results, outputs);
        std::ostringstream text;
        text << R"({"draws":)" << draws << R"(,"columns":)" << made.columns().size()
             << R"(,"outputs":[)";
        for (std::size_t o = 0; o < kOutputCount; ++o) {
            text << (o > 0 ? "," : "") << '"' << outputName(static_cast<Output>(o)) << '"';
        }
        text << R"(],"years":)" << made.years().size() << R"(,"inputs":[)";
        for (const std::string &name : made.inputNames()) {
            text << (&name != made.inputNames().data() ? "," : "") << '"' << name << '"';
        }
        text << "]}";
        return text.str();
    }

    Pack pack_;
    Draws store_{0, 0, 0};
};

} // namespace
} // namespace export_potential::bench

int main(int argc, char **argv) {
    using namespace export_potential::bench;
    if (argc != 2) {
        fail("usage: native_run PACK");
    }
    NativeRun program(argv[1]);
    for (std::string line; std::getline(std::cin, line);) {
        std::cout << program.answer(line) << std::endl;
    }
}
