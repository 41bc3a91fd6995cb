#pragma once

#include "export_potential/analysis.hpp"
#include "export_potential/analysis_request.hpp"
#include "export_potential/pack.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace export_potential::bindings {

/// What one instance of the module of analyses holds: a pack and one analysis. Texts go in and come
/// out as JSON; a text with faults gives errorsJson.
class AnalysisSession {
public:
    /// Reads a pack and forgets all that belonged to another. "" or the faults.
    std::string open(std::string_view packText);

    /// Makes an analysis (parseAnalysisRequest) the one to be computed. "" or the faults. Needs an
    /// open pack.
    std::string prepare(AnalysisKind kind, std::string_view scenarioText,
                        std::string_view optionsText);

    /// Makes the prepared analysis ready for its first piece. False when memory does not suffice.
    bool start();

    /// Does the next piece of the started analysis; false once there is none left.
    bool advance() { return analysis_->advance(); }

    /// Part of the analysis that is done, 0 to 1.
    double progress() const { return analysis_->progress(); }

    /// The result of the analysis as JSON, once no piece is left.
    std::string result() const { return analysis_->result(); }

    /// Forgets the analysis, done or not.
    void drop() { analysis_.reset(); }

private:
    std::optional<Pack> pack_;
    std::optional<AnalysisRequest> request_;
    std::unique_ptr<Analysis> analysis_;
};

} // namespace export_potential::bindings
