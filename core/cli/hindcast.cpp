#include "hindcast.hpp"

#include "input.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace export_potential::cli {

namespace {

namespace fs = std::filesystem;

Error noSuchProgramme(const std::string &name, const fs::path &folder,
                      const std::vector<fs::path> &programmes) {
    const std::string known = namesOf(programmes);
    return {ErrorCode::usage, "",
            (name.empty() ? "there is no programme"
                          : "\"" + name + "\" is neither a programme nor a file; there is " +
                                (known.empty() ? "none" : known)) +
                " in " + folder.lexically_normal().string()};
}

Result<HindcastQuestion> readProgramme(const std::string &path, const Arguments &arguments) {
    const Result<std::string> text = readText(path);
    if (!text) {
        return text.errors();
    }
    Result<Pack> priors = readPack(arguments, text.value());
    if (!priors) {
        return priors.errors();
    }
    Result<Hindcast> hindcast = parseHindcast(text.value(), priors.value());
    if (!hindcast) {
        Errors errors = hindcast.errors();
        for (Error &error : errors) {
            error.message += " (in " + path + ")";
        }
        return errors;
    }
    const int draws = arguments.draws.value_or(priors.value().draws);
    const std::uint64_t seed =
        arguments.seed.value_or(static_cast<std::uint64_t>(priors.value().seed));
    return HindcastQuestion{std::move(priors.value()), std::move(hindcast.value()), draws, seed};
}

} // namespace

Result<std::vector<HindcastQuestion>> readHindcasts(const Arguments &arguments) {
    const fs::path folder = fs::path(packFolder()) / ".." / "hindcasts";
    std::vector<fs::path> programmes = jsonFilesIn(folder);
    const std::string name = arguments.files.empty() ? "" : arguments.files.front();
    if (!name.empty()) {
        const auto named = std::ranges::find_if(
            programmes, [&](const fs::path &programme) { return programme.stem() == name; });
        std::error_code fault;
        if (named != programmes.end()) {
            programmes = {fs::path(*named)};
        } else if (name == "-" || fs::exists(name, fault)) {
            programmes = {fs::path(name)};
        } else {
            return noSuchProgramme(name, folder, programmes);
        }
    } else if (programmes.empty()) {
        return noSuchProgramme(name, folder, programmes);
    }
    std::vector<HindcastQuestion> questions;
    Errors errors;
    for (const fs::path &programme : programmes) {
        Result<HindcastQuestion> question = readProgramme(programme.string(), arguments);
        if (question) {
            questions.push_back(std::move(question.value()));
        } else {
            errors.insert(errors.end(), question.errors().begin(), question.errors().end());
        }
    }
    if (!errors.empty()) {
        return errors;
    }
    return questions;
}

std::size_t drawsOf(const std::vector<HindcastQuestion> &questions) {
    std::size_t draws = 0;
    for (const HindcastQuestion &question : questions) {
        draws += static_cast<std::size_t>(question.draws);
    }
    return draws;
}

std::optional<std::string> hindcastResult(std::vector<HindcastQuestion> questions, int threads,
                                          ExecutionContext &context) {
    std::vector<Backtest> backtests;
    for (HindcastQuestion &question : questions) {
        Simulation simulation =
            hindcastSimulation(question.priors, question.hindcast, question.draws, question.seed);
        std::optional<HindcastResult> result =
            runHindcast(simulation, question.hindcast, threads, &context);
        if (!result) {
            return std::nullopt;
        }
        backtests.push_back(
            {std::move(question.hindcast), std::move(simulation), std::move(*result)});
    }
    return hindcastsJson(backtests);
}

} // namespace export_potential::cli
