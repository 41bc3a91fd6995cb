#pragma once

#include "export_potential/pack.hpp"
#include "export_potential/sampling.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace export_potential {

/// order[i] is the old place of what stands at place i afterwards.
using Order = std::vector<std::size_t>;

/// Place after the change of what stood at `old`.
inline std::size_t placeIn(const Order &order, std::size_t old) {
    return static_cast<std::size_t>(std::ranges::find(order, old) - order.begin());
}

template <class T>
std::vector<T> inOrder(const std::vector<T> &values, const Order &order) {
    std::vector<T> moved;
    for (const std::size_t old : order) {
        moved.push_back(values[old]);
    }
    return moved;
}

/// New orders of the sets of a pack.
struct PackOrder {
    Order sectors;
    Order channels;
    Order markets;
    Order tiers;
    Order pool;

    /// Of the set that a parameter is split by; the one place of a parameter that is not split.
    const Order &of(IndexKind kind) const {
        static const Order only{0};
        switch (kind) {
        case IndexKind::sector:
            return sectors;
        case IndexKind::channel:
            return channels;
        case IndexKind::market:
            return markets;
        case IndexKind::tier:
            return tiers;
        case IndexKind::pool:
            return pool;
        case IndexKind::none:
            break;
        }
        return only;
    }
};

/// Every set in an order drawn by itself, every order with equal chances; never the pack's own.
inline PackOrder randomOrder(const Pack &pack, std::uint64_t seed) {
    std::size_t dimension = 0;
    const auto shuffled = [&](IndexKind kind) {
        const std::size_t size = pack.setSize(kind);
        Order own(size);
        std::iota(own.begin(), own.end(), std::size_t{0});
        Order order = own;
        do {
            std::vector<double> keys(size);
            makeCounterPoints(seed)->fill(0, dimension++, keys);
            std::ranges::sort(order, {}, [&keys](std::size_t i) { return keys[i]; });
        } while (size > 1 && order == own);
        return order;
    };
    PackOrder order;
    order.sectors = shuffled(IndexKind::sector);
    order.channels = shuffled(IndexKind::channel);
    order.markets = shuffled(IndexKind::market);
    order.tiers = shuffled(IndexKind::tier);
    order.pool = shuffled(IndexKind::pool);
    return order;
}

/// The same pack, but for the pack's own roadmap, which must be empty, with its sets in other
/// orders.
inline Pack permuted(const Pack &pack, const PackOrder &order) {
    Order segments;
    for (const std::size_t sector : order.sectors) {
        for (const std::size_t channel : order.channels) {
            segments.push_back(pack.segment(sector, channel));
        }
    }
    Pack moved = pack;
    moved.sectors = inOrder(pack.sectors, order.sectors);
    moved.channels = inOrder(pack.channels, order.channels);
    moved.markets = inOrder(pack.markets, order.markets);
    moved.tiers = inOrder(pack.tiers, order.tiers);
    moved.pool = inOrder(pack.pool, order.pool);
    moved.registrations = inOrder(pack.registrations, order.channels);
    moved.sectorShares = inOrder(pack.sectorShares, order.channels);
    for (std::vector<double> &shares : moved.sectorShares) {
        shares = inOrder(shares, order.sectors);
    }
    moved.marketShares = inOrder(pack.marketShares, segments);
    for (std::vector<double> &shares : moved.marketShares) {
        shares = inOrder(shares, order.markets);
    }
    moved.onboarding.mix = inOrder(pack.onboarding.mix, segments);
    for (Parameter &parameter : moved.parameters) {
        if (!parameter.values.empty()) {
            parameter.values = inOrder(parameter.values, order.of(parameter.by));
        }
    }
    for (Correlation &correlation : moved.correlations) {
        for (ParameterElement *side : {&correlation.a, &correlation.b}) {
            side->element = placeIn(order.of(side->by), side->element);
        }
    }
    for (Reading &reading : moved.readings) {
        for (ReadingOption &option : reading.options) {
            for (Assumption &assumption : option.assumptions) {
                const auto by = pack.parameters[static_cast<std::size_t>(assumption.symbol)].by;
                if (assumption.element) {
                    assumption.element = placeIn(order.of(by), *assumption.element);
                }
            }
        }
    }
    return moved;
}

} // namespace export_potential
