#pragma once

#include "export_potential/simulation.hpp"

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>

namespace export_potential::cli {

/// Writes "N of M draws", or for parts of an analysis "N %", to standard error five times a second
/// while it lives, where that is a terminal, and wipes the line at the end. Passes an interrupt
/// (Ctrl-C) on to the context.
class Progress {
public:
    enum class Unit { draws, parts };

    Progress(ExecutionContext &context, std::size_t total, Unit unit = Unit::draws);
    ~Progress();
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

private:
    void watch(bool show);
    void write() const;

    ExecutionContext &context_;
    const std::size_t total_;
    const Unit unit_;
    std::mutex mutex_;
    std::condition_variable ended_;
    bool over_ = false;
    std::thread watcher_;
};

/// Makes a write to a reader that went away fail instead of ending the program.
void ignoreClosedReaders();

/// From now on the first Ctrl-C or request to end is for a Progress to see; the second ends the
/// program at once. Not to be called before the input is read, for which nobody may wait in vain.
void catchInterrupts();

} // namespace export_potential::cli
