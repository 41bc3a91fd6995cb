// The surface that web/engine/analysis_module.ts describes to TypeScript: texts and numbers.

#include "analysis_session.hpp"

#include <emscripten/bind.h>

#include <string>

namespace export_potential::bindings {
namespace {

AnalysisSession session;

std::string openSession(const std::string &packText) {
    return session.open(packText);
}

std::string prepareSensitivity(const std::string &scenarioText, const std::string &optionsText) {
    return session.prepare(AnalysisKind::sensitivity, scenarioText, optionsText);
}

std::string prepareGoal(const std::string &scenarioText, const std::string &optionsText) {
    return session.prepare(AnalysisKind::goal, scenarioText, optionsText);
}

std::string prepareComparison(const std::string &scenariosText, const std::string &optionsText) {
    return session.prepare(AnalysisKind::comparison, scenariosText, optionsText);
}

bool startAnalysis() {
    return session.start();
}

bool advanceAnalysis() {
    return session.advance();
}

double analysisProgress() {
    return session.progress();
}

std::string analysisResult() {
    return session.result();
}

void dropAnalysis() {
    session.drop();
}

} // namespace

EMSCRIPTEN_BINDINGS(export_potential_analyses) {
    emscripten::function("openSession", &openSession);
    emscripten::function("prepareSensitivity", &prepareSensitivity);
    emscripten::function("prepareGoal", &prepareGoal);
    emscripten::function("prepareComparison", &prepareComparison);
    emscripten::function("startAnalysis", &startAnalysis);
    emscripten::function("advanceAnalysis", &advanceAnalysis);
    emscripten::function("analysisProgress", &analysisProgress);
    emscripten::function("analysisResult", &analysisResult);
    emscripten::function("dropAnalysis", &dropAnalysis);
}

} // namespace export_potential::bindings
