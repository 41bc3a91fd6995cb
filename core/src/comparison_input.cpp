#include "export_potential/comparison.hpp"
#include "scenario_reader.hpp"

#include <string>
#include <utility>

namespace export_potential {

Result<std::vector<Scenario>> comparable(std::vector<Scenario> scenarios) {
    if (commonYears(scenarios).empty()) {
        return Error{ErrorCode::conflict, "", "the scenarios must report a year in common"};
    }
    return scenarios;
}

Result<std::vector<Scenario>> parseScenarios(std::string_view text, const Pack &pack) {
    ErrorList errors;
    JsonDocument document;
    if (!document.parse(text, errors)) {
        return errors.take();
    }
    const JsonValue list(document, errors);
    std::vector<Scenario> scenarios;
    if (list.expect(JsonKind::array)) {
        if (list.size() < 2 || list.size() > kMostCompared) {
            list.fail(ErrorCode::wrongLength, "must hold 2 to " + std::to_string(kMostCompared) +
                                                  " scenarios, not " + std::to_string(list.size()));
        }
        for (JsonValue child = list.firstChild(); child; child = child.next()) {
            scenarios.push_back(readScenario(child, pack));
        }
    }
    if (!errors.empty()) {
        return errors.take();
    }
    return comparable(std::move(scenarios));
}

} // namespace export_potential
