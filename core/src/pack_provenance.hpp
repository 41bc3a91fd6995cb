#pragma once

#include "json_reader.hpp"

#include <optional>
#include <string_view>

namespace export_potential {

// Where the numbers of a pack come from. The pack's sources are checked here and forgotten: the
// model has no use for them.

/// Keys of the pack's sources. When they could not be read, nothing that names one is reported.
struct Sources {
    Names keys;
    bool readable = false;
};

/// Lower-case letters, digits and hyphens after a first letter, at most 40 in all.
bool isIdentifier(std::string_view text);

/// Reads an identifier.
std::optional<std::string_view> readIdentifier(JsonValue value);

/// Reads an object of texts by language, English among them.
void readText(JsonValue value);

/// Reads the pack's sources.
Sources readSources(JsonValue value);

/// Reads "sources", "grade", "note" and "date" of the object: how a value is known.
void readProvenance(ObjectReader &reader, const Sources &sources);

/// Reads a figure with unit, label and provenance and gives its value. Leaves further members to
/// the caller.
std::optional<double> readFigure(ObjectReader &reader, const Range &range, const Sources &sources);

/// The same for a figure without further members.
std::optional<double> readFigure(JsonValue value, const Range &range, const Sources &sources);

/// Reports the sources that no list of sources anywhere in the document names.
void reportUnusedSources(JsonValue sources);

} // namespace export_potential
