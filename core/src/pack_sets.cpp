#include "pack_reader.hpp"

#include <algorithm>

namespace export_potential {

namespace {

constexpr std::size_t kMaxSectors = 16;
constexpr std::size_t kMaxChannels = 6;
constexpr std::size_t kMaxMarkets = 12;
constexpr std::size_t kMaxTiers = 6;
constexpr std::size_t kMaxPoolKinds = 8;
constexpr Range kEstablishments = {0, 1e9, true};

struct Set {
    /// Empty when some identifier could not be read.
    Names ids;
    /// The elements, whose further members the caller reads.
    std::vector<ObjectReader> elements;
};

Set readSet(JsonValue value, std::size_t limit) {
    Set set;
    if (!value.expect(JsonKind::array)) {
        return set;
    }
    if (value.size() < 1 || value.size() > limit) {
        value.fail(ErrorCode::wrongLength, "must have from 1 to " + std::to_string(limit) +
                                               " elements, not " + std::to_string(value.size()));
        return set;
    }
    for (JsonValue child = value.firstChild(); child; child = child.next()) {
        ObjectReader &element = set.elements.emplace_back(child);
        const JsonValue idValue = element.required("id");
        if (const auto id = readIdentifier(idValue)) {
            if (std::find(set.ids.begin(), set.ids.end(), *id) != set.ids.end()) {
                idValue.fail(ErrorCode::conflict, "is that of an element before; identifiers must "
                                                  "differ");
            }
            set.ids.emplace_back(*id);
        }
        readText(element.required("label"));
    }
    if (set.ids.size() != set.elements.size()) {
        set.ids.clear();
    }
    return set;
}

Names readPlainSet(JsonValue value, std::size_t limit) {
    Set set = readSet(value, limit);
    for (const ObjectReader &element : set.elements) {
        element.finish();
    }
    return std::move(set.ids);
}

} // namespace

void readSets(ObjectReader &root, const Sources &sources, Pack &pack) {
    Set sectors = readSet(root.required("sectors"), kMaxSectors);
    std::vector<double> exports;
    for (ObjectReader &element : sectors.elements) {
        exports.push_back(readFigure(element.required("exports"), kDollars, sources).value_or(0));
        element.finish();
    }
    for (std::size_t i = 0; i < sectors.ids.size(); ++i) {
        pack.sectors.push_back({sectors.ids[i], exports[i]});
    }

    Set channels = readSet(root.required("channels"), kMaxChannels);
    std::vector<Shipment> shipments;
    for (ObjectReader &element : channels.elements) {
        const auto shipment = element.required("shipment").oneOf({"freight", "parcel"});
        shipments.push_back(shipment == 1u ? Shipment::parcel : Shipment::freight);
        element.finish();
    }
    for (std::size_t i = 0; i < channels.ids.size(); ++i) {
        pack.channels.push_back({channels.ids[i], shipments[i]});
    }

    pack.markets = readPlainSet(root.required("markets"), kMaxMarkets);
    pack.tiers = readPlainSet(root.required("tiers"), kMaxTiers);

    Set pool = readSet(root.required("pool"), kMaxPoolKinds);
    std::vector<double> establishments;
    for (ObjectReader &element : pool.elements) {
        establishments.push_back(
            readFigure(element.required("establishments"), kEstablishments, sources).value_or(0));
        element.finish();
    }
    for (std::size_t i = 0; i < pool.ids.size(); ++i) {
        pack.pool.push_back({pool.ids[i], establishments[i]});
    }
}

} // namespace export_potential
