#pragma once

#include "export_potential/pack.hpp"
#include "export_potential/scenario.hpp"

#include <array>
#include <cassert>
#include <cstddef>
#include <string>
#include <vector>

namespace export_potential {

/// Which sampled dimension holds which parameter. Every parameter keeps its dimension even where it
/// is fixed, so that replacing one assumption leaves the random numbers of all others alone.
class InputLayout {
public:
    InputLayout(const Pack &pack, const Scenario &scenario);

    /// Parameters, which are the sampled dimensions.
    std::size_t parameters() const { return distributions_.size(); }
    /// All inputs: the parameters, then the interrupted years of each market.
    std::size_t size() const { return names_.size(); }

    /// Dimension of a symbol for one element of the set that may split it; elements share one
    /// dimension where the pack does not split the symbol by `kind`.
    std::size_t dimension(Symbol symbol, [[maybe_unused]] IndexKind kind = IndexKind::none,
                          std::size_t element = 0) const {
        const Place &found = place(symbol);
        assert(found.by == IndexKind::none || found.by == kind);
        return found.by == IndexKind::none ? found.first : found.first + element;
    }

    /// The dimension of the points that a parameter is made of. Sobol' points are best in their
    /// first dimensions, so those go to the parameters that move results most.
    std::size_t pointDimension(std::size_t parameter) const { return pointDimensions_[parameter]; }

    /// Where the interrupted years of a market stand.
    std::size_t interruptions(std::size_t market) const { return parameters() + market; }

    /// Whether a parameter is the symbol or an element of it.
    bool holds(Symbol symbol, std::size_t parameter) const {
        const Place &found = place(symbol);
        return parameter >= found.first && parameter < found.first + found.elements;
    }

    /// The set by which the pack splits the symbol.
    IndexKind by(Symbol symbol) const { return place(symbol).by; }

    const std::vector<std::string> &names() const { return names_; }
    const std::vector<Distribution> &distributions() const { return distributions_; }

private:
    struct Place {
        std::size_t first = 0;
        std::size_t elements = 0;
        IndexKind by = IndexKind::none;
    };
    void assignPointDimensions();
    const Place &place(Symbol symbol) const { return places_[static_cast<std::size_t>(symbol)]; }

    std::array<Place, kSymbolCount> places_;
    std::vector<std::size_t> pointDimensions_;
    std::vector<std::string> names_;
    std::vector<Distribution> distributions_;
};

} // namespace export_potential
