#include "arguments.hpp"

#include "export_potential/comparison.hpp"
#include "export_potential/scenario.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace export_potential::cli {

namespace {

constexpr int kMaxThreads = 256;
constexpr std::int64_t kMaxSeed = (std::int64_t{1} << 53) - 1;

struct CommandInfo {
    std::string_view name;
    Command command;
    std::array<std::string_view, 9> options;
    Format format;
};

constexpr std::array<CommandInfo, 10> kCommands{{
    {"run", Command::run, {"--pack", "--draws", "--seed", "--threads", "--format"}, Format::json},
    {"evaluate", Command::evaluate, {"--pack", "--set", "--format"}, Format::json},
    {"sensitivity",
     Command::sensitivity,
     {"--pack", "--draws", "--seed", "--output", "--year", "--method", "--threshold", "--threads",
      "--format"},
     Format::json},
    {"goal",
     Command::goal,
     {"--pack", "--draws", "--seed", "--output", "--year", "--target", "--probability", "--threads",
      "--format"},
     Format::json},
    {"compare",
     Command::compare,
     {"--pack", "--draws", "--seed", "--outputs", "--threads", "--format"},
     Format::json},
    {"hindcast",
     Command::hindcast,
     {"--pack", "--draws", "--seed", "--threads", "--format"},
     Format::json},
    {"validate", Command::validate, {"--pack", "--format"}, Format::json},
    {"samples",
     Command::samples,
     {"--pack", "--draws", "--seed", "--threads", "--format"},
     Format::csv},
    {"--help", Command::help, {}, Format::json},
    {"--version", Command::version, {}, Format::json},
}};

bool asksForHelp(std::string_view word) {
    return word == "--help" || word == "-h";
}

/// The whole number that a text is, or the nearest to it in 64 bits.
std::optional<std::int64_t> wholeNumber(std::string_view text) {
    using Limits = std::numeric_limits<std::int64_t>;
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault == std::errc::invalid_argument || end != text.data() + text.size()) {
        return std::nullopt;
    }
    if (fault == std::errc::result_out_of_range) {
        return text.front() == '-' ? Limits::min() : Limits::max();
    }
    return number;
}

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

Error usageError(std::string message) {
    return {ErrorCode::usage, "", std::move(message)};
}

