#pragma once

#include "arguments.hpp"
#include "export_potential/error.hpp"
#include "export_potential/pack.hpp"
#include "export_potential/scenario.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace export_potential::cli {

/// The files of a folder whose names end in .json, in the order of their names; none where it
/// cannot be read.
std::vector<std::filesystem::path> jsonFilesIn(const std::filesystem::path &folder);

/// The names of files without their endings, with commas between them.
std::string namesOf(const std::vector<std::filesystem::path> &files);

/// The text of a file, or of standard input for "-"; of a longer one than the library accepts only
/// as much as shows that.
Result<std::string> readText(const std::string &path);

/// Where packs are looked for: the folder in EXPORT_POTENTIAL_PACKS, or the one this program was
/// built with.
std::string packFolder();

/// A pack and a scenario, read and checked against each other.
struct Question {
    Pack pack;
    Scenario scenario;
};

/// Reads what the arguments name. Faults of the pack carry its own paths; the message names the
/// file.
Result<Question> readQuestion(const Arguments &arguments);

/// A pack and the scenarios to compare, of which the first has the arguments' draws and seed.
struct ComparisonInput {
    Pack pack;
    std::vector<Scenario> scenarios;
};

/// Reads what the arguments name. Faults of a scenario carry its own paths, their message names its
/// file.
Result<ComparisonInput> readComparison(const Arguments &arguments);

/// Reads the pack that the arguments or the scenario's text name.
Result<Pack> readPack(const Arguments &arguments, const std::string &scenarioText);

/// What a file may hold.
enum class Document { scenario, pack, hindcast };

/// What a JSON text looks like. A scenario and a programme of the past name their pack, and only
/// the latter has what was reported; anything else counts as a scenario.
Document documentOf(const std::string &text);

} // namespace export_potential::cli
