#include "session.hpp"

#include "memory.hpp"

#include "export_potential/result.hpp"

#include <utility>

namespace export_potential::bindings {

std::string Session::open(std::string_view packText) {
    Result<Pack> pack = parsePack(packText);
    if (!pack)
        return errorsJson(pack.errors());
    store_.reset();
    summary_.reset();
    groups_.reset();
    simulation_.reset();
    scenario_.reset();
    cache_ = InputCache();
    pack_ = std::move(pack.value());
    return "";
}

std::string Session::prepare(std::string_view scenarioText, Extent extent) {
    Result<Scenario> scenario = parseScenario(scenarioText, *pack_);
    if (!scenario)
        return errorsJson(scenario.errors());
    summary_.reset();
    groups_.reset();
    simulation_.reset();
    scenario_ = std::move(scenario.value());
    simulation_.emplace(*pack_, *scenario_);
    groups_.emplace(*simulation_, extent);
    summary_.emplace(*simulation_, extent);
    group_ = 0;
    cache_.follow(*simulation_);

    std::string shape = "{\"draws\":" + std::to_string(scenario_->draws) +
                        ",\"groups\":" + std::to_string(groups_->count()) + ",\"years\":[";
    for (const int year : simulation_->years()) {
        if (shape.back() != '[')
            shape += ',';
        shape += std::to_string(year);
    }
    return shape + "]}";
}

bool Session::reserve() {
    piece_ = 0;
    const auto draws = static_cast<std::size_t>(scenario_->draws);
    const std::uint64_t missing = cache_.missingBytes(*simulation_);
    const std::uint64_t rest = draws * sizeof(double) + kHeadroom;
    if (store_ && store_->fits(columns(), draws)) {
        store_->reshape(columns(), 0, draws);
        if (missing == 0)
            return true;
    } else {
        store_.reset();
        if (!available(std::uint64_t{columns()} * draws * sizeof(double)))
            return false;
        store_.emplace(columns(), 0, draws);
    }
    // In pieces, which fit between what is there: memory once taken is never given back.
    if (available(missing, rest))
        return true;
    store_.reset();
    return false;
}

void Session::evaluateInto(Draws &results, std::uint64_t first, std::size_t count) {
    for (std::size_t done = 0; done < count; done += InputCache::kBlock) {
        const std::uint64_t draw = first + done;
        const auto block = static_cast<std::size_t>(draw) / InputCache::kBlock;
        groups_->evaluate(group_, cache_.block(*simulation_, block), draw, InputCache::kBlock,
                          results);
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

bool Session::summarise() {
    const std::size_t years = groups_->years(group_);
    if (piece_ == summary_->pieces(years))
        return false;
    summary_->add(piece_++, groups_->first(group_), years, *store_);
    return true;
}

std::string Session::result() {
    return summary_->extent() == Extent::headline ? headlineResultJson(*summary_)
                                                  : runResultJson(*summary_, firstInputs());
}

Draws Session::firstInputs() {
    const std::size_t wanted = firstDraws(*simulation_);
    Draws inputs(simulation_->inputNames().size(), 0, wanted);
    for (std::size_t first = 0; first < wanted; first += InputCache::kBlock) {
        const Draws &block = cache_.block(*simulation_, first / InputCache::kBlock);
        inputs.setRows(first, InputCache::kBlock, block.rows(first, InputCache::kBlock));
    }
    return inputs;
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

} // namespace export_potential::bindings