/// The parts of a list with commas between them.
std::vector<std::string_view> partsOf(std::string_view list) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(',', at), list.size());
        parts.push_back(list.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

/// Reads the options of one command.
class OptionReader {
public:
    OptionReader(const CommandInfo &command, Arguments &arguments, Errors &errors)
        : command_(command), arguments_(arguments), errors_(errors) {}

    /// To be called after the last option.
    void finish() {
        arguments_.options =
            analysis_.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }

    /// An option after which nothing comes.
    void readLast(std::string_view option) {
        if (isKnown(option)) {
            errors_.push_back(usageError(std::string(option) + " needs a value"));
        }
    }

    void read(std::string_view option, std::string_view value) {
        if (!isKnown(option)) {
            return;
        }
        std::string given(option);
        if (option == "--set") {
            given += ' ';
            given += value.substr(0, value.find('='));
        }
        require(std::ranges::find(given_, given) == given_.end(), given + " is given twice");
        given_.push_back(std::move(given));
        if (option == "--pack") {
            arguments_.pack = value;
        } else if (option == "--set") {
            arguments_.assignments.emplace_back(value);
        } else if (option == "--draws") {
            readDraws(value);
        } else if (option == "--seed") {
            readSeed(value);
        } else if (option == "--threads") {
            readThreads(value);
        } else if (option == "--output" || option == "--method") {
            analysis_[std::string(option.substr(2))] = std::string(value);
        } else if (option == "--outputs") {
            analysis_["outputs"] = partsOf(value);
        } else if (option == "--probability") {
            readProbabilities(value);
        } else if (option == "--year" || option == "--threshold" || option == "--target") {
            const auto read = number(value);
            require(read.has_value(), std::string(option) + " takes a number");
            analysis_[std::string(option.substr(2))] = read.value_or(0);
        } else {
            readFormat(value);
        }
    }

private:
    bool isKnown(std::string_view option) {
        const bool known = std::ranges::find(command_.options, option) != command_.options.end();
        require(known, std::string(option) + " is not an option of " + std::string(command_.name) +
                           "; see --help");
        return known;
    }

    void require(bool condition, std::string message) {
        if (!condition) {
            errors_.push_back(usageError(std::move(message)));
        }
    }

    /// Reads "0.5,0.8".
    void readProbabilities(std::string_view list) {
        nlohmann::ordered_json &probabilities = analysis_["probabilities"];
        probabilities = nlohmann::ordered_json::array();
        for (const std::string_view part : partsOf(list)) {
            const auto probability = number(part);
            require(probability.has_value(),
                    "--probability takes numbers with commas between them");
            probabilities.push_back(probability.value_or(0));
        }
    }

    void readDraws(std::string_view value) {
        const auto draws = wholeNumber(value);
        if (!draws) {
            errors_.push_back(usageError("--draws takes a whole number"));
            return;
        }
        const int nearest = nearestDraws(static_cast<double>(*draws));
        if (*draws != nearest) {
            const bool inside = *draws >= kMinDraws && *draws <= kMaxDraws;
            errors_.push_back({inside ? ErrorCode::notPowerOfTwo : ErrorCode::outOfRange, "/draws",
                               "draws must be a power of two from " + std::to_string(kMinDraws) +
                                   " to " + std::to_string(kMaxDraws) + "; the nearest is " +
                                   std::to_string(nearest)});
            return;
        }
        arguments_.draws = nearest;
    }

    void readSeed(std::string_view value) {
        const auto seed = wholeNumber(value);
        if (!seed) {
            errors_.push_back(usageError("--seed takes a whole number"));
            return;
        }
        if (*seed < 0 || *seed > kMaxSeed) {
            errors_.push_back(
                {ErrorCode::outOfRange, "/seed",
                 "seed must be a whole number from 0 to " + std::to_string(kMaxSeed)});
            return;
        }
        arguments_.seed = static_cast<std::uint64_t>(*seed);
    }

    void readThreads(std::string_view value) {
        const auto threads = wholeNumber(value);
        if (!threads || *threads < 1 || *threads > kMaxThreads) {
            errors_.push_back(usageError("--threads takes a whole number from 1 to " +
                                         std::to_string(kMaxThreads)));
            return;
        }
        arguments_.threads = static_cast<int>(*threads);
    }

    void readFormat(std::string_view value) {
        const bool csvOnly = command_.command == Command::samples;
        const bool csvToo = csvOnly || command_.command == Command::run;
        if (value == "json" && !csvOnly) {
            arguments_.format = Format::json;
        } else if (value == "csv" && csvToo) {
            arguments_.format = Format::csv;
        } else {
            errors_.push_back(usageError(std::string(command_.name) + " writes " +
                                         (csvOnly  ? "csv"
                                          : csvToo ? "json or csv"
                                                   : "json")));
        }
    }

    const CommandInfo &command_;
    Arguments &arguments_;
    Errors &errors_;
    /// Of "--set", each with its symbol.
    std::vector<std::string> given_;
    nlohmann::ordered_json analysis_ = nlohmann::ordered_json::object();
};

} // namespace

