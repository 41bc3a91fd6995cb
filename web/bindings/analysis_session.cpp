#include "analysis_session.hpp"

#include "memory.hpp"

#include "export_potential/result.hpp"

#include <numeric>
#include <utility>

namespace export_potential::bindings {

std::string AnalysisSession::open(std::string_view packText) {
    Result<Pack> pack = parsePack(packText);
    if (!pack)
        return errorsJson(pack.errors());
    request_.reset();
    analysis_.reset();
    samples_.reset();
    pack_ = std::move(pack.value());
    return "";
}

std::string AnalysisSession::prepare(AnalysisKind kind, std::string_view scenarioText,
                                     std::string_view optionsText) {
    Result<AnalysisRequest> request = parseAnalysisRequest(kind, scenarioText, optionsText, *pack_);
    if (!request)
        return errorsJson(request.errors());
    analysis_.reset();
    request_ = std::move(request.value());
    return "";
}

bool AnalysisSession::start() {
    if (!available(analysisBytes(*pack_, *request_) + kHeadroom))
        return false;
    analysis_ = makeAnalysis(*pack_, *request_);
    return true;
}

std::string AnalysisSession::prepareSamples(std::string_view scenarioText) {
    Result<Scenario> scenario = parseScenario(scenarioText, *pack_);
    if (!scenario)
        return errorsJson(scenario.errors());
    samples_.emplace(*pack_, scenario.value());
    return "";
}

std::string AnalysisSession::samplesHeader() const {
    return samplesCsvHeader(*samples_);
}

std::vector<double> AnalysisSession::samples(std::uint64_t first, std::size_t count) const {
    // The outputs are the first columns of the results, in the order of the header.
    std::vector<std::size_t> wanted(kOutputCount * samples_->years().size());
    std::iota(wanted.begin(), wanted.end(), std::size_t{0});
    const Draws inputs = samples_->sample(first, count);
    Draws outputs(wanted.size(), first, count);
    samples_->evaluateColumns(inputs, first, count, wanted, outputs);
    std::vector<double> values = inputs.rows(first, count);
    const std::vector<double> results = outputs.rows(first, count);
    values.insert(values.end(), results.begin(), results.end());
    return values;
}

} // namespace export_potential::bindings
