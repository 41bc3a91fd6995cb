#include "progress.hpp"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace export_potential::cli {

namespace {

volatile std::sig_atomic_t interruptSeen = 0;

extern "C" void onInterrupt(int /*signal*/) {
    interruptSeen = 1;
}

} // namespace

void ignoreClosedReaders() {
    struct sigaction ignore = {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &ignore, nullptr);
}

void catchInterrupts() {
    struct sigaction action = {};
    action.sa_handler = onInterrupt;
    // A write that is under way goes on, so that no line is cut in two.
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

Progress::Progress(ExecutionContext &context, std::size_t total, Unit unit)
    : context_(context), total_(total), unit_(unit),
      watcher_([this] { watch(isatty(STDERR_FILENO) == 1); }) {}

Progress::~Progress() {
    {
        const std::lock_guard lock(mutex_);
        over_ = true;
    }
    ended_.notify_one();
    watcher_.join();
}

void Progress::write() const {
    if (unit_ == Unit::draws) {
        std::fprintf(stderr, "\r%zu of %zu draws", context_.done(), total_);
    } else {
        std::fprintf(stderr, "\r%zu %%", context_.done() * 100 / total_);
    }
}

void Progress::watch(bool show) {
    constexpr auto kInterruptEvery = std::chrono::milliseconds(20);
    constexpr int kShowEvery = 10;
    bool shown = false;
    std::unique_lock lock(mutex_);
    for (int tick = 1; !ended_.wait_for(lock, kInterruptEvery, [this] { return over_; }); ++tick) {
        if (interruptSeen != 0) {
            context_.cancel();
        }
        if (show && tick % kShowEvery == 0) {
            write();
            shown = true;
        }
    }
    if (shown) {
        std::fputs("\r\033[K", stderr);
    }
}

} // namespace export_potential::cli
