#pragma once

#include "export_potential/simulation.hpp"

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>

namespace export_potential::cli {

/// Writes "N of M draws" to standard error five times a second while it lives, where that is a
/// terminal, and wipes the line at the end. Passes an interrupt (Ctrl-C) on to the context.
class Progress {
public:
    Progress(ExecutionContext &context, std::size_t total);
    ~Progress();
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

private:
    void watch(bool show);

    ExecutionContext &context_;
    const std::size_t total_;
    std::mutex mutex_;
    std::condition_variable ended_;
    bool over_ = false;
    std::thread watcher_;
};

/// Makes Ctrl-C and a request to end set a flag instead of ending the program at once.
void catchInterrupts();
bool interrupted();

} // namespace export_potential::cli
