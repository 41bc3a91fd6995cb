// The back-test: a made-up programme by hand, the weights of draws computed a second time, and
// Amazon's Indian programme as it is published.

#include "export_potential/hindcast.hpp"

#include "test_support.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace export_potential {
namespace {

const Hindcast &miniHindcast() {
    static const Result<Hindcast> hindcast =
        parseHindcast(readFile("tests/data/hindcasts/mini.json"), miniPack());
    EXPECT_TRUE(hindcast) << describe(hindcast.errors());
    return hindcast.value();
}

Backtest backtestOf(const Pack &priors, const Hindcast &hindcast, int draws, int threads = 1) {
    Simulation simulation = hindcastSimulation(priors, hindcast, draws, 1);
    std::optional<HindcastResult> result = runHindcast(simulation, hindcast, threads);
    EXPECT_TRUE(result);
    return {hindcast, std::move(simulation), std::move(*result)};
}

std::string jsonOf(Backtest backtest) {
    return hindcastsJson({&backtest, 1});
}

/// The mini pack without anything uncertain: half become active, 60 %, 70 %, 76 %, ... stay, each
/// sells US$1,000 a year and 54 % of that in its first.
Pack certainPack() {
    Pack pack = miniPack();
    for (const auto &[symbol, value] : {std::pair{Symbol::act, 0.5},
                                        {Symbol::r1, 0.6},
                                        {Symbol::r2_gain, 0.25},
                                        {Symbol::x, 0.0},
                                        {Symbol::m, 1000.0},
                                        {Symbol::psi, 0.0},
                                        {Symbol::kappa, 0.0},
                                        {Symbol::g0, 1.0},
                                        {Symbol::growth, 0.0},
                                        {Symbol::pi, 0.0}}) {
        fix(pack, symbol, value);
    }
    return pack;
}

// Dollars of the base year that the accounts of tests/data/hindcasts/mini.json sell in the fiscal
// years 2014 to 2016: 500 SUM R_c S(a), first years times 0.54, with S = 1, .6, .42, .3192, .25536,
// .211584..., computed in Python.
constexpr double kSales2014 = 401'376;
constexpr double kSales2015 = 448'070.4;
constexpr double kSales2016 = 487'213.44;
// Two halves of years, then a half and a quarter, at 10 % inflation since 2011.
constexpr double kFirst = 0.5 * kSales2014 * 1.331 + 0.5 * kSales2015 * 1.4641;
constexpr double kSecond = 0.5 * kSales2015 * 1.4641 + 0.25 * kSales2016 * 1.61051;

TEST(Hindcast, SpreadsRegistrationsEvenlyBetweenReports) {
    // 600 in the 18 months to June 2011, of which 6 are of fiscal year 2010; then 1,200 in three
    // years, and as many a year after the last report.
    const Registrations found = registrationsOf(miniHindcast());
    EXPECT_EQ(found.firstYear, 2010);
    ASSERT_EQ(found.perYear.size(), 7u);
    EXPECT_NEAR(found.perYear[0], 200, 1e-9);
    for (std::size_t year = 1; year < found.perYear.size(); ++year) {
        EXPECT_NEAR(found.perYear[year], 400, 1e-9) << year;
    }
}

TEST(Hindcast, DividesWhatIsKnownByTheBaseYearAndTheSplit) {
    const Backtest mini = backtestOf(miniPack(), miniHindcast(), 256);
    const auto spans = [](std::span<const SalesInterval> intervals) {
        std::vector<std::array<double, 3>> list;
        for (const SalesInterval &interval : intervals) {
            list.push_back({interval.from / 12.0, interval.to / 12.0, interval.observed});
        }
        return list;
    };
    using Spans = std::vector<std::array<double, 3>>;
    // December is month 12: the end of 2009 is 2010 in years.
    EXPECT_EQ(spans(mini.result.before), (Spans{{2010, 2011.5, 1e6}}));
    EXPECT_EQ(spans(mini.result.matched), (Spans{{2011.5, 2013, 3e6}, {2013, 2014, 3e6}}));
    EXPECT_EQ(spans(mini.result.after), (Spans{{2014, 2015, 4e6}, {2015, 2015.75, 4e6}}));
}

TEST(Hindcast, PredictsWhatTheHandCalculationSells) {
    const HindcastResult result = backtestOf(certainPack(), miniHindcast(), 256).result;
    const std::array expected{kFirst, kSecond};
    ASSERT_TRUE(result.match);
    for (const HindcastReading &reading : {result.prior, *result.match}) {
        ASSERT_EQ(reading.intervals.size(), 2u);
        for (std::size_t i = 0; i < 2; ++i) {
            const IntervalScore &score = reading.intervals[i];
            EXPECT_TRUE(close(score.mean, expected[i], 1e-12)) << i;
            EXPECT_TRUE(close(score.quantiles.front(), expected[i], 1e-12)) << i;
            EXPECT_TRUE(close(score.quantiles.back(), expected[i], 1e-12)) << i;
            EXPECT_TRUE(close(score.crps, 4e6 - expected[i], 1e-11)) << i;
            EXPECT_TRUE(close(score.observedOverMedian, 4e6 / expected[i], 1e-12)) << i;
            EXPECT_EQ(score.pit, 1) << i;
        }
        EXPECT_EQ(reading.effectiveDraws, 256);
        EXPECT_TRUE(close(reading.crps, 4e6 - (kFirst + kSecond) / 2, 1e-11));
        EXPECT_TRUE(close(reading.observedOverMedian, 4e6 / std::sqrt(kFirst * kSecond), 1e-12));
        // None of two inside: 0 to 1 - 0.025^(1/2).
        for (const Coverage &coverage : reading.coverage) {
            EXPECT_EQ(coverage.share, 0);
            EXPECT_EQ(coverage.interval.low, 0);
            EXPECT_NEAR(coverage.interval.high, 0.8418861169915811, 1e-12);
        }
    }
}

TEST(Hindcast, NaiveForecastsAreThoseOfTheHandCalculation) {
    // The last interval sold 3 million in a year. From the first, with 2/3 million a year around
    // September 2010, pace rose 4.5 times in 33 months.
    const HindcastResult result = backtestOf(certainPack(), miniHindcast(), 256).result;
    EXPECT_TRUE(close(result.naive[0].noChange, 3e6, 1e-12));
    EXPECT_TRUE(close(result.naive[1].noChange, 2.25e6, 1e-12));
    EXPECT_TRUE(close(result.naive[0].constantGrowth, 5'183'857.777923446, 1e-12));
    EXPECT_TRUE(close(result.naive[1].constantGrowth, 6'274'146.9540572725, 1e-12));
    const IntervalScore &score = result.prior.intervals[0];
    EXPECT_TRUE(close(score.skillNoChange, 1 - (4e6 - kFirst) / 1e6, 1e-11));
    EXPECT_TRUE(close(score.skillConstantGrowth, 1 - (4e6 - kFirst) / 1'183'857.777923446, 1e-11));
    EXPECT_TRUE(close(result.prior.skillNoChange, 1 - (8e6 - kFirst - kSecond) / 2.75e6, 1e-11));
    EXPECT_TRUE(close(result.prior.skillConstantGrowth,
                      1 - (8e6 - kFirst - kSecond) / (1'183'857.777923446 + 2'274'146.9540572725),
                      1e-11));
}

TEST(Hindcast, WeightsDrawsByTheLikelihoodOfWhatWasKnown) {
    const Hindcast &hindcast = miniHindcast();
    const Backtest mini = backtestOf(miniPack(), hindcast, 1024);
    // The same with the standard library. The model's years are FY2012 to FY2016; the intervals
    // that were known are 2012 and half of 2013, then half of 2013 and of 2014.
    const Case all(hindcastSimulation(miniPack(), hindcast, 1024, 1), 1024);
    const auto sold = [&](std::size_t t, std::size_t d) {
        return all.at(Output::grossWith, t, d) * std::pow(1.1, static_cast<double>(t) + 1);
    };
    double sum = 0;
    double squares = 0;
    double mean = 0;
    for (std::size_t d = 0; d < 1024; ++d) {
        const double first = std::log(3e6 / (sold(0, d) + sold(1, d) / 2)) / 0.4;
        const double second = std::log(3e6 / (sold(1, d) / 2 + sold(2, d) / 2)) / 0.4;
        const double weight = std::exp(-(first * first + second * second) / 2);
        sum += weight;
        squares += weight * weight;
        mean += weight * (sold(2, d) / 2 + sold(3, d) / 2);
    }
    ASSERT_TRUE(mini.result.match);
    EXPECT_TRUE(close(mini.result.match->effectiveDraws, sum * sum / squares, 1e-9));
    EXPECT_TRUE(close(mini.result.match->intervals[0].mean, mean / sum, 1e-9));
    // All draws count alike without it.
    double plain = 0;
    for (std::size_t d = 0; d < 1024; ++d) {
        plain += (sold(2, d) / 2 + sold(3, d) / 2) / 1024;
    }
    EXPECT_TRUE(close(mini.result.prior.intervals[0].mean, plain, 1e-9));
    EXPECT_FALSE(close(plain, mean / sum, 0.01));
    EXPECT_EQ(mini.result.prior.effectiveDraws, 1024);
}

TEST(Hindcast, TakesNothingFromTheCountryButItsPriors) {
    Pack other = miniPack();
    for (std::vector<double> &cohorts : other.registrations) {
        cohorts.assign(cohorts.size(), 7);
    }
    other.baseYear += 3;
    other.onboarding.newSellers *= 2;
    fix(other, Symbol::tau, 0.5);
    fix(other, Symbol::tau_parcel, 0.7);
    fix(other, Symbol::organic_growth, 0.4);
    fix(other, Symbol::export_ready, 1e-9);
    EXPECT_EQ(jsonOf(backtestOf(other, miniHindcast(), 256)),
              jsonOf(backtestOf(miniPack(), miniHindcast(), 256)));
    fix(other, Symbol::g0, 0.1);
    EXPECT_NE(jsonOf(backtestOf(other, miniHindcast(), 256)),
              jsonOf(backtestOf(miniPack(), miniHindcast(), 256)));
}

TEST(Hindcast, SaysWhereWhatWasKnownLeavesFewDrawsOrNone) {
    Hindcast strict = miniHindcast();
    strict.discrepancy = 0.005;
    const Backtest few = backtestOf(miniPack(), strict, 1024);
    ASSERT_TRUE(few.result.match);
    EXPECT_LT(few.result.match->effectiveDraws, 100);
    EXPECT_NE(jsonOf(backtestOf(miniPack(), strict, 1024)).find("few_matched_draws"),
              std::string::npos);
    EXPECT_EQ(jsonOf(backtestOf(certainPack(), miniHindcast(), 256)).find("few_matched_draws"),
              std::string::npos);

    Pack idle = miniPack();
    fix(idle, Symbol::act, 0);
    const Backtest none = backtestOf(idle, miniHindcast(), 256);
    EXPECT_FALSE(none.result.match);
    EXPECT_EQ(none.result.prior.intervals[0].mean, 0);
    EXPECT_FALSE(std::isfinite(none.result.prior.observedOverMedian));
    const std::string text = jsonOf(backtestOf(idle, miniHindcast(), 256));
    EXPECT_NE(text.find(R"("matched":null)"), std::string::npos);
    EXPECT_NE(text.find(R"("observedOverMedian":null)"), std::string::npos);
    EXPECT_NE(text.find("leaves 0 effective draws"), std::string::npos);
}

TEST(Hindcast, GivesTheSameBytesWithAnyNumberOfThreads) {
    const std::string one = jsonOf(backtestOf(miniPack(), miniHindcast(), 4096, 1));
    for (const int threads : {2, 7}) {
        EXPECT_TRUE(one == jsonOf(backtestOf(miniPack(), miniHindcast(), 4096, threads)))
            << threads;
    }
}

TEST(Hindcast, EndsWithoutAResultOnceItIsCancelled) {
    const Simulation simulation = hindcastSimulation(miniPack(), miniHindcast(), 1024, 1);
    ExecutionContext context;
    ASSERT_TRUE(runHindcast(simulation, miniHindcast(), 2, &context));
    EXPECT_EQ(context.done(), 1024u);
    context.cancel();
    EXPECT_FALSE(runHindcast(simulation, miniHindcast(), 2, &context));
}

TEST(Hindcast, OfIndiaHasTheRegistrationsThatWereReported) {
    const Result<Hindcast> india =
        parseHindcast(readFile("public/hindcasts/india.json"), publicPack());
    ASSERT_TRUE(india) << describe(india.errors());
    const Registrations found = registrationsOf(india.value());
    EXPECT_EQ(found.firstYear, 2015);
    ASSERT_EQ(found.perYear.size(), 11u);
    // 2019: the last four of 52 months to 37,000, and eight of 15 to 60,000.
    EXPECT_NEAR(found.perYear[4], 37'000 * 4 / 52.0 + 23'000 * 8 / 15.0, 1e-6);
    const double byTheEndOf2024 =
        std::accumulate(found.perYear.begin(), found.perYear.end() - 1, 0.0);
    EXPECT_NEAR(byTheEndOf2024, 150'000, 1e-6);
    EXPECT_NEAR(found.perYear[10], 90'000 * 12 / 53.0, 1e-6);
}

TEST(Hindcast, OfIndiaIsThatOfASecondReadingOfTheModel) {
    // tests/data/reference/backtest.py, with a million draws of its own. Of 65,536 scrambled points
    // quantiles are within a fiftieth; the matched reading has some 4,700 effective draws, so that
    // its scores, averages of errors of up to 1e9, are within 2e7.
    const auto expected = nlohmann::json::parse(readFile("tests/data/reference/backtest.json"));
    ASSERT_EQ(expected["packVersion"], publicPack().version);
    const Result<Hindcast> india =
        parseHindcast(readFile("public/hindcasts/india.json"), publicPack());
    ASSERT_TRUE(india) << describe(india.errors());
    constexpr int kDraws = 65'536;
    const HindcastResult result = backtestOf(publicPack(), india.value(), kDraws, 2).result;
    ASSERT_TRUE(result.match);
    for (const auto &[name, reading] :
         {std::pair{"prior", &result.prior}, {"matched", &*result.match}}) {
        SCOPED_TRACE(name);
        const auto &its = expected[name];
        EXPECT_NEAR(reading->effectiveDraws / kDraws, its["effectiveShare"].get<double>(), 0.003);
        ASSERT_EQ(reading->intervals.size(), its["intervals"].size());
        for (std::size_t i = 0; i < reading->intervals.size(); ++i) {
            SCOPED_TRACE(i);
            const auto &interval = its["intervals"][i];
            const IntervalScore &score = reading->intervals[i];
            EXPECT_TRUE(close(score.mean, interval["mean"].get<double>(), 0.02));
            const auto &quantiles = interval["quantiles"];
            EXPECT_TRUE(close(score.quantiles[0], quantiles["p05"].get<double>(), 0.03));
            EXPECT_TRUE(close(score.quantiles[3], quantiles["p50"].get<double>(), 0.02));
            EXPECT_TRUE(close(score.quantiles[6], quantiles["p95"].get<double>(), 0.03));
            EXPECT_NEAR(score.pit, interval["pit"].get<double>(), 0.015);
            EXPECT_TRUE(close(score.crps, interval["crps"].get<double>(), 0.01, 2e9));
        }
    }
}

TEST(Hindcast, DoesNotMatchWhatBeganBeforeTheEndOfTheBaseYear) {
    // Half a million by the end of 2010, half a year before the base year ends.
    Hindcast hindcast = miniHindcast();
    hindcast.grossSales.insert(hindcast.grossSales.begin() + 1, {12 * 2010 + 12, 500'000});
    const HindcastResult result = backtestOf(miniPack(), hindcast, 256).result;
    ASSERT_EQ(result.before.size(), 2u);
    EXPECT_EQ(result.before[1].from, 12 * 2010 + 12);
    EXPECT_EQ(result.before[1].to, 12 * 2011 + 6);
    EXPECT_EQ(result.matched.size(), 2u);
}

TEST(Hindcast, TakesNoChargesFromTheCountryOnAChannelOfFreight) {
    Hindcast hindcast = miniHindcast();
    hindcast.channel = 0;
    ASSERT_EQ(miniPack().channels[0].shipment, Shipment::freight);
    Pack other = miniPack();
    fix(other, Symbol::tau, 0.5);
    fix(other, Symbol::tau_parcel, 0.7);
    EXPECT_EQ(jsonOf(backtestOf(other, hindcast, 256)),
              jsonOf(backtestOf(miniPack(), hindcast, 256)));
}

} // namespace
} // namespace export_potential
