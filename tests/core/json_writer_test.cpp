// JSON as it is written: against the same numbers and texts by nlohmann's own writer.

#include "json_writer.hpp"

#include "philox.hpp"

#include <nlohmann/json.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace export_potential {
namespace {

std::string numberText(double value) {
    std::string text;
    appendJsonNumber(text, value);
    return text;
}

std::string stringText(std::string_view value) {
    JsonWriter json;
    json.value(value);
    return json.take();
}

TEST(JsonWriter, WritesNestedValuesWithCommasBetweenThem) {
    JsonWriter json;
    json.beginObject();
    json.member("none", std::vector<double>{});
    json.member("numbers", std::vector{0.5, 2.0});
    json.key("list");
    json.beginArray();
    json.beginObject();
    json.endObject();
    json.value(true);
    json.null();
    json.beginArray();
    json.value(-7);
    json.value(std::uint64_t{1} << 53);
    json.endArray();
    json.endArray();
    json.member("last", "word");
    json.endObject();
    EXPECT_EQ(json.take(), R"({"none":[],"numbers":[0.5,2.0],)"
                           R"("list":[{},true,null,[-7,9007199254740992]],"last":"word"})");
}

TEST(JsonWriter, WritesTheShortestNumberThatReadsBack) {
    EXPECT_EQ(numberText(0.1), "0.1");
    EXPECT_EQ(numberText(-0.0), "-0.0");
    EXPECT_EQ(numberText(3), "3.0");
    EXPECT_EQ(numberText(1e30), "1e+30");
    EXPECT_EQ(numberText(std::numeric_limits<double>::denorm_min()), "5e-324");
    EXPECT_EQ(numberText(std::numeric_limits<double>::max()), "1.7976931348623157e+308");
    EXPECT_EQ(numberText(std::numeric_limits<double>::infinity()), "null");
    EXPECT_EQ(numberText(std::nan("")), "null");
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        const auto words = philox({i, 0, 0, 0}, 1);
        const auto value =
            std::bit_cast<double>(words[0] | static_cast<std::uint64_t>(words[1]) << 32);
        if (std::isfinite(value)) {
            EXPECT_EQ(std::strtod(numberText(value).c_str(), nullptr), value);
        }
    }
}

TEST(JsonWriter, EscapesAndRepairsTextAsNlohmannDoes) {
    const std::vector<std::string> texts{
        "",
        "plain",
        "\"quoted\" \\ / \b\f\n\r\t",
        std::string("\0\x01\x1f\x7f", 4),
        "\xd8\xa7\xd8\xb1\xd8\xaf\xd9\x88",         // Urdu
        "\xf0\x9f\x87\xb5",                         // beyond the basic plane
        "a\xff\xc3",                                // no UTF-8, and a sequence cut short
        "\xc0\xaf \xe0\x80\xaf \xf4\x90\x80\x80 z", // overlong, beyond U+10FFFF
        "\xed\xa0\x80",                             // a surrogate
    };
    for (const std::string &text : texts) {
        const nlohmann::json reference(text);
        EXPECT_EQ(nlohmann::json::parse(stringText(text), nullptr, false),
                  nlohmann::json::parse(
                      reference.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
                      nullptr, false));
    }
    EXPECT_EQ(stringText("\x1f\"\n"), R"("\u001f\"\n")");
}

} // namespace
} // namespace export_potential
