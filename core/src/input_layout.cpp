#include "input_layout.hpp"

namespace export_potential {

namespace {

/// By how much of the headline's variance they usually make.
constexpr Symbol kMostImportant[] = {
    Symbol::act,   Symbol::m, Symbol::dw,     Symbol::psi,          Symbol::kappa,
    Symbol::r1,    Symbol::w, Symbol::disp,   Symbol::r2_gain,      Symbol::x,
    Symbol::g0,    Symbol::T, Symbol::growth, Symbol::export_ready, Symbol::organic_growth,
    Symbol::lambda};

} // namespace

InputLayout::InputLayout(const Pack &pack, const Scenario &scenario) {
    for (const SymbolInfo &info : symbolTable()) {
        const auto index = static_cast<std::size_t>(info.symbol);
        const Parameter &parameter = pack.parameters[index];
        places_[index] = {distributions_.size(), parameter.values.size(), parameter.by};
        for (std::size_t i = 0; i < parameter.values.size(); ++i) {
            std::string name(info.name);
            if (parameter.by != IndexKind::none) {
                name += '.';
                name += pack.setId(parameter.by, i);
            }
            names_.push_back(std::move(name));
            distributions_.push_back(parameter.values[i]);
        }
    }
    assignPointDimensions();
    for (const std::string &market : pack.markets) {
        names_.push_back("interruptions." + market);
    }
    for (const Assumption &assumption : scenario.assumptions) {
        const Parameter &parameter = pack.parameters[static_cast<std::size_t>(assumption.symbol)];
        const std::size_t first = place(assumption.symbol).first;
        for (std::size_t i = 0; i < parameter.values.size(); ++i) {
            if (!assumption.element || *assumption.element == i) {
                distributions_[first + i] = assumption.distribution;
            }
        }
    }
}

void InputLayout::assignPointDimensions() {
    pointDimensions_.assign(distributions_.size(), distributions_.size());
    std::size_t next = 0;
    const auto assign = [&](Symbol symbol) {
        const Place &found = place(symbol);
        for (std::size_t i = found.first; i < found.first + found.elements; ++i) {
            if (pointDimensions_[i] == distributions_.size()) {
                pointDimensions_[i] = next++;
            }
        }
    };
    for (const Symbol symbol : kMostImportant) {
        assign(symbol);
    }
    for (const SymbolInfo &info : symbolTable()) {
        assign(info.symbol);
    }
}

} // namespace export_potential
