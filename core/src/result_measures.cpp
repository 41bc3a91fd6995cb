#include "result_measures.hpp"

#include <variant>

namespace export_potential {

namespace {

struct MeasureMembers {
    const Pack &pack;
    JsonWriter &json;

    void operator()(const Training &m) const {
        json.member("type", "training");
        json.member("tier", pack.tiers[m.tier]);
        json.member("share", m.share);
    }
    void operator()(const Connectivity &m) const {
        json.member("type", "connectivity");
        json.member("internetUse", m.internetUse);
    }
    void operator()(const Logistics &m) const {
        json.member("type", "logistics");
        json.member("days", m.days);
    }
    void operator()(const MarketAccess &m) const {
        json.member("type", "marketAccess");
        json.member("market", pack.markets[m.market]);
        json.member("tariff", m.tariff);
        json.member("access", m.access);
    }
    void operator()(const DigitalRetailTax &m) const {
        json.member("type", "digitalRetailTax");
        json.member("rate", m.rate);
    }
    void operator()(const FeeSupport &m) const {
        json.member("type", "feeSupport");
        if (m.channel) {
            json.member("channel", pack.channels[*m.channel].id);
        }
        json.member("points", m.points);
    }
    void operator()(const CourierSalesTax &m) const {
        json.member("type", "courierSalesTax");
        json.member("rate", m.rate);
    }
    void operator()(const DutyFreeThreshold &m) const {
        json.member("type", "dutyFreeThreshold");
        json.member("above", m.above);
    }
};

} // namespace

void writeMeasures(JsonWriter &json, const Simulation &simulation) {
    json.beginArray();
    for (const Measure &measure : simulation.scenario().measures) {
        json.beginObject();
        std::visit(MeasureMembers{simulation.pack(), json}, measure.kind);
        json.member("from", measure.from);
        json.member("to", measure.to);
        json.member("cost", measure.cost);
        json.endObject();
    }
    json.endArray();
}

} // namespace export_potential
