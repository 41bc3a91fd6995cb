#pragma once

#include "export_potential/pack.hpp"
#include "export_potential/scenario.hpp"
#include "json_reader.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
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

/// Reads a scenario. Once a fault has been reported the scenario means nothing.
Scenario readScenario(JsonValue value, const Pack &pack);

/// Reads "seed", "draws", "startYear" and "horizon" over the values that the scenario holds
/// already. Gives the last year, or the latest possible one when a fault leaves it open.
int readRun(ObjectReader &reader, const Pack &pack, bool allRequired, Scenario &scenario);

/// Reads the keys of an onboarding object over the values that it holds already.
void readOnboarding(ObjectReader &reader, const Pack &pack, bool allRequired,
                    Onboarding &onboarding);

/// Reads a list of measures, none of which acts after lastYear.
std::vector<Measure> readMeasures(JsonValue value, const Pack &pack, int lastYear);

/// Reads a list of closures, none of which goes on after lastYear; none where the value is absent.
std::vector<Closure> readClosures(JsonValue value, const Pack &pack, int lastYear);

/// Values that the pack allows for a parameter, where it could be read, and the model otherwise.
Range parameterRange(const Pack &pack, Symbol symbol);

/// Whether every value of the parameter could be read; always so in a pack that is complete.
bool isReadable(const Pack &pack, Symbol symbol);

/// What "w" or "w.b2c" names.
struct QualifiedName {
    Symbol symbol;
    std::optional<std::size_t> element; ///< none: the whole parameter
};

/// What is said of a name that refers to nothing; "name" stands before it.
struct NameFault {
    std::string text;
};

/// The parameter or element of this name. Of a parameter that could not be read any element is
/// taken for the whole, so that nothing is said of it twice.
std::variant<QualifiedName, NameFault> resolveName(std::string_view name, const Pack &pack);

/// Reads distributions by symbol or symbol.element, inside the pack's ranges: whole symbols first,
/// so that applied in order the more specific holds.
std::vector<Assumption> readAssumptions(JsonValue value, const Pack &pack);

} // namespace export_potential
