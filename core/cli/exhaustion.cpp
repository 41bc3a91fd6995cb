#include "exhaustion.hpp"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <unistd.h>

namespace export_potential::cli {

namespace {

std::atomic_flag ending;

[[noreturn]] void endWith(const char *line) {
    if (!ending.test_and_set()) {
        std::fputs(line, stderr);
        // Other threads go on, so nothing may be taken down in order.
        std::_Exit(EXIT_FAILURE);
    }
    // Another thread is ending the program.
    while (true) {
        pause();
    }
}

} // namespace

// The program is built without exceptions, so those of the standard library end here.
void endWhenExhausted() {
    std::set_new_handler(
        [] { endWith("error: the memory is used up; fewer draws or threads need less\n"); });
    std::set_terminate([] {
        endWith("error: a thread could not be started, or the program has a fault of its own\n");
    });
}

} // namespace export_potential::cli
