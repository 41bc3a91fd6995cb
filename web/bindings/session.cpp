#include "session.hpp"

#include "export_potential/result.hpp"

#include <cstdlib>
#include <limits>
#include <utility>

namespace export_potential::bindings {
namespace {

/// What a run needs beside its store, or an analysis beside its tables, bytes.
constexpr std::uint64_t kHeadroom = std::uint64_t{32} << 20;

bool available(std::uint64_t bytes) {
    if (bytes > static_cast<std::uint64_t>(std::numeric_limits<std::ptrdiff_t>::max()))
        return false;
    // Without exceptions a failed `new` ends the program, so ask first; volatile, because compilers
    // drop an allocation that nobody looks at.
    void *volatile probe = std::malloc(static_cast<std::size_t>(bytes));
    const bool granted = probe != nullptr;
    std::free(probe);
    return granted;
}

} // namespace

std::string Session::open(std::string_view packText) {
    Result<Pack> pack = parsePack(packText);
    if (!pack)
        return errorsJson(pack.errors());
    store_.reset();
    simulation_.reset();
    scenario_.reset();
    cache_ = InputCache();
    request_.reset();
    analysis_.reset();
    pack_ = std::move(pack.value());
    return "";
}

std::string Session::prepare(std::string_view scenarioText) {
    Result<Scenario> scenario = parseScenario(scenarioText, *pack_);
    if (!scenario)
        return errorsJson(scenario.errors());
    simulation_.reset();
    scenario_ = std::move(scenario.value());
    simulation_.emplace(*pack_, *scenario_);
    cache_.follow(*simulation_);

    std::string shape = "{\"draws\":" + std::to_string(scenario_->draws) +
                        ",\"columns\":" + std::to_string(columns()) + ",\"years\":[";
    for (const int year : simulation_->years()) {
        if (shape.back() != '[')
            shape += ',';
        shape += std::to_string(year);
    }
    return shape + "]}";
}

bool Session::reserve() {
    const auto draws = static_cast<std::size_t>(scenario_->draws);
    if (store_ && store_->columns() == columns() && store_->count() == draws)
        return true;
    store_.reset();
    if (!available(std::uint64_t{columns()} * draws * sizeof(double) + kHeadroom))
        return false;
    store_.emplace(columns(), 0, draws);
    return true;
}

void Session::evaluateInto(Draws &results, std::uint64_t first, std::size_t count) {
    for (std::size_t done = 0; done < count; done += InputCache::kBlock) {
        const std::uint64_t draw = first + done;
        const auto block = static_cast<std::size_t>(draw) / InputCache::kBlock;
        simulation_->evaluate(cache_.block(*simulation_, block), draw, InputCache::kBlock, results);
    }
}

void Session::simulate(std::uint64_t first, std::size_t count) {
    evaluateInto(*store_, first, count);
}

Draws Session::compute(std::uint64_t first, std::size_t count) {
    Draws part(columns(), first, count);
    evaluateInto(part, first, count);
    return part;
}

void Session::import(std::uint64_t first, std::size_t count, std::span<const double> values) {
    store_->setRows(first, count, values);
}

std::string Session::result() {
    const std::size_t wanted = contributionDraws(*simulation_);
    if (wanted == 0)
        return runResultJson(*simulation_, *store_);
    Draws inputs(simulation_->inputNames().size(), 0, wanted);
    for (std::size_t first = 0; first < wanted; first += InputCache::kBlock) {
        const Draws &block = cache_.block(*simulation_, first / InputCache::kBlock);
        inputs.setRows(first, InputCache::kBlock, block.rows(first, InputCache::kBlock));
    }
    return runResultJson(*simulation_, *store_, &inputs);
}

std::string Session::evaluate(std::string_view scenarioText) const {
    const Result<Scenario> scenario = parseScenario(scenarioText, *pack_);
    if (!scenario)
        return errorsJson(scenario.errors());
    const Simulation simulation(*pack_, scenario.value());
    Draws values(simulation.columns().size(), 0, 1);
    simulation.evaluate(simulation.centralInputs(), 0, 1, values);
    return evaluateResultJson(simulation, values);
}

std::string Session::prepareSensitivity(std::string_view scenarioText,
                                        std::string_view optionsText) {
    return prepareAnalysis(parseSensitivity(scenarioText, optionsText, *pack_));
}

std::string Session::prepareGoal(std::string_view scenarioText, std::string_view optionsText) {
    return prepareAnalysis(parseGoal(scenarioText, optionsText, *pack_));
}

std::string Session::prepareAnalysis(Result<AnalysisRequest> request) {
    if (!request)
        return errorsJson(request.errors());
    analysis_.reset();
    request_ = std::move(request.value());
    return "";
}

bool Session::startAnalysis() {
    if (!available(analysisBytes(*pack_, *request_) + kHeadroom))
        return false;
    analysis_ = makeAnalysis(*pack_, *request_);
    return true;
}

} // namespace export_potential::bindings
