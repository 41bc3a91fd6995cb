#include "arguments.hpp"
#include "exhaustion.hpp"
#include "export_potential/analysis_request.hpp"
#include "export_potential/result.hpp"
#include "export_potential/simulation.hpp"
#include "export_potential/utf8.hpp"
#include "hindcast.hpp"
#include "input.hpp"
#include "progress.hpp"

#include <algorithm>
#include <cstdio>
#include <future>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

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

/// One line of UTF-8 whatever keys and file names hold: control characters, and bytes that are no
/// UTF-8, show as "?".
std::string oneLine(std::string_view text) {
    std::string line;
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        const bool control = text[0] >= 0 && (text[0] < ' ' || text[0] == '\x7f');
        if (length == 0 || control) {
            line += '?';
            text.remove_prefix(1);
        } else {
            line += text.substr(0, length);
            text.remove_prefix(length);
        }
    }
    return line;
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
    catchInterrupts();
    const Simulation simulation(question.value().pack, question.value().scenario);
    const auto draws = static_cast<std::size_t>(simulation.scenario().draws);
    ExecutionContext context;
    std::string text;
    {
        const Progress progress(context, draws);
        Draws results(0, 0, 0);
        results.reshape(simulation.columns().size(), 0, draws);
        if (simulation.run(results, threadCount(arguments), &context)) {
            text = arguments.format == Format::csv ? runResultCsv(simulation, results)
                                                   : runResultJson(simulation, results) + '\n';
        }
    }
    if (context.cancelled()) {
        return kInterrupted;
    }
    return put(text) ? kSuccess : kInternalFault;
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

/// Computes an analysis until it is done or interrupted.
int finish(const Result<AnalysisRequest> &request, const Pack &pack, const Arguments &arguments) {
    if (!request) {
        return fail(request.errors(), arguments.format);
    }
    catchInterrupts();
    constexpr std::size_t kParts = 1000;
    ExecutionContext context;
    std::string result;
    {
        const Progress progress(context, kParts, Progress::Unit::parts);
        const auto analysis = makeAnalysis(pack, request.value(), threadCount(arguments));
        bool more = true;
        while (more && !context.cancelled()) {
            more = analysis->advance();
            const auto done = static_cast<std::size_t>(analysis->progress() * kParts);
            context.addDone(done - std::min(done, context.done()));
        }
        if (!context.cancelled()) {
            result = analysis->result();
        }
    }
    return context.cancelled() ? kInterrupted : putLine(std::move(result));
}

int analyse(const Arguments &arguments) {
    const Result<Question> read = readQuestion(arguments);
    if (!read) {
        return fail(read.errors(), arguments.format);
    }
    const Question &question = read.value();
    const auto kind =
        arguments.command == Command::goal ? AnalysisKind::goal : AnalysisKind::sensitivity;
    return finish(parseAnalysisRequest(kind, std::vector{question.scenario}, arguments.options),
                  question.pack, arguments);
}

int compare(const Arguments &arguments) {
    const Result<ComparisonInput> read = readComparison(arguments);
    if (!read) {
        return fail(read.errors(), arguments.format);
    }
    return finish(
        parseAnalysisRequest(AnalysisKind::comparison, read.value().scenarios, arguments.options),
        read.value().pack, arguments);
}

int hindcast(const Arguments &arguments) {
    Result<std::vector<HindcastQuestion>> questions = readHindcasts(arguments);
    if (!questions) {
        return fail(questions.errors(), arguments.format);
    }
    catchInterrupts();
    ExecutionContext context;
    std::optional<std::string> result;
    {
        const Progress progress(context, drawsOf(questions.value()));
        result = hindcastResult(std::move(questions.value()), threadCount(arguments), context);
    }
    return result ? putLine(std::move(*result)) : kInterrupted;
}

/// Streams every draw: a part of the lines for each thread, one after the other in their order, so
/// that memory does not grow with the number of draws.
int samples(const Arguments &arguments) {
    constexpr std::size_t kRowsAtOnce = 1024;
    const Result<Question> question = readQuestion(arguments);
    if (!question) {
        return fail(question.errors(), arguments.format);
    }
    catchInterrupts();
    const Simulation simulation(question.value().pack, question.value().scenario);
    const auto draws = static_cast<std::size_t>(simulation.scenario().draws);
    ExecutionContext context;
    const Progress progress(context, draws);
    if (!put(samplesCsvHeader(simulation))) {
        return kInternalFault;
    }
    const auto linesFrom = [&](std::size_t first) {
        const std::size_t count = std::min(kRowsAtOnce, draws - first);
        const Draws inputs = simulation.sample(first, count);
        Draws results(simulation.columns().size(), first, count);
        simulation.evaluate(inputs, first, count, results, &context);
        return context.cancelled() ? std::string() : samplesCsvRows(simulation, inputs, results);
    };
    const auto parts = static_cast<std::size_t>(threadCount(arguments));
    for (std::size_t first = 0; first < draws; first += parts * kRowsAtOnce) {
        std::vector<std::future<std::string>> texts;
        for (std::size_t at = first; at < std::min(draws, first + parts * kRowsAtOnce);
             at += kRowsAtOnce) {
            texts.push_back(std::async(std::launch::async, linesFrom, at));
        }
        for (std::future<std::string> &text : texts) {
            const std::string lines = text.get();
            if (context.cancelled()) {
                return kInterrupted;
            }
            if (!put(lines)) {
                return kInternalFault;
            }
        }
    }
    return kSuccess;
}

int validate(const Arguments &arguments) {
    const Result<std::string> text = readText(arguments.files.front());
    if (!text) {
        return fail(text.errors(), arguments.format);
    }
    const auto told = [&](const auto &read, std::string_view what) {
        return read ? putLine(R"({"valid":")" + std::string(what) + "\"}")
                    : fail(read.errors(), arguments.format);
    };
    const Document document = documentOf(text.value());
    if (document == Document::pack) {
        return told(parsePack(text.value()), "pack");
    }
    const Result<Pack> pack = readPack(arguments, text.value());
    if (!pack) {
        return fail(pack.errors(), arguments.format);
    }
    return document == Document::hindcast
               ? told(parseHindcast(text.value(), pack.value()), "hindcast")
               : told(parseScenario(text.value(), pack.value()), "scenario");
}

int main(std::span<const char *const> words) {
    ignoreClosedReaders();
    endWhenExhausted();
    const Result<Arguments> arguments = parseArguments(words);
    if (!arguments) {
        const bool csv = std::ranges::any_of(words, [](std::string_view word) {
            return word == "csv" || word == "--format=csv" || word == "samples";
        });
        return fail(arguments.errors(), csv ? Format::csv : Format::json);
    }
    switch (arguments.value().command) {
    case Command::run:
        return run(arguments.value());
    case Command::evaluate:
        return evaluate(arguments.value());
    case Command::sensitivity:
    case Command::goal:
        return analyse(arguments.value());
    case Command::compare:
        return compare(arguments.value());
    case Command::hindcast:
        return hindcast(arguments.value());
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
