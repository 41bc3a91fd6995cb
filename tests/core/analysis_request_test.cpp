// The options of analyses as text: what is taken, and what is refused where.

#include "export_potential/analysis_request.hpp"

#include "test_support.hpp"

#include <string>
#include <utility>
#include <vector>

namespace export_potential {
namespace {

constexpr const char *kScenario = R"({"schema": 1, "pack": "mini"})";
constexpr const char *kScenarios =
    R"([{"schema": 1, "pack": "mini"}, {"schema": 1, "pack": "mini"}])";

using Fault = std::pair<ErrorCode, std::string>;

/// Codes and places of all that is refused.
std::vector<Fault> refused(AnalysisKind kind, const std::string &options,
                           const std::string &scenario = kScenario) {
    const auto request = parseAnalysisRequest(kind, scenario, options, miniPack());
    std::vector<Fault> faults;
    for (const Error &error : request.errors()) {
        faults.emplace_back(error.code, error.path);
    }
    return faults;
}

TEST(AnalysisRequest, HasDefaults) {
    const auto sensitivity =
        parseAnalysisRequest(AnalysisKind::sensitivity, kScenario, "{}", miniPack());
    ASSERT_TRUE(sensitivity);
    EXPECT_EQ(sensitivity.value().method, Method::sobol);
    EXPECT_FALSE(sensitivity.value().threshold);
    const auto comparison =
        parseAnalysisRequest(AnalysisKind::comparison, kScenarios, "{}", miniPack());
    ASSERT_TRUE(comparison);
    EXPECT_EQ(comparison.value().scenarios.size(), 2u);
    EXPECT_EQ(comparison.value().outputs, std::vector{Output::exportsAdditional});
}

TEST(AnalysisRequest, TakesWhatIsAskedFor) {
    const auto worth = parseAnalysisRequest(
        AnalysisKind::sensitivity, kScenario,
        R"({"method": "evppi", "output": "jobs", "year": 2022, "threshold": -1.5})", miniPack());
    ASSERT_TRUE(worth);
    EXPECT_EQ(worth.value().method, Method::evppi);
    EXPECT_EQ(worth.value().threshold, -1.5);
    EXPECT_EQ(worth.value().focus.output, Output::jobs);
    EXPECT_EQ(worth.value().focus.year, 2022);
    const auto comparison =
        parseAnalysisRequest(AnalysisKind::comparison, kScenarios,
                             R"({"outputs": ["jobs", "exportsAdditional"]})", miniPack());
    ASSERT_TRUE(comparison);
    EXPECT_EQ(comparison.value().outputs, (std::vector{Output::jobs, Output::exportsAdditional}));
}

TEST(AnalysisRequest, RefusesOptionsOfSensitivityByTheirPlace) {
    const std::vector<std::pair<std::string, Fault>> cases{
        {R"({"method": "morris"})", {ErrorCode::unknownName, "/method"}},
        {R"({"method": "morris", "threshold": 1})", {ErrorCode::unknownName, "/method"}},
        {R"({"method": 1})", {ErrorCode::wrongType, "/method"}},
        {R"({"output": "profit"})", {ErrorCode::unknownName, "/output"}},
        {R"({"year": 1999})", {ErrorCode::outOfRange, "/year"}},
        {R"({"year": null})", {ErrorCode::outOfRange, "/year"}},
        {R"({"threshold": 1})", {ErrorCode::conflict, "/threshold"}},
        {R"({"method": "tornado", "threshold": 1})", {ErrorCode::conflict, "/threshold"}},
        {R"({"method": "evppi", "threshold": null})", {ErrorCode::outOfRange, "/threshold"}},
        {R"({"target": 1})", {ErrorCode::unknownKey, "/target"}},
        {R"([])", {ErrorCode::wrongType, ""}},
        {R"({"year": )", {ErrorCode::jsonSyntax, ""}},
    };
    for (const auto &[options, fault] : cases) {
        EXPECT_EQ(refused(AnalysisKind::sensitivity, options), std::vector{fault}) << options;
    }
}

TEST(AnalysisRequest, RefusesOptionsOfAGoalByTheirPlace) {
    std::string seventeen = "0.5";
    for (int more = 0; more < 16; ++more) {
        seventeen += ", 0.5";
    }
    const std::vector<std::pair<std::string, Fault>> cases{
        {R"({})", {ErrorCode::missingKey, "/target"}},
        {R"({"target": null})", {ErrorCode::outOfRange, "/target"}},
        {R"({"target": 1, "method": "sobol"})", {ErrorCode::unknownKey, "/method"}},
        {R"({"target": 1, "probabilities": []})", {ErrorCode::outOfRange, "/probabilities"}},
        {R"({"target": 1, "probabilities": [)" + seventeen + "]}",
         {ErrorCode::outOfRange, "/probabilities"}},
        {R"({"target": 1, "probabilities": 0.5})", {ErrorCode::wrongType, "/probabilities"}},
        {R"({"target": 1, "probabilities": [0.5, 1]})",
         {ErrorCode::outOfRange, "/probabilities/1"}},
        {R"({"target": 1, "probabilities": [0]})", {ErrorCode::outOfRange, "/probabilities/0"}},
    };
    for (const auto &[options, fault] : cases) {
        EXPECT_EQ(refused(AnalysisKind::goal, options), std::vector{fault}) << options;
    }
}

TEST(AnalysisRequest, RefusesOptionsOfAComparisonByTheirPlace) {
    const std::vector<std::pair<std::string, Fault>> cases{
        {R"({"outputs": []})", {ErrorCode::wrongLength, "/outputs"}},
        {R"({"outputs": "jobs"})", {ErrorCode::wrongType, "/outputs"}},
        {R"({"outputs": ["profit"]})", {ErrorCode::unknownName, "/outputs/0"}},
        {R"({"outputs": ["jobs", "jobs"]})", {ErrorCode::conflict, "/outputs/1"}},
        {R"({"year": 2022})", {ErrorCode::unknownKey, "/year"}},
    };
    for (const auto &[options, fault] : cases) {
        EXPECT_EQ(refused(AnalysisKind::comparison, options, kScenarios), std::vector{fault})
            << options;
    }
}

TEST(AnalysisRequest, ReportsTheFaultsOfTheScenarioFirst) {
    const std::vector<Fault> expected{{ErrorCode::unknownKey, "/surprise"},
                                      {ErrorCode::unknownName, "/method"}};
    EXPECT_EQ(refused(AnalysisKind::sensitivity, R"({"method": "none"})",
                      R"({"schema": 1, "pack": "mini", "surprise": 1})"),
              expected);
}

} // namespace
} // namespace export_potential
