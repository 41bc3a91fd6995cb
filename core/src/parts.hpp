#pragma once

#include <algorithm>
#include <cstddef>
#ifndef __EMSCRIPTEN__
#include <thread>
#include <vector>
#endif

namespace export_potential {

/// Calls work(first, end) for parts that make up [0, count), each in a thread of its own, at most
/// so many, one at least. Returns when all are done. WebAssembly has the calling thread only.
template <class Work>
void inParts(std::size_t count, int threads, const Work &work) {
#ifdef __EMSCRIPTEN__
    static_cast<void>(threads);
    work(std::size_t{0}, count);
#else
    const auto most = static_cast<std::size_t>(std::max(threads, 1));
    const std::size_t parts = std::clamp(count, std::size_t{1}, most);
    const auto bound = [&](std::size_t part) { return count * part / parts; };
    std::vector<std::thread> others;
    for (std::size_t part = 1; part < parts; ++part) {
        others.emplace_back(
            [&work, first = bound(part), end = bound(part + 1)] { work(first, end); });
    }
    work(std::size_t{0}, bound(1));
    for (std::thread &other : others) {
        other.join();
    }
#endif
}

} // namespace export_potential