Result<Arguments> parseArguments(std::span<const char *const> words) {
    const std::string_view name = words.empty() ? "--help" : words.front();
    const auto found = std::ranges::find_if(kCommands, [&](const CommandInfo &info) {
        return info.name == name || (asksForHelp(name) && info.command == Command::help);
    });
    if (found == kCommands.end()) {
        return usageError("there is no command \"" + std::string(name) +
                          "\"; the commands are run, evaluate, sensitivity, goal, compare, "
                          "hindcast, validate and samples");
    }
    Arguments arguments;
    if (std::ranges::any_of(words, asksForHelp)) {
        return arguments;
    }
    arguments.command = found->command;
    arguments.format = found->format;
    Errors errors;
    OptionReader reader(*found, arguments, errors);
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (!word.starts_with("--")) {
            const std::size_t most = arguments.command == Command::compare ? kMostCompared : 1;
            if (arguments.files.size() == most) {
                errors.push_back(usageError("\"" + std::string(word) + "\" is one file too many"));
            }
            arguments.files.emplace_back(word);
        } else if (const std::size_t equals = word.find('='); equals != std::string_view::npos) {
            reader.read(word.substr(0, equals), word.substr(equals + 1));
        } else if (i + 1 < words.size()) {
            reader.read(word, words[++i]);
        } else {
            reader.readLast(word);
        }
    }
    reader.finish();
    if (arguments.command == Command::validate && arguments.files.empty()) {
        errors.push_back(usageError("validate needs a file, or - for standard input"));
    }
    if (arguments.command == Command::compare && arguments.files.size() < 2) {
        errors.push_back(usageError("compare needs two to four scenarios"));
    }
    if (std::ranges::count(arguments.files, "-") + (arguments.pack == "-" ? 1 : 0) > 1) {
        errors.push_back(usageError("standard input can be read only once"));
    }
    if (!errors.empty()) {
        return errors;
    }
    return arguments;
}

std::string_view usageText() {
    return "How much more could a country earn from exports if more sellers were onboarded to\n"
           "e-commerce platforms?\n"
           "\n"
           "  export-potential run      [SCENARIO|-] [--pack FILE] [--draws N] [--seed N]\n"
           "                            [--threads N] [--format json|csv]\n"
           "  export-potential evaluate [SCENARIO|-] [--pack FILE]\n"
           "                            [--set SYMBOL[.ELEMENT]=VALUE ...]\n"
           "  export-potential sensitivity [SCENARIO|-] [--pack FILE] [--draws N] [--seed N]\n"
           "                            [--output NAME] [--year FY]\n"
           "                            [--method sobol|shapley|tornado|evppi] [--threshold N]\n"
           "                            [--threads N]\n"
           "  export-potential goal     [SCENARIO|-] --target N [--pack FILE] [--draws N]\n"
           "                            [--seed N] [--output NAME] [--year FY]\n"
           "                            [--probability 0.5,0.8] [--threads N]\n"
           "  export-potential compare  SCENARIO SCENARIO [...] [--pack FILE] [--draws N]\n"
           "                            [--seed N] [--outputs NAME,NAME] [--threads N]\n"
           "  export-potential hindcast [PROGRAMME] [--pack FILE] [--draws N] [--seed N]\n"
           "                            [--threads N]\n"
           "  export-potential samples  [SCENARIO|-] [--pack FILE] [--draws N] [--seed N]\n"
           "                            [--threads N] [--format csv]\n"
           "  export-potential validate FILE|- [--pack FILE]\n"
           "  export-potential --version\n"
           "\n"
           "run       the range of answers: means and quantiles of every output and year\n"
           "evaluate  one evaluation with every parameter at its median unless set\n"
           "sensitivity  which assumptions matter most for an output in a year\n"
           "goal      how many registrations bring an output to a target, in the output's unit\n"
           "compare   scenarios against the first of them, in the same futures\n"
           "hindcast  how the priors would have done for a programme of the past, a name or a "
           "file,\n"
           "          against what it reported; every programme there is where none is named\n"
           "samples   every draw with its inputs and outputs, one line each\n"
           "validate  checks a scenario, a country pack or a programme of the past\n"
           "\n"
           "Without a scenario the pack's defaults are used; - reads standard input. Without\n"
           "--pack the pack that the scenario names is taken from the folder in\n"
           "EXPORT_POTENTIAL_PACKS, or from the one this program was built with; programmes are\n"
           "taken from the folder hindcasts beside it. --draws takes a power of two from 256 to\n"
           "1048576; sensitivity uses 8192 at most, goal and compare 16384. run keeps every draw\n"
           "in memory, 5 kB each: 5 GB for 1048576. Unless given, --method is sobol, --output\n"
           "and --outputs exportsAdditional, --year the last of the plan or of the run, the\n"
           "earlier of the two, --probability 0.5,0.8 and --threshold, which evppi alone has, the\n"
           "output's median.\n"
           "Exit status: 0 success, 1 fault or no memory, 2 bad usage or input, 130 interrupted.\n";
}

} // namespace export_potential::cli
