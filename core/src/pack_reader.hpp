#pragma once

#include "export_potential/pack.hpp"
#include "json_reader.hpp"
#include "pack_provenance.hpp"

namespace export_potential {

// The parts of a pack. Each reads one member of the document into the pack, given the pack's
// sources, and relies on the sets, which come first. A set that could not be read stays empty.

/// Reads "sectors", "channels", "markets", "tiers" and "pool".
void readSets(ObjectReader &root, const Sources &sources, Pack &pack);

/// Reads the state of the country in the base year and its history.
void readBaseline(JsonValue value, const Sources &sources, Pack &pack);

/// Reads one parameter for each symbol of the model.
void readParameters(JsonValue value, const Sources &sources, Pack &pack);

/// Reads the rank correlations of the parameters, which come before. Absent: none.
void readCorrelations(JsonValue value, const Sources &sources, Pack &pack);

/// Reads the readings of the evidence, after the parameters. Absent: none.
void readReadings(JsonValue value, const Sources &sources, Pack &pack);

/// Years that a pack may speak of.
inline constexpr Range kYears = {1990, 2100};

/// Amounts of money in US$, large enough for the world's trade.
inline constexpr Range kDollars = {0, 1e14};
inline constexpr Range kPositiveDollars = {0, 1e14, true};

} // namespace export_potential
