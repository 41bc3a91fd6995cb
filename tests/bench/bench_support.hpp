#pragma once

#include "export_potential/pack.hpp"
#include "export_potential/scenario.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#ifdef __EMSCRIPTEN__
#include <emscripten.h>
#endif

namespace export_potential::bench {

#ifdef __EMSCRIPTEN__
// Emscripten's clock() reads the time of day.
EM_JS(double, processorMilliseconds, (), {
    const {user, system} = process.cpuUsage();
    return (user + system) / 1000;
});
#else
inline double processorMilliseconds() {
    return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}
#endif

/// Milliseconds of processor time of this process since it was made or last asked: other programs'
/// load changes it little.
class Stopwatch {
public:
    double lap() {
        const double now = processorMilliseconds();
        const double passed = now - start_;
        start_ = now;
        return passed;
    }

private:
    double start_ = processorMilliseconds();
};

/// Ends the program with a message: a benchmark of something else than was meant is worth nothing.
[[noreturn]] inline void fail(const std::string &message) {
    std::fprintf(stderr, "%s\n", message.c_str());
    std::exit(1);
}

inline std::string readFile(const std::string &path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        fail(path + " cannot be read");
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A value that must be there.
template <class T>
T checked(Result<T> result) {
    if (!result) {
        fail(result.errors().front().path + ' ' + result.errors().front().message);
    }
    return std::move(result.value());
}

/// The pack's default scenario as text.
inline std::string defaultScenario(const Pack &pack, int draws, std::uint64_t seed) {
    return R"({"schema": 1, "pack": ")" + pack.id + R"(", "draws": )" + std::to_string(draws) +
           R"(, "seed": )" + std::to_string(seed) + '}';
}

} // namespace export_potential::bench
