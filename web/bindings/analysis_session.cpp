#include "analysis_session.hpp"

#include "memory.hpp"

#include "export_potential/result.hpp"

#include <utility>

namespace export_potential::bindings {

std::string AnalysisSession::open(std::string_view packText) {
    Result<Pack> pack = parsePack(packText);
    if (!pack)
        return errorsJson(pack.errors());
    request_.reset();
    analysis_.reset();
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

} // namespace export_potential::bindings
