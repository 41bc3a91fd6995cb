#pragma once

#include "arguments.hpp"
#include "export_potential/error.hpp"
#include "export_potential/hindcast.hpp"
#include "export_potential/pack.hpp"
#include "export_potential/simulation.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace export_potential::cli {

/// A programme of the past, and the pack whose priors are tested on it.
struct HindcastQuestion {
    Pack priors;
    Hindcast hindcast;
    int draws;
    std::uint64_t seed;
};

/// Reads the programme that the arguments name, by its name in the folder `hindcasts` beside that
/// of the packs or by its path, or all in that folder, in the order of their names. A name that is
/// neither is ErrorCode::usage. Faults of a programme carry its own paths, the message names the
/// file.
Result<std::vector<HindcastQuestion>> readHindcasts(const Arguments &arguments);

/// Draws of all of them.
std::size_t drawsOf(const std::vector<HindcastQuestion> &questions);

/// The result as JSON; nothing once the context is cancelled.
std::optional<std::string> hindcastResult(std::vector<HindcastQuestion> questions, int threads,
                                          ExecutionContext &context);

} // namespace export_potential::cli
