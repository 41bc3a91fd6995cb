#pragma once

#include "export_potential/analysis.hpp"
#include "export_potential/error.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace export_potential::cli {

enum class Command { help, version, run, evaluate, sensitivity, goal, validate, samples };
enum class Format { json, csv };

/// What the command line asks for.
struct Arguments {
    Command command = Command::help;
    std::optional<std::string> file; ///< scenario or, for validate, the file; "-" is standard input
    std::optional<std::string> pack; ///< path of the pack
    std::optional<int> draws;
    std::optional<std::uint64_t> seed;
    int threads = 0; ///< 0: as many as the machine has
    Format format = Format::json;
    std::vector<std::string> assignments; ///< SYMBOL=VALUE
    std::optional<std::string> output;    ///< name of the output that an analysis is about
    std::optional<int> year;              ///< and the fiscal year
    Method method = Method::sobol;        ///< of sensitivity
    std::optional<double> threshold;      ///< of evppi, in the unit of the output
    std::optional<double> target;         ///< of goal
    std::vector<double> probabilities{0.5, 0.8};
};

/// Reads the words after the program's name. Every fault is ErrorCode::usage, or the code that the
/// same value would have in a scenario.
Result<Arguments> parseArguments(std::span<const char *const> words);

/// How to call the program.
std::string_view usageText();

} // namespace export_potential::cli
