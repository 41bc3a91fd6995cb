#include "result_writer.hpp"

#include "export_potential/result.hpp"

namespace export_potential {

std::string_view modelVersion() {
    return "2026.11";
}

void writeModelStamp(JsonWriter &json, const Simulation &simulation, std::size_t draws) {
    json.beginObject();
    json.member("version", modelVersion());
    json.member("pack", simulation.pack().id);
    json.member("packVersion", simulation.pack().version);
    json.member("seed", simulation.scenario().seed);
    json.member("draws", draws);
    json.endObject();
}

std::string errorsJson(const Errors &errors) {
    JsonWriter json;
    json.beginObject();
    json.key("errors");
    json.beginArray();
    for (const Error &error : errors) {
        json.beginObject();
        json.member("code", errorCodeName(error.code));
        json.member("path", error.path);
        json.member("message", error.message);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take();
}

} // namespace export_potential
