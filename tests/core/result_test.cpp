// What is reported from the draws: tables, waterfall, spread.

#include "export_potential/result.hpp"

#include "analysis_support.hpp"

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

TEST(Waterfall, LeadsFromTheProgrammesSalesToValueAddedWithoutARest) {
    const Case c(miniPack(), kMiniRoadmap);
    RunSummary summary(c.simulation);
    summary.addAll(c.results);
    const std::vector<WaterfallStep> steps = waterfall(summary);
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

TEST(RunResult, StandardErrorsAreThoseOfSixteenReplicates) {
    const Case c(miniPack(), R"("draws": 256)", 256);
    const json result = json::parse(runResultJson(c.simulation, c.results), nullptr, false);
    const json &errors = result.at("standardError").at("exportsAdditional");
    // Draws d with equal d mod 16 are a replicate: the standard deviation of the sixteen means, or
    // medians, of sixteen draws each, over the root of sixteen.
    const auto error = [](const std::vector<double> &of) {
        const double centre = meanOf(of);
        double squares = 0;
        for (const double value : of) {
            squares += (value - centre) * (value - centre);
        }
        return std::sqrt(squares / 15) / 4;
    };
    for (std::size_t t = 0; t < c.years(); ++t) {
        const auto column = c.column(Output::exportsAdditional, t);
        std::vector<double> means;
        std::vector<double> medians;
        for (std::size_t r = 0; r < 16; ++r) {
            std::vector<double> replicate;
            for (std::size_t draw = r; draw < 256; draw += 16) {
                replicate.push_back(column[draw]);
            }
            means.push_back(meanOf(replicate));
            std::ranges::sort(replicate);
            medians.push_back((replicate[7] + replicate[8]) / 2);
        }
        EXPECT_TRUE(close(errors.at("mean")[t].get<double>(), error(means), 1e-12)) << t;
        EXPECT_TRUE(close(errors.at("p50")[t].get<double>(), error(medians), 1e-12)) << t;
    }
}

TEST(RunResult, OfNoProgrammeIsInNoFutureAGain) {
    const Case c(miniPack(), R"("draws": 256, "onboarding": {"newSellers": 0})", 256);
    const json result = json::parse(runResultJson(c.simulation, c.results), nullptr, false);
    for (const json &share : result.at("probability").at("positive")) {
        EXPECT_EQ(share, 0);
    }
}

TEST(RunResult, ShocksAreTheirTotalEffectOnTheVariance) {
    // What is not displaced, X, times what the markets take, M, which are independent of one
    // another: E[X^2] Var[M] is the part of the variance of XM that knowing X leaves.
    Pack pack = atMedians(miniPack());
    fix(pack, Symbol::pi, 0.5);
    fix(pack, Symbol::severity, 0.5);
    for (Distribution &value : pack.parameters[static_cast<std::size_t>(Symbol::disp)].values) {
        value = Uniform{0, 0.9};
    }
    constexpr std::size_t kDraws = 4096;
    const Case c(pack, R"("draws": 4096)", kDraws);
    const json spread =
        json::parse(runResultJson(c.simulation, c.results), nullptr, false).at("spread");
    const auto disp = c.input("disp");
    for (const std::size_t t : {1u, 4u, 9u}) {
        const auto headline = c.column(Output::exportsAdditional, t);
        std::vector<double> taken;
        for (std::size_t draw = 0; draw < kDraws; ++draw) {
            taken.push_back(headline[draw] / (1 - disp[draw]));
        }
        const auto varianceOf = [](std::span<const double> of) {
            double squares = 0;
            for (const double value : of) {
                squares += value * value / static_cast<double>(of.size());
            }
            return squares - meanOf(of) * meanOf(of);
        };
        // X is uniform from 0.1 to 1: E[X^2] = (1 - 0.001) / (3 x 0.9) = 0.37.
        const double expected = 0.37 * varianceOf(taken) / varianceOf(headline);
        ASSERT_GT(expected, 0.1);
        ASSERT_LT(expected, 0.45);
        const double shocks = spread.at("shocks")[t].get<double>();
        const double parameters = spread.at("parameters")[t].get<double>();
        // Of 512 pairs, known to about a twelfth.
        EXPECT_NEAR(shocks / (shocks + parameters) / expected, 1, 0.35) << t;
    }
}

TEST(RunResult, NoPartOfTheSpreadIsNegative) {
    // Shocks alone vary: about as often as not their estimate is above the whole variance.
    Pack pack = atMedians(miniPack());
    fix(pack, Symbol::pi, 0.3);
    fix(pack, Symbol::severity, 0.5);
    const Case c(pack, R"("draws": 1024)", 1024);
    const json spread =
        json::parse(runResultJson(c.simulation, c.results), nullptr, false).at("spread");
    for (const char *part : {"parameters", "shocks", "luck"}) {
        for (const json &share : spread.at(part)) {
            EXPECT_GE(share.get<double>(), 0) << part;
            EXPECT_LE(share.get<double>(), 1) << part;
        }
    }
}

TEST(RunResult, CsvNamesTheUnitOfEachOutput) {
    const Case c(miniPack(), R"("draws": 256)", 256);
    const std::string csv = runResultCsv(c.simulation, c.results);
    for (const char *start :
         {"\noutputs,,activeWith,sellers,2021,", "\noutputs,,jobs,jobs,2021,",
          "\noutputs,,fiscalNet,US$,2021,", "\nbySector,crafts,grossAdditional,US$,2021,"}) {
        EXPECT_NE(csv.find(start), std::string::npos) << start;
    }
}

TEST(Samples, AreNumberedFromTheFirstOfTheDraws) {
    const Simulation simulation(miniPack(), scenarioOf(miniPack(), ""));
    const Case c(Simulation(miniPack(), scenarioOf(miniPack(), "")), simulation.sample(16, 2));
    const std::string rows = samplesCsvRows(c.simulation, c.inputs, c.results);
    EXPECT_EQ(rows.find("16,"), 0u);
    EXPECT_NE(rows.find("\n17,"), std::string::npos);
}

} // namespace
} // namespace export_potential
