#pragma once

#include "export_potential/analysis.hpp"
#include "export_potential/analysis_request.hpp"
#include "export_potential/pack.hpp"
#include "export_potential/simulation.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

    /// Makes a scenario the one whose draws are handed out. "" or the faults. Needs an open pack.
    std::string prepareSamples(std::string_view scenarioText);

    /// Draws of the prepared scenario.
    int sampleDraws() const { return samples_->scenario().draws; }

    /// The columns of its samples as samplesCsvHeader names them.
    std::string samplesHeader() const;

    /// All columns but the first of them for draws [first, first + count), one column after the
    /// other.
    std::vector<double> samples(std::uint64_t first, std::size_t count) const;

    /// Forgets the prepared samples.
    void dropSamples() { samples_.reset(); }

private:
    std::optional<Pack> pack_;
    std::optional<AnalysisRequest> request_;
    std::unique_ptr<Analysis> analysis_;
    std::optional<Simulation> samples_;
};

} // namespace export_potential::bindings
