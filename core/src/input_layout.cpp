#include "input_layout.hpp"

#include <cassert>

namespace export_potential {

InputLayout::InputLayout(const Pack &pack, const Scenario &scenario) {
    for (const SymbolInfo &info : symbolTable()) {
        const auto index = static_cast<std::size_t>(info.symbol);
        const Parameter &parameter = pack.parameters[index];
        places_[index] = {distributions_.size(), parameter.by};
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

std::size_t InputLayout::dimension(Symbol symbol, [[maybe_unused]] IndexKind kind,
                                   std::size_t element) const {
    const Place &found = place(symbol);
    assert(found.by == IndexKind::none || found.by == kind);
    return found.by == IndexKind::none ? found.first : found.first + element;
}

} // namespace export_potential
