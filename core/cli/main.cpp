#include "arguments.hpp"
#include "export_potential/analysis.hpp"
#include "export_potential/result.hpp"
#include "export_potential/simulation.hpp"
#include "input.hpp"
#include "progress.hpp"

#include <algorithm>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <thread>

namespace export_potential::cli {

namespace {

constexpr int kSuccess = 0;
constexpr int kInternalFault = 1;
constexpr int kBadInput = 2;
constexpr int kInterrupted = 130;

/// Writes to standard output; false, with a word on standard error, if that failed.
bool put(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
        std::fflush(stdout) == 0) {
        return true;
    }
    std::fputs("error: standard output could not be written\n", stderr);
    return false;
}

int putLine(std::string text) {
    text += '\n';
    return put(text) ? kSuccess : kInternalFault;
}

/// One line whatever the input's keys hold: control characters show as "?".
std::string oneLine(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, '?');
    return text;
}

int fail(const Errors &errors, Format format) {
    for (const Error &error : errors) {
        const std::string place = error.path.empty() ? "" : " at " + oneLine(error.path);
        const std::string_view code = errorCodeName(error.code);
        std::fprintf(stderr, "error: %.*s%s: %s\n", static_cast<int>(code.size()), code.data(),
                     place.c_str(), oneLine(error.message).c_str());
    }
    if (format == Format::json) {
        putLine(errorsJson(errors));
    }
    return kBadInput;
}

int threadCount(const Arguments &arguments) {
    return arguments.threads > 0
               ? arguments.threads
               : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

int run(const Arguments &arguments) {
    const Result<Question> question = readQuestion(arguments);
    if (!question) {
        return fail(question.errors(), arguments.format);
    }
    const Simulation simulation(question.value().pack, question.value().scenario);
    const auto draws = static_cast<std::size_t>(simulation.scenario().draws);
    Draws results(simulation.columns().size(), 0, draws);
    ExecutionContext context;
    {
        const Progress progress(context, draws);
        if (!simulation.run(results, threadCount(arguments), &context)) {
            return kInterrupted;
        }
    }
    if (arguments.format == Format::csv) {
        return put(runResultCsv(simulation, results)) ? kSuccess : kInternalFault;
    }
    return putLine(runResultJson(simulation, results));
}

int evaluate(const Arguments &arguments) {
    const Result<Question> question = readQuestion(arguments);
    if (!question) {
        return fail(question.errors(), arguments.format);
    }
    const Simulation simulation(question.value().pack, question.value().scenario);
    const Draws inputs = simulation.centralInputs();
    Draws results(simulation.columns().size(), 0, 1);
    simulation.evaluate(inputs, 0, 1, results);
    return putLine(evaluateResultJson(simulation, results));
}

/// Goes on with an analysis until it is done or interrupted.
int finish(Analysis &analysis) {
    constexpr std::size_t kParts = 1000;
    ExecutionContext context;
    {
        const Progress progress(context, kParts);
        bool more = true;
        while (more && !context.cancelled()) {
            more = analysis.advance();
            const auto done = static_cast<std::size_t>(analysis.progress() * kParts);
            context.addDone(done - std::min(done, context.done()));
        }
    }
    return context.cancelled() ? kInterrupted : putLine(analysis.result());
}

int analyse(const Arguments &arguments) {
    const Result<Question> read = readQuestion(arguments);
    if (!read) {
        return fail(read.errors(), arguments.format);
    }
    const Question &question = read.value();
    const Result<Focus> focus = makeFocus(question.scenario, arguments.output, arguments.year);
    if (!focus) {
        return fail(focus.errors(), arguments.format);
    }
    return finish(*(
        arguments.command == Command::goal
            ? makeGoalAnalysis(question.pack, question.scenario, focus.value(), *arguments.target,
                               arguments.probabilities, threadCount(arguments))
            : makeSensitivityAnalysis(arguments.method, question.pack, question.scenario,
                                      focus.value(), arguments.threshold, threadCount(arguments))));
}

int samples(const Arguments &arguments) {
    constexpr std::size_t kRowsAtOnce = 1024;
    const Result<Question> question = readQuestion(arguments);
    if (!question) {
        return fail(question.errors(), arguments.format);
    }
    const Simulation simulation(question.value().pack, question.value().scenario);
    const auto draws = static_cast<std::size_t>(simulation.scenario().draws);
    ExecutionContext context;
    const Progress progress(context, draws);
    if (!put(samplesCsvHeader(simulation))) {
        return kInternalFault;
    }
    for (std::size_t first = 0; first < draws; first += kRowsAtOnce) {
        const std::size_t count = std::min(kRowsAtOnce, draws - first);
        Draws results(simulation.columns().size(), first, count);
        if (!simulation.run(results, threadCount(arguments), &context)) {
            return kInterrupted;
        }
        if (!put(samplesCsvRows(simulation, simulation.sample(first, count), results))) {
            return kInternalFault;
        }
    }
    return kSuccess;
}

int validate(const Arguments &arguments) {
    const Result<std::string> text = readText(*arguments.file);
    if (!text) {
        return fail(text.errors(), arguments.format);
    }
    if (looksLikePack(text.value())) {
        const Result<Pack> pack = parsePack(text.value());
        return pack ? putLine(R"({"valid":"pack"})") : fail(pack.errors(), arguments.format);
    }
    const Result<Pack> pack = readPack(arguments, text.value());
    if (!pack) {
        return fail(pack.errors(), arguments.format);
    }
    const Result<Scenario> scenario = parseScenario(text.value(), pack.value());
    return scenario ? putLine(R"({"valid":"scenario"})")
                    : fail(scenario.errors(), arguments.format);
}

int main(std::span<const char *const> words) {
    const Result<Arguments> arguments = parseArguments(words);
    if (!arguments) {
        const bool csv = std::ranges::any_of(words, [](std::string_view word) {
            return word == "csv" || word == "--format=csv" || word == "samples";
        });
        return fail(arguments.errors(), csv ? Format::csv : Format::json);
    }
    catchInterrupts();
    switch (arguments.value().command) {
    case Command::run:
        return run(arguments.value());
    case Command::evaluate:
        return evaluate(arguments.value());
    case Command::sensitivity:
    case Command::goal:
        return analyse(arguments.value());
    case Command::samples:
        return samples(arguments.value());
    case Command::validate:
        return validate(arguments.value());
    case Command::version:
        return putLine("export-potential, model " + std::string(modelVersion()));
    case Command::help:
        break;
    }
    return put(usageText()) ? kSuccess : kInternalFault;
}

} // namespace

} // namespace export_potential::cli

int main(int argc, char **argv) {
    return export_potential::cli::main(
        std::span<const char *const>(argv, static_cast<std::size_t>(argc)).subspan(1));
}
