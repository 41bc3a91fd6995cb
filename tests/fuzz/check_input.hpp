#pragma once

#include "export_potential/result.hpp"
#include "export_potential/simulation.hpp"

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>

namespace export_potential::fuzz {

/// Ends the program in a way that a fuzzer takes for a find.
[[noreturn]] inline void find(const std::string &what) {
    std::fprintf(stderr, "found: %s\n", what.c_str());
    std::abort();
}

/// Refusals have faults, each with a JSON Pointer and a message.
inline void checkErrors(const Errors &errors) {
    if (errors.empty()) {
        find("refused without a fault");
    }
    for (const Error &error : errors) {
        if (!error.path.empty() && error.path.front() != '/') {
            find("no JSON Pointer: " + error.path);
        }
        if (error.message.empty()) {
            find("no message at " + error.path);
        }
    }
    if (errorsJson(errors).empty()) {
        find("faults that cannot be written");
    }
}

/// What the readers accept can be computed, and every number of it is one.
inline void checkAnswer(const Pack &pack, const Scenario &scenario) {
    const Simulation simulation(pack, scenario);
    const Draws inputs = simulation.centralInputs();
    Draws results(simulation.columns().size(), 0, 1);
    simulation.evaluate(inputs, 0, 1, results);
    for (std::size_t c = 0; c < results.columns(); ++c) {
        if (!std::isfinite(results.column(c)[0])) {
            find("column " + std::to_string(c) + " is no finite number");
        }
    }
}

} // namespace export_potential::fuzz
