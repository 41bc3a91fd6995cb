#pragma once

#include "export_potential/error.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace export_potential::cli {

enum class Command {
    help,
    version,
    run,
    evaluate,
    sensitivity,
    goal,
    compare,
    hindcast,
    validate,
    samples
};
enum class Format { json, csv };

/// What the command line asks for.
struct Arguments {
    Command command = Command::help;
    /// Scenarios or, for validate, the file, for hindcast a programme's name or file; "-" is
    /// standard input. One at most but for compare.
    std::vector<std::string> files;
    std::optional<std::string> pack; ///< path of the pack
    std::optional<int> draws;
    std::optional<std::uint64_t> seed;
    int threads = 0; ///< 0: as many as the machine has
    Format format = Format::json;
    std::vector<std::string> assignments; ///< SYMBOL=VALUE
    std::string options = "{}";           ///< of an analysis, as parseAnalysisRequest reads them
};

/// Reads the words after the program's name. Every fault is ErrorCode::usage, or the code that the
/// same value would have in a scenario.
Result<Arguments> parseArguments(std::span<const char *const> words);

/// How to call the program.
std::string_view usageText();

} // namespace export_potential::cli
