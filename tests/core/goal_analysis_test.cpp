// Goal seek as an analysis: the fewest registrations that reach a target.

#include "export_potential/analysis_request.hpp"

#include "analysis_support.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace export_potential {
namespace {

using nlohmann::json;

/// Share of 1,024 draws in which the headline of 2031 reaches a target with so many sellers in so
/// many years.
double shareReaching(double target, double sellers, int years = 5) {
    const Case c(publicPack(),
                 R"("onboarding": {"newSellers": )" + std::to_string(sellers) + R"(, "years": )" +
                     std::to_string(years) + "}",
                 1024);
    const auto column = c.column(Output::exportsAdditional, 4);
    return static_cast<double>(
               std::ranges::count_if(column, [=](double x) { return x >= target; })) /
           1024;
}

TEST(GoalAnalysis, FindsTheFewestRegistrationsThatReachTheTarget) {
    const Scenario scenario = scenarioOf(publicPack(), R"("draws": 1024)");
    const double target = 40e6;
    const json result = resultOf(
        *makeGoalAnalysis(publicPack(), scenario, focusOn(scenario, 2031), target, {0.3, 0.5}));
    const auto share = [=](double sellers) { return shareReaching(target, sellers); };
    double before = 0;
    for (const json &goal : result.at("goals")) {
        ASSERT_TRUE(goal.at("reachable").get<bool>());
        const double sellers = goal.at("newSellers").get<double>();
        EXPECT_GT(sellers, before);
        before = sellers;
        const double probability = goal.at("probability").get<double>();
        EXPECT_GE(share(sellers), probability);
        EXPECT_LT(share(sellers * 0.99), probability + 0.005);
    }
    EXPECT_EQ(result.at("scenario").at("probability").get<double>(), share(100'000));
}

/// More registrations than the pool holds fill it in the first years, and of those who joined early
/// fewer are left in the last: with ten millions the chance is lower than with a quarter of one.
TEST(GoalAnalysis, FindsWhatMoreThanThePoolWouldNotReach) {
    const Scenario scenario = scenarioOf(publicPack(), R"("draws": 1024)");
    const double target = 100e6;
    const auto share = [=](double sellers) { return shareReaching(target, sellers); };
    const double probability = 0.45;
    ASSERT_LT(share(10e6), probability);
    ASSERT_GE(share(275'000), probability);
    const json result = resultOf(*makeGoalAnalysis(publicPack(), scenario, focusOn(scenario, 2031),
                                                   target, {probability, 0.99}));
    const json &goal = result.at("goals")[0];
    ASSERT_TRUE(goal.at("reachable").get<bool>());
    const double sellers = goal.at("newSellers").get<double>();
    EXPECT_GE(share(sellers), probability);
    EXPECT_LT(share(sellers * 0.99), probability + 0.005);
    EXPECT_FALSE(result.at("goals")[1].at("reachable").get<bool>());
    // Nowhere on a fine grid is it higher by more than a few draws.
    const double highest = goal.at("highestProbability").get<double>();
    for (double tried = 100'000; tried < 1e6; tried *= 1.1) {
        EXPECT_LT(share(tried), highest + 0.01) << tried;
    }
}

/// Its first tries are ten million, its halves, quarters and so on: of these the two about the
/// likeliest number of a plan of eight years are each by a fiftieth less likely than that.
TEST(GoalAnalysis, LooksForTheLikeliestNumberBetweenItsFirstTries) {
    const double target = 100e6;
    double likeliest = 0;
    for (double sellers = 313'000; sellers < 625'000; sellers *= 1.05) {
        likeliest = std::max(likeliest, shareReaching(target, sellers, 8));
    }
    ASSERT_GT(likeliest, shareReaching(target, 10e6 / 16, 8) + 0.02);
    ASSERT_GT(likeliest, shareReaching(target, 10e6 / 32, 8) + 0.02);
    const Scenario scenario =
        scenarioOf(publicPack(), R"("draws": 1024, "onboarding": {"years": 8})");
    const json result = resultOf(
        *makeGoalAnalysis(publicPack(), scenario, focusOn(scenario, 2031), target, {0.99}));
    // But for a few draws.
    EXPECT_GE(result.at("goals")[0].at("highestProbability").get<double>(), likeliest - 0.003);
}

/// A slow plan fills the pool early only where it is larger than the pool: the most that a scenario
/// may ask for, ten million, is likelier to reach a target of the third year than all 3.6 million.
TEST(GoalAnalysis, TriesMoreThanThePoolHolds) {
    const std::string plan =
        R"("draws": 1024, "onboarding": {"years": 15, "path": "logistic", "newSellers": )";
    for (const char *own : {"100000", "10000000"}) {
        const Scenario scenario = scenarioOf(publicPack(), plan + own + "}");
        const json result = resultOf(
            *makeGoalAnalysis(publicPack(), scenario, focusOn(scenario, 2028), 100e6, {0.4}));
        const json &goal = result.at("goals")[0];
        ASSERT_TRUE(goal.at("reachable").get<bool>());
        EXPECT_GT(goal.at("newSellers").get<double>(), 3.6e6);
        EXPECT_GE(goal.at("highestProbability").get<double>(),
                  result.at("scenario").at("probability").get<double>());
    }
}

TEST(GoalAnalysis, SaysWhatThePoolCannotReach) {
    const Scenario scenario = scenarioOf(publicPack(), R"("draws": 256)");
    const json result =
        resultOf(*makeGoalAnalysis(publicPack(), scenario, focusOn(scenario, 2031), 60e9, {0.5}));
    EXPECT_FALSE(result.at("goals")[0].at("reachable").get<bool>());
    EXPECT_FALSE(result.at("goals")[0].contains("newSellers"));
    EXPECT_EQ(result.at("goals")[0].at("highestProbability"), 0);
}

/// Goal seek in the fourth year of a plan of the mini pack in which nothing varies.
json goalOf(const std::string &members, double target) {
    const Pack pack = atMedians(miniPack());
    const Scenario scenario = scenarioOf(pack, R"("draws": 256, )" + members);
    return resultOf(*makeGoalAnalysis(pack, scenario, focusOn(scenario, 2024), target, {0.5}))
        .at("goals")[0];
}

double certainHeadline(const std::string &members) {
    const Case c(atMedians(miniPack()), members, 1);
    return c.at(Output::exportsAdditional, 3);
}

TEST(GoalAnalysis, RoundsAPartOfASellerUp) {
    const auto plan = [](int sellers) {
        return R"("onboarding": {"newSellers": )" + std::to_string(sellers) + '}';
    };
    // Between what three and four sellers bring: four are needed.
    const double target = (certainHeadline(plan(3)) + certainHeadline(plan(4))) / 2;
    const json goal = goalOf(plan(1000), target);
    ASSERT_TRUE(goal.at("reachable").get<bool>());
    EXPECT_EQ(goal.at("newSellers"), 4);
}

TEST(GoalAnalysis, AsksForNobodyWhereMeasuresReachTheTarget) {
    const std::string measure = R"("measures": [{"type": "logistics", "from": 2021, "days": -4}])";
    const double gain = certainHeadline(R"("onboarding": {"newSellers": 0}, )" + measure);
    ASSERT_GT(gain, 0);
    const json goal = goalOf(measure, gain / 2);
    ASSERT_TRUE(goal.at("reachable").get<bool>());
    EXPECT_EQ(goal.at("newSellers"), 0);
}

TEST(GoalAnalysis, KeepsTheProportionsOfAPathByYear) {
    // What 100 in the third and 300 in the fourth year bring is reached by as many, whatever size
    // the plan had; to a thousandth, and a whole seller.
    const double target = certainHeadline(R"("onboarding": {"path": [0, 0, 100, 300]})");
    const json goal = goalOf(R"("onboarding": {"path": [0, 0, 5, 15]})", target);
    ASSERT_TRUE(goal.at("reachable").get<bool>());
    EXPECT_NEAR(goal.at("newSellers").get<double>(), 400, 1.5);
}

TEST(GoalAnalysis, SpreadsAPathOfNobodyEvenly) {
    const double target =
        certainHeadline(R"("onboarding": {"newSellers": 400, "years": 4, "path": "linear"})");
    const json goal = goalOf(R"("onboarding": {"path": [0, 0, 0, 0]})", target);
    ASSERT_TRUE(goal.at("reachable").get<bool>());
    EXPECT_NEAR(goal.at("newSellers").get<double>(), 400, 1.5);
}

TEST(GoalAnalysis, AsksForAnEvenChanceAndForFourInFiveUnlessTold) {
    const Result<AnalysisRequest> request = parseAnalysisRequest(
        AnalysisKind::goal, R"({"schema": 1, "pack": "mini"})", R"({"target": 1e6})", miniPack());
    ASSERT_TRUE(request);
    EXPECT_EQ(request.value().probabilities, (std::vector<double>{0.5, 0.8}));
}
} // namespace
} // namespace export_potential
