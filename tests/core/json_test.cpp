// The JSON layer by itself, and every bad input of tests/data/bad/manifest.json.

#include "export_potential/hindcast.hpp"
#include "export_potential/scenario.hpp"
#include "json_document.hpp"
#include "json_reader.hpp"
#include "test_data.hpp"

#include <nlohmann/json.hpp>

namespace export_potential {
namespace {

using Json = nlohmann::json;
using Strings = std::vector<std::string>;

Strings faultsOf(std::string_view text) {
    ErrorList errors;
    JsonDocument document;
    document.parse(text, errors);
    return codesAndPaths(errors.take());
}

std::string nested(std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

/// Every message is a sentence for one line of a terminal.
void expectReadable(const Error &error) {
    EXPECT_GE(error.message.size(), 10u);
    EXPECT_LE(error.message.size(), 400u) << error.message;
    for (const char c : error.message) {
        EXPECT_GE(static_cast<unsigned char>(c), 0x20) << error.message;
    }
}

TEST(BadInputs, EachGivesExactlyItsFaults) {
    const Json manifest = Json::parse(readFile("tests/data/bad/manifest.json"));
    const Json mini = Json::parse(readFile("tests/data/packs/mini.json"));
    const Json programme = Json::parse(readFile("tests/data/hindcasts/mini.json"));
    ASSERT_GE(manifest.size(), 100u);
    for (const Json &entry : manifest) {
        SCOPED_TRACE(entry["name"].get<std::string>());
        const bool ofProgramme = entry["kind"] == "hindcast";
        std::string text;
        if (entry.contains("file")) {
            text = readFile("tests/data/bad/" + entry["file"].get<std::string>());
        } else {
            const Json &patched = ofProgramme ? programme : mini;
            text = (entry.contains("patch") ? patched.patch(entry["patch"]) : entry["document"])
                       .dump();
        }
        const Errors errors = ofProgramme               ? parseHindcast(text, miniPack()).errors()
                              : entry["kind"] == "pack" ? parsePack(text).errors()
                                                        : parseScenario(text, miniPack()).errors();
        Strings expected;
        for (const Json &error : entry["expect"]) {
            expected.push_back(error["code"].get<std::string>() + ' ' +
                               error["path"].get<std::string>());
        }
        Strings found = codesAndPaths(errors);
        std::sort(expected.begin(), expected.end());
        std::sort(found.begin(), found.end());
        EXPECT_EQ(found, expected) << describe(errors);
        for (const Error &error : errors) {
            expectReadable(error);
        }
        if (entry.contains("says")) {
            const std::string says = entry["says"].get<std::string>();
            EXPECT_TRUE(std::any_of(
                errors.begin(), errors.end(),
                [&](const Error &error) { return error.message.find(says) != std::string::npos; }))
                << "no message says \"" << says << "\":\n"
                << describe(errors);
        }
    }
}

TEST(JsonDocument, KeepsValuesAndPlaces) {
    ErrorList errors;
    JsonDocument document;
    ASSERT_TRUE(document.parse(R"({"a/b": [1, {"~": "x\u00e9\n"}], "": null, "t": true})", errors));
    EXPECT_TRUE(errors.empty());
    const JsonValue root(document, errors);
    EXPECT_EQ(root.size(), 3u);
    const JsonValue list = root.firstChild();
    EXPECT_EQ(list.key(), "a/b");
    EXPECT_EQ(list.firstChild().number({0, 2}), 1.0);
    const JsonValue text = list.firstChild().next().firstChild();
    EXPECT_EQ(text.string(), "x\u00e9\n");
    EXPECT_TRUE(list.next().is(JsonKind::null));
    EXPECT_FALSE(list.next().next().next());
    text.fail(ErrorCode::conflict, "must go");
    list.next().fail(ErrorCode::conflict, "must go");
    EXPECT_EQ(codesAndPaths(errors.take()), (Strings{"conflict /a~1b/1/~0", "conflict /"}));
}

TEST(JsonDocument, NamesLineAndColumnOfASyntaxError) {
    ErrorList errors;
    JsonDocument document;
    EXPECT_FALSE(document.parse("{\n \"\u00e9\u00e9\": tru }", errors));
    const Errors found = errors.take();
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].code, ErrorCode::jsonSyntax);
    EXPECT_EQ(found[0].path, "");
    // Columns count characters: the fault is the blank where an "e" has to stand.
    EXPECT_EQ(found[0].message, "not valid JSON at line 2, column 11: invalid literal");
}

TEST(JsonDocument, PassesOverAByteOrderMark) {
    EXPECT_EQ(faultsOf("\xef\xbb\xbf{}"), Strings{});
    EXPECT_EQ(faultsOf("\xef\xbb{}"), Strings{"json_syntax "});
}

TEST(JsonDocument, LimitsDepth) {
    EXPECT_EQ(faultsOf(nested(64)), Strings{});
    std::string pointer;
    for (int i = 0; i < 64; ++i) {
        pointer += "/0";
    }
    EXPECT_EQ(faultsOf(nested(65)), Strings{"too_deep " + pointer});
    EXPECT_EQ(faultsOf(nested(100'000)), Strings{"too_deep " + pointer});
    EXPECT_EQ(faultsOf(std::string(1'000'000, '[')),
              (Strings{"too_deep " + pointer, "json_syntax "}));
}

TEST(JsonDocument, GoesOnAfterAValueThatIsTooDeep) {
    const std::string text = "{\"a\": " + nested(70) + ", \"b\": 1, \"b\": 1e999, \"c\": [[2]]}";
    const Strings faults = faultsOf(text);
    ASSERT_EQ(faults.size(), 3u);
    EXPECT_EQ(faults[0].substr(0, 11), "too_deep /a");
    EXPECT_EQ(faults[1], "not_finite /b");
    EXPECT_EQ(faults[2], "duplicate_key /b");
}

TEST(JsonDocument, IgnoresNumbersBelowTheDeepestLevel) {
    const std::string deep = std::string(65, '[') + "1e999" + std::string(65, ']');
    const Strings faults = faultsOf("[" + deep + ", 1e999]");
    ASSERT_EQ(faults.size(), 2u);
    EXPECT_EQ(faults[0].substr(0, 9), "too_deep ");
    EXPECT_EQ(faults[1], "not_finite /1");
}

TEST(JsonDocument, LimitsSize) {
    const std::string largest = '"' + std::string((1 << 20) - 2, 'x') + '"';
    EXPECT_EQ(faultsOf(largest), Strings{});
    EXPECT_EQ(faultsOf(largest + ' '), Strings{"too_large "});
}

TEST(JsonDocument, ReadsNumbersNextToTheLargest) {
    EXPECT_EQ(faultsOf("[1.7976931348623157e308, -1.7976931348623157e308, 1e-999, -0]"), Strings{});
    EXPECT_EQ(faultsOf("[1.7976931348623159e308, 1]"), Strings{"not_finite /0"});
}

TEST(JsonDocument, TellsOverflowFromNull) {
    ErrorList errors;
    JsonDocument document;
    ASSERT_TRUE(document.parse("[null, 1e999, null, -2e999, \"1e999\"]", errors));
    EXPECT_EQ(codesAndPaths(errors.take()), (Strings{"not_finite /1", "not_finite /3"}));
    const JsonValue first = JsonValue(document, errors).firstChild();
    EXPECT_TRUE(first.is(JsonKind::null));
    EXPECT_TRUE(first.next().is(JsonKind::unusable));
    EXPECT_TRUE(first.next().next().is(JsonKind::null));
}

TEST(ErrorList, ListsAHundredFaultsAndCountsTheRest) {
    std::string text = "{\"schema\": 1, \"pack\": \"mini\"";
    for (int i = 0; i < 150; ++i) {
        text += ", \"k" + std::to_string(i) + "\": 0";
    }
    const Result<Scenario> scenario = parseScenario(text + '}', miniPack());
    ASSERT_EQ(scenario.errors().size(), 101u);
    EXPECT_EQ(scenario.errors()[0].path, "/k0");
    EXPECT_EQ(scenario.errors()[99].path, "/k99");
    EXPECT_EQ(scenario.errors()[100].path, "");
    EXPECT_EQ(scenario.errors()[100].code, ErrorCode::unknownKey);
    EXPECT_NE(scenario.errors()[100].message.find("50 more faults"), std::string::npos);
}

TEST(JsonDocument, ReportsEveryNumberThatIsTooLarge) {
    std::string text = "[";
    for (int i = 0; i < 99; ++i) {
        text += "1e999, ";
    }
    EXPECT_EQ(faultsOf(text + "1]").size(), 99u);
}

TEST(ErrorList, StaysQuickOnHostileInput) {
    std::string duplicates = "{";
    std::string overflows = "[";
    while (duplicates.size() < 1'000'000) {
        duplicates += "\"a\": 1, ";
    }
    while (overflows.size() < 1'000'000) {
        overflows += "1e999, ";
    }
    EXPECT_EQ(faultsOf(duplicates + "\"b\": 1}").size(), 101u);
    EXPECT_GE(faultsOf(overflows + "1]").size(), 10u);
}

TEST(FormatNumber, IsShortAndExact) {
    EXPECT_EQ(formatNumber(0), "0");
    EXPECT_EQ(formatNumber(-0.5), "-0.5");
    EXPECT_EQ(formatNumber(10'000'000), "10000000");
    EXPECT_EQ(formatNumber(9'007'199'254'740'991), "9007199254740991");
    EXPECT_EQ(formatNumber(0.1), "0.1");
    EXPECT_EQ(formatNumber(1e300), "1e+300");
}

TEST(Range, SaysWhichEndsAreOpen) {
    EXPECT_EQ((Range{0, 1}.text()), "from 0 to 1");
    EXPECT_EQ((Range{0, 1, true}.text()), "above 0 and at most 1");
    EXPECT_EQ((Range{0, 1, false, true}.text()), "at least 0 and below 1");
    EXPECT_EQ((Range{0, 1, true, true}.text()), "above 0 and below 1");
}

TEST(NearestName, HasTheFewestChanges) {
    const Names names = {"horizon", "seed", "startYear"};
    EXPECT_EQ(nearestName("horizn", names), "horizon");
    EXPECT_EQ(nearestName("Startyear", names), "startYear");
    EXPECT_EQ(nearestName("", names), "seed");
    EXPECT_EQ(nearestName("x", {}), "");
}

TEST(Printable, FitsOnALine) {
    EXPECT_EQ(printable("a\nb"), "a?b");
    EXPECT_EQ(printable(""), "\"\"");
    std::string accents;
    for (int i = 0; i < 40; ++i) {
        accents += "x\u00e9"; // three bytes: the cut at 60 bytes falls between characters
    }
    EXPECT_EQ(printable(accents).size(), 63u);
    EXPECT_EQ(printable('y' + accents).substr(58), "x...");
}

} // namespace
} // namespace export_potential
