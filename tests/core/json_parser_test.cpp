// Reading JSON texts and numbers: against nlohmann's parser and the C library's strtod.

#include "json_parser.hpp"

#include "decimal.hpp"
#include "philox.hpp"

#include <nlohmann/json.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace export_potential {
namespace {

/// Builds nlohmann's value of what is heard.
class Builder final : public JsonEvents {
public:
    void null() override { add(nullptr); }
    void boolean() override { add(true); }
    void number(double value) override { add(value); }
    void string(std::string_view text) override { add(std::string(text)); }
    void key(std::string_view text) override { keys_.back() = std::string(text); }
    void beginObject() override { begin(nlohmann::json::object()); }
    void endObject() override { end(); }
    void beginArray() override { begin(nlohmann::json::array()); }
    void endArray() override { end(); }

    nlohmann::json root;

private:
    void begin(nlohmann::json value) {
        open_.push_back(std::move(value));
        keys_.emplace_back();
    }
    void end() {
        nlohmann::json value = std::move(open_.back());
        open_.pop_back();
        keys_.pop_back();
        add(std::move(value));
    }
    void add(nlohmann::json value) {
        if (open_.empty()) {
            root = std::move(value);
        } else if (open_.back().is_array()) {
            open_.back().push_back(std::move(value));
        } else {
            open_.back()[keys_.back()] = std::move(value);
        }
    }

    std::vector<nlohmann::json> open_;
    std::vector<std::string> keys_;
};

bool accepts(std::string_view text) {
    Builder builder;
    return !parseJson(text, builder);
}

TEST(ParseJson, ReadsWhatNlohmannReads) {
    const std::vector<std::string> texts{
        "0",
        " [ ] ",
        "{ }",
        "null",
        R"("\u00e9\ud83c\uddf5 \"\\\/\b\f\n\r\t")",
        "[1,-2.5e3,0.1E-2,1e5,[[[]]],{}]",
        R"({"a":{"b":[null,true,true,{"":[0]}]},"c":"d"})",
        "\xef\xbb\xbf[1]\n",
    };
    for (const std::string &text : texts) {
        Builder builder;
        const JsonSyntaxFault fault = parseJson(text, builder);
        EXPECT_FALSE(fault) << text << ": " << fault.reason;
        EXPECT_EQ(builder.root, nlohmann::json::parse(text, nullptr, false)) << text;
    }
}

TEST(ParseJson, RefusesWhatIsNoJson) {
    const std::vector<std::string> texts{"",
                                         " ",
                                         "[",
                                         "]",
                                         "{",
                                         "}",
                                         "[1,]",
                                         "[,1]",
                                         "[1 2]",
                                         "{\"a\"}",
                                         "{\"a\":}",
                                         "{a:1}",
                                         "{\"a\":1,}",
                                         "{\"a\":1 \"b\":2}",
                                         "[1}",
                                         "{\"a\":1]",
                                         "tru",
                                         "True",
                                         "nul",
                                         "NaN",
                                         "01",
                                         "-",
                                         "+1",
                                         "1.",
                                         ".5",
                                         "1e",
                                         "1e+",
                                         "0x10",
                                         "1 1",
                                         "[1]]",
                                         "\"",
                                         "\"a",
                                         "\"\\x\"",
                                         "\"\\u12\"",
                                         "\"\\u12g4\"",
                                         "\"\\ud800\"",
                                         "\"\\udc00\"",
                                         "\"\\ud800\\u0041\"",
                                         "\"\n\"",
                                         "\"\xff\"",
                                         "\"\xc0\xaf\"",
                                         "\"\xed\xa0\x80\"",
                                         "\"\xf4\x90\x80\x80\"",
                                         "\"\xe2\x82\"",
                                         "/**/1",
                                         "'a'",
                                         "[1]\xc2\xa0",
                                         std::string("\0", 1),
                                         std::string("1\0", 2),
                                         std::string("\"\0\"", 3)};
    for (const std::string &text : texts) {
        EXPECT_FALSE(accepts(text)) << text;
        EXPECT_TRUE(nlohmann::json::parse(text, nullptr, false).is_discarded()) << text;
    }
}

TEST(ParseJson, SaysHowFarItRead) {
    Builder builder;
    EXPECT_EQ(parseJson("[1, x]", builder).read, 5u);
    EXPECT_EQ(parseJson("[1", builder).read, 2u);
    EXPECT_EQ(parseJson("1 2", builder).read, 3u);
}

TEST(ParseJson, CutsAndChangesOfATextAreAcceptedAsByNlohmann) {
    const std::string text = R"({"a":[1.5e-3,"\u00e9x",true,null],"b":{"c":-0,"d":""}})";
    const std::string bytes = "\"\\{}[],:0-+.eEtx \x80\xc3";
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        const auto words = philox({i, 0, 0, 0}, 3);
        std::string changed = text.substr(0, 1 + words[0] % text.size());
        if (words[1] % 2 == 0) {
            changed = text;
        }
        changed[words[2] % changed.size()] = bytes[words[3] % bytes.size()];
        EXPECT_EQ(accepts(changed), nlohmann::json::accept(changed)) << changed;
    }
}

TEST(ParseDecimal, IsTheNearestDouble) {
    const std::vector<std::string> texts{
        "0",
        "-0",
        "0.0e5",
        "1",
        "-2.5",
        "0.1",
        "123456789012345678",
        "9007199254740993",
        "9007199254740992.9999999999999999999",
        "1e22",
        "1e23",
        "8.5e-320",
        "4.9e-324",
        "2.4e-324",
        "2.5e-324",
        "2.2250738585072011e-308",
        "2.2250738585072014e-308",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "1e309",
        "1e-400",
        "1e99999999999",
        "1e-99999999999",
        "0e99999999999",
        "0.000000000000000000001e21",
        "17976931348623157" + std::string(292, '0'),
        "0." + std::string(400, '0') + "1e400",
        // Half-way between 1 and the next double, exactly and by a digit far behind.
        "1.00000000000000011102230246251565404236316680908203125",
        "1.00000000000000011102230246251565404236316680908203125" + std::string(900, '0') + "1",
        "1.00000000000000011102230246251565404236316680908203124" + std::string(900, '9'),
    };
    for (const std::string &text : texts) {
        const double expected = std::strtod(text.c_str(), nullptr);
        EXPECT_EQ(std::bit_cast<std::uint64_t>(parseDecimal(text)),
                  std::bit_cast<std::uint64_t>(expected))
            << text << " is " << expected << ", not " << parseDecimal(text);
    }
}

TEST(ParseDecimal, AgreesWithStrtodOnRandomNumbers) {
    for (std::uint32_t i = 0; i < 50'000; ++i) {
        const auto words = philox({i, 0, 0, 0}, 2);
        std::string text = std::to_string(words[0]);
        text += '.';
        text += std::to_string(words[1]).substr(0, words[2] % 10 + 1);
        text += std::to_string(words[3]);
        text += 'e';
        text += std::to_string(static_cast<int>(words[2] % 700) - 350);
        EXPECT_EQ(parseDecimal(text), std::strtod(text.c_str(), nullptr)) << text;
    }
}

TEST(ParseDecimal, ReadsBackEveryDouble) {
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        const auto words = philox({i, 0, 0, 0}, 4);
        const auto value =
            std::bit_cast<double>(words[0] | static_cast<std::uint64_t>(words[1]) << 32);
        if (std::isfinite(value)) {
            EXPECT_EQ(parseDecimal(nlohmann::json(value).dump()), value);
        }
    }
}

} // namespace
} // namespace export_potential
