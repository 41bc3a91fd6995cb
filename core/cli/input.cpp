#include "input.hpp"

#include "export_potential/comparison.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

namespace export_potential::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestText = std::size_t{1} << 20;

Error unreadable(const std::string &path, const char *why) {
    return {ErrorCode::unreadable, "", path + " cannot be read: " + why};
}

/// The value of a text's own "pack" key, as far as it has one; what is wrong with the rest of the
/// text shows when it is read against the pack.
std::string packId(const std::string &text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_object() && json.contains("pack") && json["pack"].is_string()) {
        return json["pack"].get<std::string>();
    }
    return {};
}

std::string stemOf(const fs::path &file) {
    return file.stem().string();
}

} // namespace

std::string namesOf(const std::vector<fs::path> &files) {
    std::string names;
    for (const fs::path &file : files) {
        names += (names.empty() ? "" : ", ") + stemOf(file);
    }
    return names;
}

std::vector<fs::path> jsonFilesIn(const fs::path &folder) {
    std::vector<fs::path> files;
    std::error_code fault;
    for (const fs::directory_entry &entry : fs::directory_iterator(folder, fault)) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

std::string packFolder() {
    const char *folder = std::getenv("EXPORT_POTENTIAL_PACKS");
    return folder != nullptr ? folder : EXPORT_POTENTIAL_PACKS;
}

Result<std::string> readText(const std::string &path) {
    const bool standard = path == "-";
    std::error_code fault;
    if (!standard && fs::is_directory(path, fault)) {
        return unreadable(path, "it is a folder");
    }
    struct Close {
        void operator()(std::FILE *file) const {
            if (file != stdin) {
                std::fclose(file);
            }
        }
    };
    const std::unique_ptr<std::FILE, Close> file(standard ? stdin : std::fopen(path.c_str(), "rb"));
    if (!file) {
        return unreadable(path, std::strerror(errno));
    }
    std::string text(kLongestText + 1, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), file.get()));
    if (std::ferror(file.get()) != 0) {
        return unreadable(standard ? "standard input" : path, std::strerror(errno));
    }
    return text;
}

Result<Pack> readPack(const Arguments &arguments, const std::string &scenarioText) {
    fs::path path;
    if (arguments.pack) {
        path = *arguments.pack;
    } else {
        const std::string folder = packFolder();
        const std::vector<fs::path> packs = jsonFilesIn(folder);
        if (packs.empty()) {
            return unreadable(folder, "it holds no pack; name one with --pack");
        }
        // A text that names none is told so when it is read against the first.
        path = packs.front();
        if (const std::string id = packId(scenarioText); !id.empty()) {
            const auto named = std::ranges::find(packs, id, stemOf);
            if (named == packs.end()) {
                return Error{ErrorCode::unknownName, "/pack",
                             "there is no pack \"" + id + "\" in " + folder + "; it holds " +
                                 namesOf(packs)};
            }
            path = *named;
        }
    }
    const Result<std::string> text = readText(path.string());
    if (!text) {
        return text.errors();
    }
    Result<Pack> pack = parsePack(text.value());
    if (!pack) {
        Errors errors = pack.errors();
        for (Error &error : errors) {
            error.message += " (in " + path.string() + ")";
        }
        return errors;
    }
    return pack;
}

Result<Question> readQuestion(const Arguments &arguments) {
    std::string text;
    const bool given = !arguments.files.empty();
    if (given) {
        Result<std::string> read = readText(arguments.files.front());
        if (!read) {
            return read.errors();
        }
        text = std::move(read.value());
    }
    Result<Pack> pack = readPack(arguments, text);
    if (!pack) {
        return pack.errors();
    }
    if (!given) {
        text = R"({"schema":1,"pack":")" + pack.value().id + "\"}";
    }
    Result<Scenario> read = parseScenario(text, pack.value());
    Errors errors = read.errors();
    std::vector<Assumption> assignments;
    for (const std::string &assignment : arguments.assignments) {
        const Result<Assumption> assumption = parseAssignment(assignment, pack.value());
        if (assumption) {
            assignments.push_back(assumption.value());
        } else {
            errors.insert(errors.end(), assumption.errors().begin(), assumption.errors().end());
        }
    }
    if (!errors.empty()) {
        return errors;
    }
    Scenario &scenario = read.value();
    scenario.assumptions.insert(scenario.assumptions.end(), assignments.begin(), assignments.end());
    scenario.draws = arguments.draws.value_or(scenario.draws);
    scenario.seed = arguments.seed.value_or(scenario.seed);
    return Question{std::move(pack.value()), std::move(scenario)};
}

Result<ComparisonInput> readComparison(const Arguments &arguments) {
    Errors errors;
    std::vector<std::string> texts;
    for (const std::string &file : arguments.files) {
        Result<std::string> read = readText(file);
        if (!read) {
            return read.errors();
        }
        texts.push_back(std::move(read.value()));
    }
    Result<Pack> pack = readPack(arguments, texts.front());
    if (!pack) {
        return pack.errors();
    }
    std::vector<Scenario> read;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Result<Scenario> scenario = parseScenario(texts[i], pack.value());
        if (scenario) {
            read.push_back(std::move(scenario.value()));
            continue;
        }
        for (Error error : scenario.errors()) {
            error.message += " (in " + arguments.files[i] + ")";
            errors.push_back(std::move(error));
        }
    }
    if (!errors.empty()) {
        return errors;
    }
    Result<std::vector<Scenario>> scenarios = comparable(std::move(read));
    if (!scenarios) {
        return scenarios.errors();
    }
    Scenario &first = scenarios.value().front();
    first.draws = arguments.draws.value_or(first.draws);
    first.seed = arguments.seed.value_or(first.seed);
    return ComparisonInput{std::move(pack.value()), std::move(scenarios.value())};
}

Document documentOf(const std::string &text) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return Document::scenario;
    }
    if (!json.contains("pack")) {
        const bool isPack = json.contains("parameters") || json.contains("baseline");
        return isPack ? Document::pack : Document::scenario;
    }
    const bool isReported = json.contains("accounts") || json.contains("grossSales");
    return isReported ? Document::hindcast : Document::scenario;
}

} // namespace export_potential::cli
