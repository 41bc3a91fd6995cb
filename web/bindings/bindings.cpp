// The surface that web/engine/module.ts describes to TypeScript: texts, numbers and one typed array
// a call. A memory view never outlives the call that made it: growth of the memory detaches it.

#include "session.hpp"

#include "export_potential/result.hpp"

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace export_potential::bindings {
namespace {

using emscripten::val;

Session session;

val viewOf(std::span<double> values) {
    return val(emscripten::typed_memory_view(values.size(), values.data()));
}

std::string version() {
    return std::string(modelVersion());
}

unsigned blockSize() {
    return InputCache::kBlock;
}

std::string openSession(const std::string &packText) {
    return session.open(packText);
}

std::string prepare(const std::string &scenarioText) {
    return session.prepare(scenarioText, Extent::all);
}

std::string prepareHeadline(const std::string &scenarioText) {
    return session.prepare(scenarioText, Extent::headline);
}

void chooseGroup(unsigned group) {
    session.choose(group);
}

bool reserve() {
    return session.reserve();
}

void simulate(unsigned first, unsigned count) {
    session.simulate(first, count);
}

val computeColumns(unsigned first, unsigned count) {
    Draws part = session.compute(first, count);
    const std::span<double> values(part.column(0).data(), part.columns() * part.count());
    return viewOf(values).call<val>("slice");
}

void importColumns(unsigned first, unsigned count, val columns) {
    std::vector<double> values(session.columns() * count);
    viewOf(values).call<void>("set", columns);
    session.import(first, count, values);
}

bool summarise() {
    return session.summarise();
}

std::string result() {
    return session.result();
}

std::string evaluate(const std::string &scenarioText) {
    return session.evaluate(scenarioText);
}

} // namespace

EMSCRIPTEN_BINDINGS(export_potential) {
    emscripten::function("modelVersion", &version);
    emscripten::function("blockSize", &blockSize);
    emscripten::function("openSession", &openSession);
    emscripten::function("prepare", &prepare);
    emscripten::function("prepareHeadline", &prepareHeadline);
    emscripten::function("chooseGroup", &chooseGroup);
    emscripten::function("reserve", &reserve);
    emscripten::function("simulate", &simulate);
    emscripten::function("computeColumns", &computeColumns);
    emscripten::function("importColumns", &importColumns);
    emscripten::function("summarise", &summarise);
    emscripten::function("result", &result);
    emscripten::function("evaluate", &evaluate);
}

} // namespace export_potential::bindings
