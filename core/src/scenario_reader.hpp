#pragma once

#include "export_potential/pack.hpp"
#include "export_potential/scenario.hpp"
#include "json_reader.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace export_potential {

// The parts that a scenario and the defaults of a pack have in common. While a pack is being read,
// a set without elements is one that could not be read: nothing that refers to it is reported.

/// Identifiers of a set in the pack's order.
Names setNames(const Pack &pack, IndexKind kind);

/// "sector/channel" of each segment.
Names segmentNames(const Pack &pack);

/// A string that is the identifier of an element: its place in the set.
std::optional<std::size_t> readElement(JsonValue value, const Pack &pack, IndexKind kind);

/// The years from the one after the base year to lastYear; any year while the base year is unknown.
Range futureYears(const Pack &pack, int lastYear);

/// Reads "seed", "draws", "startYear" and "horizon" over the values that the scenario holds
/// already. Gives the last year, or the latest possible one when a fault leaves it open.
int readRun(ObjectReader &reader, const Pack &pack, bool allRequired, Scenario &scenario);

/// Reads the keys of an onboarding object over the values that it holds already.
void readOnboarding(ObjectReader &reader, const Pack &pack, bool allRequired,
                    Onboarding &onboarding);

/// Reads a list of measures, none of which acts after lastYear.
std::vector<Measure> readMeasures(JsonValue value, const Pack &pack, int lastYear);

/// Values that the pack allows for a parameter, where it could be read, and the model otherwise.
Range parameterRange(const Pack &pack, Symbol symbol);

} // namespace export_potential
