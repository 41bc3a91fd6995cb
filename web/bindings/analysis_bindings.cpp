// The surface that web/engine/analysis_module.ts describes to TypeScript: texts, numbers and one
// typed array.

#include "analysis_session.hpp"

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <string>
#include <vector>

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

std::string prepareSamples(const std::string &scenarioText) {
    return session.prepareSamples(scenarioText);
}

int sampleDraws() {
    return session.sampleDraws();
}

std::string samplesHeader() {
    return session.samplesHeader();
}

/// A copy, which no growth of the memory detaches.
emscripten::val samples(unsigned first, unsigned count) {
    const std::vector<double> values = session.samples(first, count);
    return emscripten::val(emscripten::typed_memory_view(values.size(), values.data()))
        .call<emscripten::val>("slice");
}

void dropSamples() {
    session.dropSamples();
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
    emscripten::function("prepareSamples", &prepareSamples);
    emscripten::function("sampleDraws", &sampleDraws);
    emscripten::function("samplesHeader", &samplesHeader);
    emscripten::function("samples", &samples);
    emscripten::function("dropSamples", &dropSamples);
}

} // namespace export_potential::bindings
