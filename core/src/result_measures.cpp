#include "result_measures.hpp"

#include <nlohmann/json.hpp>

#include <variant>

namespace export_potential {

namespace {

using Json = nlohmann::ordered_json;

struct MeasureJson {
    const Pack &pack;
    Json &json;

    void operator()(const Training &m) const {
        json["type"] = "training";
        json["tier"] = pack.tiers[m.tier];
        json["share"] = m.share;
    }
    void operator()(const Connectivity &m) const {
        json["type"] = "connectivity";
        json["internetUse"] = m.internetUse;
    }
    void operator()(const Logistics &m) const {
        json["type"] = "logistics";
        json["days"] = m.days;
    }
    void operator()(const MarketAccess &m) const {
        json["type"] = "marketAccess";
        json["market"] = pack.markets[m.market];
        json["tariff"] = m.tariff;
        json["access"] = m.access;
    }
    void operator()(const DigitalRetailTax &m) const {
        json["type"] = "digitalRetailTax";
        json["rate"] = m.rate;
    }
    void operator()(const FeeSupport &m) const {
        json["type"] = "feeSupport";
        if (m.channel) {
            json["channel"] = pack.channels[*m.channel].id;
        }
        json["points"] = m.points;
    }
    void operator()(const CourierSalesTax &m) const {
        json["type"] = "courierSalesTax";
        json["rate"] = m.rate;
    }
    void operator()(const DutyFreeThreshold &m) const {
        json["type"] = "dutyFreeThreshold";
        json["above"] = m.above;
    }
};

} // namespace

nlohmann::ordered_json measuresJson(const Simulation &simulation) {
    Json list = Json::array();
    for (const Measure &measure : simulation.scenario().measures) {
        Json json;
        std::visit(MeasureJson{simulation.pack(), json}, measure.kind);
        json["from"] = measure.from;
        json["to"] = measure.to;
        json["cost"] = measure.cost;
        list.push_back(std::move(json));
    }
    return list;
}

} // namespace export_potential
