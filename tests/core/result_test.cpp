// What is reported from the draws: tables, waterfall, checks.

#include "export_potential/result.hpp"

#include "result_checks.hpp"
#include "test_support.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace export_potential {
namespace {

using nlohmann::json;

/// Too few for the pool to cut any short.
const std::string kFewSellers = R"("onboarding": {"newSellers": 1000})";

std::vector<std::string> codes(const std::vector<Check> &found) {
    std::vector<std::string> names;
    for (const Check &check : found) {
        names.emplace_back(check.code);
    }
    return names;
}

RunSummary summaryOf(const Case &c) {
    RunSummary summary(c.simulation);
    summary.addAll(c.results);
    return summary;
}

std::vector<Check> checksOf(const Case &c) {
    return checks(summaryOf(c));
}

TEST(Checks, FindNothingWhereNothingIsUnusual) {
    const Case c(publicPack(), kFewSellers);
    EXPECT_TRUE(checksOf(c).empty());
}

TEST(Checks, WarnOfMoreTraineesThanRegistrantsWithoutBlocking) {
    const auto withSecondTier = [](const std::string &share) {
        return std::string(kFewSellers) + R"(, "measures": [
            {"type": "training", "tier": "light", "from": 2027, "to": 2029, "share": 0.7},
            {"type": "training", "tier": "intensive", "from": 2028, "to": 2031, "share": )" +
               share + "}]";
    };
    const Case all(publicPack(), withSecondTier("0.3"));
    EXPECT_TRUE(checksOf(all).empty());
    // 0.7 and 0.55 of those who register in 2028.
    const Case more(publicPack(), withSecondTier("0.55"));
    ASSERT_EQ(codes(checksOf(more)), std::vector<std::string>{"trainees_above_registrants"});
    EXPECT_EQ(
        checksOf(more)[0].message,
        "In 2028 training is offered to 125 % of those who register, more than there are; who "
        "is trained twice counts twice.");
    const Case hardly(publicPack(), withSecondTier("0.304"));
    EXPECT_EQ(checksOf(hardly)[0].message.find("In 2028 training is offered to just over 100 %"),
              0u);
}

TEST(Checks, SayInHowManyFuturesThePoolIsTooSmall) {
    Pack pack = publicPack();
    fix(pack, Symbol::export_ready, 0);
    const Case c(pack, "");
    ASSERT_EQ(codes(checksOf(c)), std::vector<std::string>{"above_pool"});
    EXPECT_EQ(checksOf(c)[0].message.find("In 20 of 20 futures there are too few"), 0u);
    const Case one(pack, "", 1);
    EXPECT_EQ(checksOf(one)[0].message.find("There are too few"), 0u);
    // Of 64 draws; 62 are 19.4 of 20 and 63 are 19.7.
    Case counted(publicPack(), kFewSellers);
    const std::span<double> limited =
        counted.results.column(counted.layout.of(ColumnKind::poolLimited, 0, 1));
    for (const auto &[draws, words] :
         {std::pair{1, "fewer than 1"}, {4, "1"}, {62, "19"}, {63, "more than 19"}, {64, "20"}}) {
        std::ranges::fill(limited.first(static_cast<std::size_t>(draws)), 1.0);
        EXPECT_EQ(checksOf(counted)[0].message.find(std::string("In ") + words +
                                                    " of 20 futures there are too few"),
                  0u)
            << draws;
    }
}

TEST(Checks, DoubtAnAnswerAboveTheShareThatEcommerceHasReached) {
    Pack pack = publicPack();
    const Case c(pack, kFewSellers);
    const std::size_t last = c.years() - 1;
    std::vector<double> headline;
    for (std::size_t t = 0; t <= last; ++t) {
        const auto column = c.column(Output::exportsAdditional, t);
        std::vector<double> sorted(column.begin(), column.end());
        std::ranges::sort(sorted);
        headline.push_back((sorted[31] + sorted[32]) / 2); // the median of 64 draws
    }
    const double highest = *std::ranges::max_element(headline);
    // Half of the draws are above a limit just below the median, fewer above one over it.
    pack.ecommerceCeiling = highest * 0.999 / pack.goodsExports;
    EXPECT_EQ(codes(checksOf(Case(pack, kFewSellers))),
              std::vector<std::string>{"above_ecommerce_ceiling"});
    pack.ecommerceCeiling = highest * 1.3 / pack.goodsExports;
    EXPECT_TRUE(checksOf(Case(pack, kFewSellers)).empty());
}

TEST(Checks, DoubtASectorThatAddsMoreThanItExports) {
    Pack pack = publicPack();
    pack.sectors[2].exports = 1;
    const std::vector<Check> found = checksOf(Case(pack, kFewSellers));
    ASSERT_EQ(codes(found), std::vector<std::string>{"above_sector_exports"});
    EXPECT_NE(found[0].message.find('"' + pack.sectors[2].id + '"'), std::string::npos);
}

TEST(Checks, SayThatTheCorrelationsContradictOneAnother) {
    // Nothing can go against two that go against each other. Of three parameters with equal rank
    // correlations the lowest is 6 / pi asin(-1/4) = -0.4826, by symmetry the nearest to -0.9.
    Pack pack = miniPack();
    const auto among = [&pack](double spearman) {
        const ParameterElement rho{Symbol::rho};
        const ParameterElement v{Symbol::v};
        const ParameterElement jobs{Symbol::jobs_per_m};
        pack.correlations = {{rho, v, spearman}, {v, jobs, spearman}, {jobs, rho, spearman}};
        return Case(pack, kFewSellers);
    };
    const auto sentences = [](const Case &c) {
        std::vector<std::string> found;
        for (const Check &check : checksOf(c)) {
            if (check.code == "correlations_adjusted") {
                found.push_back(check.message);
            }
        }
        return found;
    };
    const Case contradictory = among(-0.9);
    EXPECT_NEAR(contradictory.simulation.correlationRepair(), 0.417416, 2e-6);
    ASSERT_EQ(sentences(contradictory).size(), 1u);
    EXPECT_NE(sentences(contradictory)[0].find(" by up to 42 hundredths"), std::string::npos);
    const Case consistent = among(-0.48);
    EXPECT_EQ(consistent.simulation.correlationRepair(), 0);
    EXPECT_TRUE(sentences(consistent).empty());
    EXPECT_EQ(Case(miniPack(), kFewSellers).simulation.correlationRepair(), 0);
    pack.correlations.clear();
    EXPECT_EQ(Case(pack, kFewSellers).simulation.correlationRepair(), 0);
}

TEST(Waterfall, LeadsFromTheProgrammesSalesToValueAddedWithoutARest) {
    const Case c(miniPack(), kMiniRoadmap);
    const std::vector<WaterfallStep> steps = waterfall(summaryOf(c));
    std::vector<std::string_view> ids;
    for (const WaterfallStep &step : steps) {
        ids.push_back(step.id);
    }
    EXPECT_EQ(ids, (std::vector<std::string_view>{"programmeSales", "deadweight", "crowding",
                                                  "displacement", "wedge", "exportsAdditional",
                                                  "importedInputs", "valueAdded"}));
    for (std::size_t t = 0; t < c.years(); ++t) {
        double level = 0;
        for (const WaterfallStep &step : steps) {
            if (step.total && level != 0) {
                EXPECT_TRUE(close(level, step.means[t], 1e-9, steps[0].means[t])) << step.id;
            }
            level = step.total ? step.means[t] : level + step.means[t];
        }
        const double sold = meanOf(c.column(ColumnKind::programmeSales, kWith, t));
        EXPECT_TRUE(close(steps[0].means[t], sold, 1e-12));
        EXPECT_TRUE(close(steps[1].means[t],
                          -meanOf(c.column(ColumnKind::programmeSales, kWithout, t)), 1e-12));
        EXPECT_TRUE(
            close(steps[5].means[t], meanOf(c.column(Output::exportsAdditional, t)), 1e-12));
        EXPECT_TRUE(close(steps[7].means[t], meanOf(c.column(Output::valueAdded, t)), 1e-12));
    }
}

TEST(RunResult, ReportsMeansAndQuantilesOfTheDraws) {
    const Case c(miniPack(), R"("draws": 256)", 256);
    const json result = json::parse(runResultJson(c.simulation, c.results), nullptr, false);
    ASSERT_TRUE(result.is_object());
    const json &headline = result.at("outputs").at("exportsAdditional");
    for (std::size_t t = 0; t < c.years(); ++t) {
        const auto column = c.column(Output::exportsAdditional, t);
        std::vector<double> sorted(column.begin(), column.end());
        std::ranges::sort(sorted);
        EXPECT_TRUE(close(headline.at("mean")[t].get<double>(), meanOf(column), 1e-12));
        // 255 x .05 = 12.75 and 255 x .9 = 229.5: between the order statistics on either side.
        EXPECT_TRUE(close(headline.at("quantiles").at("p05")[t].get<double>(),
                          sorted[12] + 0.75 * (sorted[13] - sorted[12]), 1e-12));
        EXPECT_TRUE(close(headline.at("quantiles").at("p90")[t].get<double>(),
                          (sorted[229] + sorted[230]) / 2, 1e-12));
        const auto positive = std::ranges::count_if(column, [](double x) { return x > 0; });
        EXPECT_EQ(result.at("probability").at("positive")[t].get<double>(),
                  static_cast<double>(positive) / 256);
    }
}

TEST(RunResult, HoldsDotsAndPercentilesOfTheHeadline) {
    const Case c(miniPack(), R"("draws": 256)", 256);
    const json result = json::parse(runResultJson(c.simulation, c.results), nullptr, false);
    for (std::size_t t = 0; t < c.years(); ++t) {
        const auto column = c.column(Output::exportsAdditional, t);
        std::vector<double> sorted(column.begin(), column.end());
        std::ranges::sort(sorted);
        const json &percentiles = result.at("percentiles")[t];
        const json &dots = result.at("dots")[t];
        ASSERT_EQ(percentiles.size(), 101u);
        ASSERT_EQ(dots.size(), 50u);
        EXPECT_EQ(percentiles[0].get<double>(), sorted.front());
        EXPECT_EQ(percentiles[100].get<double>(), sorted.back());
        // 255 x .2 = 51: an order statistic. 255 x .01 = 2.55: between two.
        EXPECT_EQ(percentiles[20].get<double>(), sorted[51]);
        EXPECT_TRUE(
            close(dots[0].get<double>(), sorted[2] + 0.55 * (sorted[3] - sorted[2]), 1e-12));
        EXPECT_TRUE(
            close(dots[49].get<double>(), sorted[252] + 0.45 * (sorted[253] - sorted[252]), 1e-12));
    }
}

TEST(RunResult, SaysHowProbableTargetsAre) {
    Pack pack = miniPack();
    const Case plain(pack, R"("draws": 256)", 256);
    const auto column = plain.column(Output::exportsAdditional, 2);
    std::vector<double> sorted(column.begin(), column.end());
    std::ranges::sort(sorted);
    // The draw itself reaches the amount: 256 - 64 of them do.
    const double amount = sorted[64];
    // The target is in dollars of 2030, ten years of 2 % after the base year.
    pack.exportTarget = (pack.goodsExports + sorted[192]) * std::pow(1.02, 10);
    const Case c(pack, R"("draws": 256, "targets": [1e15, )" + json(amount).dump() + "]", 256);
    const json result = json::parse(runResultJson(c.simulation, c.results), nullptr, false);
    const json &targets = result.at("probability").at("targets");
    ASSERT_EQ(targets.size(), 2u);
    EXPECT_EQ(targets[0].at("probability")[2].get<double>(), 0);
    EXPECT_EQ(targets[1].at("amount").get<double>(), amount);
    EXPECT_EQ(targets[1].at("probability")[2].get<double>(), 0.75);
    EXPECT_NEAR(result.at("probability").at("exportTarget")[2].get<double>(), 0.25, 1.0 / 256);
}

TEST(RunResult, ComparesTheTargetOfALaterYearInDollarsOfTheBaseYear) {
    Pack pack = publicPack();
    const Case plain(pack, R"("draws": 256)", 256);
    const auto column = plain.column(Output::exportsAdditional, 2);
    std::vector<double> sorted(column.begin(), column.end());
    std::ranges::sort(sorted);
    pack.exportTarget = 60e9;
    pack.exportTargetYear = pack.baseYear + 4;
    pack.usdInflation = 0.025;
    // 60e9 / 1.025^4 by Python's decimal: as many dollars of the base year.
    pack.goodsExports = 54'357'038'687.99 - (sorted[191] + sorted[192]) / 2;
    const Case c(pack, R"("draws": 256)", 256);
    const json result = json::parse(runResultJson(c.simulation, c.results), nullptr, false);
    EXPECT_EQ(result.at("probability").at("exportTarget")[2].get<double>(), 0.25);
}

TEST(RunResult, TellsWhereTheSpreadComesFrom) {
    const auto spread = [](const Pack &pack) {
        const Case c(pack, R"("draws": 1024)", 1024);
        return json::parse(runResultJson(c.simulation, c.results), nullptr, false).at("spread");
    };
    Pack pack = miniPack();
    const json all = spread(pack);
    for (std::size_t t = 0; t < all.at("luck").size(); ++t) {
        EXPECT_NEAR(all.at("luck")[t].get<double>() + all.at("shocks")[t].get<double>() +
                        all.at("parameters")[t].get<double>(),
                    1, 1e-12);
        EXPECT_GT(all.at("parameters")[t].get<double>(), 0);
    }
    // No market is ever interrupted: no shocks.
    fix(pack, Symbol::pi, 0);
    EXPECT_EQ(spread(pack).at("shocks")[2].get<double>(), 0);
    // Every parameter is known, and half of all sales are lost in half of the years: no ignorance.
    Pack known = miniPack();
    for (std::size_t symbol = 0; symbol < kSymbolCount; ++symbol) {
        for (Distribution &value : known.parameters[symbol].values) {
            value = Fixed{median(value)};
        }
    }
    fix(known, Symbol::pi, 0.5);
    fix(known, Symbol::severity, 0.5);
    const json shocks = spread(known);
    // The estimate of the whole variance from 512 of the 1,024 draws; its error is a few per cent.
    const double luck = shocks.at("luck")[2].get<double>();
    EXPECT_GT(shocks.at("shocks")[2].get<double>(), 0.8 * (1 - luck));
    EXPECT_LT(shocks.at("parameters")[2].get<double>(), 0.2 * (1 - luck));
}

TEST(RunResult, HoldsTheSameNumbersAsCsv) {
    const Case c(miniPack(), R"("draws": 256)", 256);
    const json result = json::parse(runResultJson(c.simulation, c.results), nullptr, false);
    const std::string csv = runResultCsv(c.simulation, c.results);
    EXPECT_EQ(csv.find("group,id,name,unit,year,mean,p05,p10,p25,p50,p75,p90,p95\r\n"), 0u);
    const int year = c.simulation.years()[2];
    const std::string start = "\noutputs,,exportsAdditional,US$," + std::to_string(year) + ",";
    const std::size_t at = csv.find(start);
    ASSERT_NE(at, std::string::npos);
    const std::string_view mean = std::string_view(csv).substr(
        at + start.size(), csv.find(',', at + start.size()) - at - start.size());
    EXPECT_EQ(json::parse(mean, nullptr, false),
              result.at("outputs").at("exportsAdditional").at("mean")[2]);
}

TEST(Samples, AreALineForEachDraw) {
    const Case c(miniPack(), "", 3);
    const std::string header = samplesCsvHeader(c.simulation);
    const std::string rows = samplesCsvRows(c.simulation, c.inputs, c.results);
    EXPECT_EQ(header.find("draw,"), 0u);
    EXPECT_EQ(std::ranges::count(rows, '\n'), 3);
    const auto columns = std::ranges::count(header, ',') + 1;
    EXPECT_EQ(columns, static_cast<std::ptrdiff_t>(1 + c.simulation.inputNames().size() +
                                                   kOutputCount * c.years()));
    EXPECT_EQ(std::ranges::count(rows, ','), 3 * (columns - 1));
}

} // namespace
} // namespace export_potential
