// Worked examples of docs/model.md, equations (0) to (8), with every step written out.

#include "export_potential/simulation.hpp"

#include "test_support.hpp"

#include <cmath>

namespace export_potential {
namespace {

/// The mini pack cut down to one sector that sells by one channel, with round numbers: existing
/// sellers registered in 2019 (100) and 2020 (200), the base year.
Pack oneSegment() {
    Pack pack = miniPack();
    pack.sectors.resize(1);
    pack.channels.resize(1);
    pack.firstCohort = 2019;
    pack.registrations = {{100, 200}};
    pack.sectorShares = {{1}};
    pack.marketShares = {{0.5, 0.5}};
    pack.onboarding.mix = {1};
    for (Parameter &parameter : pack.parameters) {
        if (parameter.by == IndexKind::channel || parameter.by == IndexKind::sector) {
            parameter.values.resize(1);
        }
    }
    const std::pair<Symbol, double> values[] = {{Symbol::export_ready, 0.5},
                                                {Symbol::lambda, 1},
                                                {Symbol::xi, 1},
                                                {Symbol::t_d, 0.1},
                                                {Symbol::dw, 0.4},
                                                {Symbol::organic_growth, 0.1},
                                                {Symbol::act, 0.2},
                                                {Symbol::r1, 0.5},
                                                {Symbol::act_lift, 0.25},
                                                {Symbol::r2_gain, 0.5},
                                                {Symbol::x, 0.1},
                                                {Symbol::m, 10'000},
                                                {Symbol::sigma, 2},
                                                {Symbol::psi, 0},
                                                {Symbol::kappa, 0},
                                                {Symbol::g0, 0.4},
                                                {Symbol::T, 2},
                                                {Symbol::takeup, 0.8},
                                                {Symbol::delta, 0.5},
                                                {Symbol::h, 2},
                                                {Symbol::eta, 0.5},
                                                {Symbol::eps, 2},
                                                {Symbol::rho, 0.8},
                                                {Symbol::theta, 0.01},
                                                {Symbol::pi, 0},
                                                {Symbol::disp, 0.25},
                                                {Symbol::w, 0.2},
                                                {Symbol::v, 0.7},
                                                {Symbol::jobs_per_m, 20},
                                                {Symbol::t_x, 0.05},
                                                {Symbol::c_R, 50},
                                                {Symbol::c_T, 100},
                                                {Symbol::growth, 0},
                                                {Symbol::tau, 0}};
    for (const auto &[symbol, value] : values) {
        fix(pack, symbol, value);
    }
    // The near market grows by a tenth a year; the far one has charged a fourth since 2020.
    pack.parameters[static_cast<std::size_t>(Symbol::growth)].values[0] = Fixed{0.1};
    pack.parameters[static_cast<std::size_t>(Symbol::tau)].values[1] = Fixed{0.25};
    return pack;
}

// The programme registers 300 sellers in 2021 and 400 in 2022.
const std::string kProgramme = R"("horizon": 3, "onboarding": {"path": [300, 400]})";

constexpr double kHandTolerance = 1e-12;

/// S(a) (1 - x)^a. r1 = r2_gain = 1/2, so s = 1, beta = alpha = 1/2 and retention is 1/2, 3/4, 5/6;
/// a tenth of the accounts is suspended every year.
constexpr double kStaying[] = {1, 0.5 * 0.9, 0.375 * 0.81, 0.3125 * 0.729};

/// g(a): starts at .4 and closes the gap with time constant 2; .54 of the first year.
const double kRamp[] = {0.4 * 0.54, 1 - 0.6 * std::exp(-0.5), 1 - 0.6 * std::exp(-1.0),
                        1 - 0.6 * std::exp(-1.5)};

TEST(WorkedExample, OfAProgrammeAlone) {
    const Case c(oneSegment(), kProgramme, 1);
    constexpr std::size_t k2023 = 2;
    // (1) registered: 300 existing, organic 220 + 242 + 266.2, programme 700, of whom .4 anyway.
    EXPECT_TRUE(close(c.at(Output::registrationsWith, k2023), 1728.2, kHandTolerance));
    EXPECT_TRUE(close(c.at(Output::registrationsWithout, k2023), 1308.2, kHandTolerance));
    // (2) active, a fifth of the registered: in 2023 existing sellers are 4 and 3 years old.
    const double staying4 = 0.2734375 * 0.6561;
    const double own =
        100 * staying4 + 200 * kStaying[3] + 220 * kStaying[2] + 242 * kStaying[1] + 266.2;
    const double joined = 300 * kStaying[2] + 400 * kStaying[1];
    EXPECT_TRUE(close(c.at(Output::activeWith, k2023), 0.2 * (own + joined), kHandTolerance));
    EXPECT_TRUE(
        close(c.at(Output::activeWithout, k2023), 0.2 * (own + 0.4 * joined), kHandTolerance));
    // (3) D = .5 x 1.1^3 + .5 x 1.25^-2 = .6655 + .32 = .9855 on both paths, so a mature active
    // seller sells for 9,855 and a registered one for 1,971.
    const double perSeller = 0.2 * 10'000 * 0.9855;
    // (4) programme, registrations x staying x ramp: 91.125 x .779272 + 180 x .636082 = 185.505880
    const double volume = 300 * kStaying[2] * kRamp[2] + 400 * kStaying[1] * kRamp[1];
    const double gross = perSeller * volume * (1 - 0.4);
    EXPECT_NEAR(gross, 219'379.254, 1e-3);
    EXPECT_TRUE(close(c.at(Output::grossWith, k2023) - c.at(Output::grossWithout, k2023), gross,
                      kHandTolerance, c.at(Output::grossWith, k2023)));
    EXPECT_TRUE(close(c.column(ColumnKind::programmeSales, kWith, k2023)[0], perSeller * volume,
                      kHandTolerance));
    EXPECT_TRUE(close(c.column(ColumnKind::programmeSales, kWithout, k2023)[0],
                      0.4 * perSeller * volume, kHandTolerance));
    // (5) a fourth is displaced, (6) a fifth is lost between gross sales and FOB.
    const double additional = 0.75 * gross;
    const double exports = 0.8 * additional;
    EXPECT_NEAR(exports, 131'627.552, 1e-3);
    EXPECT_TRUE(close(c.at(Output::grossAdditional, k2023), additional, kHandTolerance));
    EXPECT_TRUE(close(c.at(Output::exportsAdditional, k2023), exports, kHandTolerance));
    // (7), (8): nobody registers in 2023, so nothing is spent.
    EXPECT_TRUE(close(c.at(Output::foreignExchange, k2023), 0.8 * exports, kHandTolerance));
    EXPECT_TRUE(close(c.at(Output::valueAdded, k2023), 0.7 * exports, kHandTolerance));
    EXPECT_TRUE(close(c.at(Output::jobs, k2023), 20 * exports / 1e6, kHandTolerance));
    EXPECT_TRUE(close(c.at(Output::tax, k2023), 0.05 * 0.8 * exports, kHandTolerance));
    EXPECT_EQ(c.at(Output::cost, k2023), 0);
    EXPECT_EQ(c.at(Output::fiscalNet, k2023), c.at(Output::tax, k2023));
    EXPECT_EQ(c.at(Output::cost, 0), 300 * 50);
    EXPECT_EQ(c.at(Output::cost, 1), 400 * 50);
    // Of 100 who register 20 sell, and after 1, 3 and 5 years: 5/6 x 7/8 x 9/10 of S(2) remain.
    const double funnel[] = {100, 20, 20 * kStaying[1], 20 * kStaying[3],
                             20 * 0.24609375 * 0.59049};
    for (std::size_t step = 0; step < 5; ++step) {
        EXPECT_TRUE(close(c.column(ColumnKind::funnel, step)[0], funnel[step], kHandTolerance))
            << step;
    }
    EXPECT_NEAR(c.column(ColumnKind::sellers, 0)[0], 0.37, 0.005);
    EXPECT_NEAR(c.column(ColumnKind::sellers, 1)[0], 0.76, 0.005);
    EXPECT_TRUE(close(c.column(ColumnKind::sellers, 2)[0], std::exp(-2.0), kHandTolerance));
}

TEST(WorkedExample, OfARoadmapWithSelectionAndCongestion) {
    Pack pack = oneSegment();
    fix(pack, Symbol::psi, 0.5);
    fix(pack, Symbol::kappa, 0.5);
    pack.parameters[static_cast<std::size_t>(Symbol::act_lift)].values[1] = Fixed{0};
    const Case c(pack, kProgramme + R"(, "measures": [
        {"type": "training", "tier": "short", "from": 2021, "to": 2021, "share": 0.5, "cost": 1000},
        {"type": "connectivity", "from": 2022, "to": 2023, "internetUse": 0.6},
        {"type": "logistics", "from": 2022, "days": -5, "cost": 5000},
        {"type": "marketAccess", "from": 2022, "market": "far", "tariff": -0.05, "access": 0.9}])",
                 1);
    constexpr std::size_t k2022 = 1;
    // Cohorts 2019, 2020, 2021, 2022 are 3, 2, 1, 0 years old.
    // Registered together: 100, 200, 220 + 300, 242 + 400; without 220 + 120, 242 + 160. Over R_0 =
    // 200 and to the power -1/2:
    const double selection2019 = std::sqrt(2.0);
    const double with2021 = 1 / std::sqrt(2.6);
    const double with2022 = 1 / std::sqrt(3.21);
    const double without2021 = 1 / std::sqrt(1.7);
    const double without2022 = 1 / std::sqrt(2.01);

    // (2) of the cohort of 2021 .5 x .8 take the training, which raises act by 1 + .4 x .25 = 1.1.
    const double own = 0.2 * (100 * kStaying[3] + 200 * kStaying[2] + 220 * kStaying[1] + 242);
    const double activeWith = own + 0.2 * (300 * 1.1 * kStaying[1] + 400);
    const double activeWithout = own + 0.2 * 0.4 * (300 * kStaying[1] + 400);
    EXPECT_NEAR(activeWith, 194.60625, 1e-10);
    EXPECT_NEAR(activeWithout, 127.70625, 1e-10);
    EXPECT_TRUE(close(c.at(Output::activeWith, k2022), activeWith, kHandTolerance));
    EXPECT_TRUE(close(c.at(Output::activeWithout, k2022), activeWithout, kHandTolerance));

    // (3) N_0 = .2 (100 x .45 + 200) = 49. Half-way from .5 to .6, internet use is 1.1 times I_0.
    const double commonWith = std::sqrt(1.1) * std::sqrt(49 / activeWith);
    const double commonWithout = std::sqrt(49 / activeWithout);
    // Five days fewer: exp(2 x .01 x 5). The far market's charge falls from 25 % to 20 %.
    const double near = 0.5 * 1.21;
    const double farWithout = 0.5 / (1.25 * 1.25);
    const double nearWith = near * std::exp(0.1);
    const double farWith = 0.5 / (1.2 * 1.2) * std::exp(0.1) * 0.9;
    // Training lifts sales by 1 + .4 x .5 x 2^(-1/2) in the year after it.
    const double lift = 1 + 0.2 / std::sqrt(2.0);
    const double older =
        100 * selection2019 * kStaying[3] * kRamp[3] + 200 * kStaying[2] * kRamp[2];
    const double volumeWith =
        older + 220 * with2021 * kStaying[1] * kRamp[1] + 242 * with2022 * kRamp[0] +
        300 * 1.1 * with2021 * kStaying[1] * kRamp[1] * lift + 400 * with2022 * kRamp[0];
    const double volumeWithout = older + (220 + 120) * without2021 * kStaying[1] * kRamp[1] +
                                 (242 + 160) * without2022 * kRamp[0];

    // (4) to (6)
    const double perWith = 0.2 * 10'000 * commonWith;
    const double perWithout = 0.2 * 10'000 * commonWithout;
    const double grossWith = perWith * volumeWith * (nearWith + farWith);
    const double grossWithout = perWithout * volumeWithout * (near + farWithout);
    const double additional = 0.75 * (grossWith - grossWithout);
    EXPECT_NEAR(grossWith, 275'960.977, 1e-3);
    EXPECT_NEAR(grossWithout, 241'946.872, 1e-3);
    EXPECT_TRUE(close(c.at(Output::grossWith, k2022), grossWith, kHandTolerance));
    EXPECT_TRUE(close(c.at(Output::grossWithout, k2022), grossWithout, kHandTolerance));
    EXPECT_TRUE(close(c.at(Output::grossAdditional, k2022), additional, kHandTolerance, grossWith));
    EXPECT_TRUE(close(c.at(Output::exportsWith, k2022), 0.8 * grossWith, kHandTolerance));
    EXPECT_TRUE(close(c.at(Output::exportsWithout, k2022), 0.8 * grossWithout, kHandTolerance));
    EXPECT_NEAR(c.at(Output::exportsAdditional, k2022), 20'408.4626, 1e-4);
    EXPECT_TRUE(close(c.column(ColumnKind::marketGross, 0, k2022)[0],
                      0.75 * (perWith * volumeWith * nearWith - perWithout * volumeWithout * near),
                      kHandTolerance, grossWith));
    EXPECT_TRUE(close(
        c.column(ColumnKind::marketExports, 1, k2022)[0],
        0.8 * 0.75 * (perWith * volumeWith * farWith - perWithout * volumeWithout * farWithout),
        kHandTolerance, grossWith));

    // (8) 2021: a registrant costs 50, and .5 x .8 of them 100 for the training, besides 1,000 for
    // the measure. 2022: no training; logistics cost 5,000.
    EXPECT_TRUE(close(c.at(Output::cost, 0), 300 * (50 + 40) + 1000, kHandTolerance));
    EXPECT_TRUE(close(c.at(Output::cost, k2022), 400 * 50 + 5000, kHandTolerance));
    EXPECT_TRUE(close(c.at(Output::fiscalNet, k2022),
                      0.05 * 0.8 * 0.8 * additional - (400 * 50 + 5000), kHandTolerance));
}

TEST(WorkedExample, OfThePool) {
    // (0) M = 100,000 x .5 at first. From 2022 internet use is 1.1 and then 1.2 times I_0 and
    // lambda = 1; a domestic tax of 28 % in place of 10 % leaves (.72 / .9)^1 = .8 in 2023.
    Pack pack = oneSegment();
    fix(pack, Symbol::dw, 0);
    const Case c(pack, R"("horizon": 4, "onboarding": {"path": [30000, 60000, 60000, 60000]},
        "measures": [{"type": "connectivity", "from": 2022, "to": 2023, "internetUse": 0.6},
                     {"type": "digitalRetailTax", "from": 2023, "to": 2023, "rate": 0.28}])",
                 1);
    const double pool[] = {50'000, 55'000, 48'000, 60'000};
    const double limited[] = {0, 1, 1, 1};
    double registered = 0;
    for (std::size_t t = 0; t < 4; ++t) {
        // With no deadweight the sellers of the without-path are those who use up the pool.
        const double left = std::max(0.0, pool[t] - c.at(Output::activeWithout, t) - registered);
        registered += std::min(t == 0 ? 30'000.0 : 60'000.0, left);
        EXPECT_TRUE(
            close(c.at(Output::registrationsWith, t) - c.at(Output::registrationsWithout, t),
                  registered, kHandTolerance))
            << t;
        EXPECT_EQ(c.column(ColumnKind::poolLimited, 0, t)[0], limited[t]) << t;
    }
    EXPECT_LT(registered, 60'000);
}

TEST(WorkedExample, OfParcelsAndFreight) {
    // A parcel meets tau_parcel where freight meets tau: .5 x 1.1 + .5 x 1.5^-2 in place of
    // .5 x 1.1 + .5 x 1.25^-2 in 2021.
    Pack pack = oneSegment();
    fix(pack, Symbol::tau_parcel, 0);
    pack.parameters[static_cast<std::size_t>(Symbol::tau_parcel)].values[1] = Fixed{0.5};
    const Case freight(pack, kProgramme, 1);
    pack.channels[0].shipment = Shipment::parcel;
    const Case parcel(pack, kProgramme, 1);
    EXPECT_TRUE(close(parcel.at(Output::grossWith, 0) / freight.at(Output::grossWith, 0),
                      (0.55 + 0.5 / 2.25) / (0.55 + 0.32), kHandTolerance));
}

TEST(WorkedExample, OfTrainingThatNoMoreThanAllCanTakeUp) {
    // act x (1 + takeup x lift) = .8 x (1 + 1 x 1) would be 1.6 of those registered; it stays at 1.
    Pack pack = oneSegment();
    fix(pack, Symbol::act, 0.8);
    fix(pack, Symbol::act_lift, 1);
    fix(pack, Symbol::takeup, 1);
    fix(pack, Symbol::dw, 0);
    const Case c(pack, kProgramme + R"(, "measures": [
        {"type": "training", "tier": "long", "from": 2021, "share": 1}])",
                 1);
    EXPECT_TRUE(close(c.at(Output::activeWith, 0) - c.at(Output::activeWithout, 0), 300,
                      kHandTolerance, c.at(Output::activeWith, 0)));
}

TEST(WorkedExample, OfDaysAndChargesAtTheirLimits) {
    // 30 days more are taken for the 20 that were ever observed, and a charge of -95 % for -90 %.
    Pack pack = oneSegment();
    const Case c(pack, R"("horizon": 3, "onboarding": {"newSellers": 0}, "measures": [
        {"type": "logistics", "from": 2021, "to": 2021, "days": 15},
        {"type": "logistics", "from": 2021, "to": 2021, "days": 15},
        {"type": "marketAccess", "from": 2022, "market": "near", "tariff": -0.5},
        {"type": "marketAccess", "from": 2022, "market": "near", "tariff": -0.45}])",
                 1);
    EXPECT_TRUE(close(c.at(Output::grossWith, 0) / c.at(Output::grossWithout, 0), std::exp(-0.4),
                      kHandTolerance));
    EXPECT_TRUE(close(c.at(Output::grossWith, 1) / c.at(Output::grossWithout, 1),
                      (0.605 * 100 + 0.32) / (0.605 + 0.32), kHandTolerance));
}

TEST(WorkedExample, OfTheYearsOfAMeasure) {
    // Access halves in 2022 and 2023 only; in the other years both paths are the same.
    const Case c(oneSegment(), R"("horizon": 5, "onboarding": {"newSellers": 0}, "measures": [
        {"type": "marketAccess", "from": 2022, "to": 2023, "market": "near", "access": 0.5},
        {"type": "marketAccess", "from": 2022, "to": 2023, "market": "far", "access": 0.5}])",
                 1);
    const double ratios[] = {1, 0.5, 0.5, 1, 1};
    for (std::size_t t = 0; t < 5; ++t) {
        EXPECT_TRUE(close(c.at(Output::grossWith, t) / c.at(Output::grossWithout, t), ratios[t],
                          kHandTolerance))
            << t;
    }
}

/// `oneSegment` without growth, charges and suspension.
Pack stillSegment() {
    Pack pack = oneSegment();
    for (const Symbol symbol : {Symbol::growth, Symbol::tau, Symbol::x}) {
        fix(pack, symbol, 0);
    }
    return pack;
}

// The known answers of docs/tests.md that are of functions beside the model, asked of the model.

TEST(KnownAnswersOfTheModel, ConstantEntryUnderSuspensionAloneIsAGeometricSum) {
    Pack pack = stillSegment();
    fix(pack, Symbol::dw, 0);
    // Who is so unlike one another in nothing leaves at one rate: r1 .6, of whom a tenth is
    // suspended.
    fix(pack, Symbol::r1, 0.6);
    fix(pack, Symbol::r2_gain, 1e-12);
    fix(pack, Symbol::x, 0.1);
    const Case c(pack, R"("horizon": 3, "onboarding": {"path": [500, 500, 500]})", 1);
    const double r = 0.6 * 0.9;
    for (std::size_t year = 0; year < 3; ++year) {
        const double active = c.at(Output::activeWith, year) - c.at(Output::activeWithout, year);
        const double n = static_cast<double>(year) + 1;
        EXPECT_TRUE(close(active, 500 * 0.2 * (1 - std::pow(r, n)) / (1 - r), 1e-9)) << year;
    }
}

TEST(KnownAnswersOfTheModel, SurvivalOfAKnownShapeAfterFiveYears) {
    Pack pack = stillSegment();
    // alpha .9625, beta .7875: r1 = beta / 1.75 and r2 = (beta + 1) / 2.75, a rise of .2 / .55.
    fix(pack, Symbol::r1, 0.45);
    fix(pack, Symbol::r2_gain, 0.2 / 0.55);
    const Case c(pack, kProgramme, 1);
    EXPECT_NEAR(c.column(ColumnKind::funnel, 4)[0] / 20, 0.14434756, 5e-9);
}

TEST(KnownAnswersOfTheModel, APriceThatRisesByATenthTakesItsElasticityOfTheSales) {
    const std::pair<double, double> known[] = {{5, 0.6209}, {2, 0.8264}};
    for (const auto &[eps, left] : known) {
        double sales[2];
        for (const bool isCharged : {false, true}) {
            Pack pack = stillSegment();
            fix(pack, Symbol::eps, eps);
            fix(pack, Symbol::rho, 1);
            const Case c(pack,
                         kProgramme + (isCharged ? R"(, "measures": [{"type": "marketAccess",
                             "from": 2021, "market": "near", "tariff": 0.1}, {"type": "marketAccess",
                             "from": 2021, "market": "far", "tariff": 0.1}])"
                                                 : ""),
                         1);
            sales[isCharged] = c.column(ColumnKind::programmeSales, kWith, 2)[0];
        }
        EXPECT_NEAR(sales[1] / sales[0], left, 5e-5) << eps;
    }
}

TEST(KnownAnswersOfTheModel, TheLiftOfATrainingHalvesInItsHalfLife) {
    // Sales of 300 who registered in 2021, of whom all take a training that lifts sales by .8 at
    // first.
    const auto sales = [](bool isTrained, std::size_t year) {
        Pack pack = stillSegment();
        fix(pack, Symbol::takeup, 1);
        fix(pack, Symbol::delta, 0.8);
        fix(pack, Symbol::act_lift, 0);
        fix(pack, Symbol::h, 2);
        const Case c(pack,
                     std::string(R"("horizon": 3, "onboarding": {"path": [300, 0, 0]})") +
                         (isTrained ? R"(, "measures": [{"type": "training", "tier": "short",
                             "from": 2021, "to": 2021, "share": 1, "cost": 0}])"
                                    : ""),
                     1);
        return c.column(ColumnKind::programmeSales, kWith, year)[0];
    };
    EXPECT_TRUE(close(sales(true, 0) / sales(false, 0), 1.8, kHandTolerance));
    EXPECT_TRUE(close(sales(true, 2) / sales(false, 2), 1.4, kHandTolerance));
}

} // namespace
} // namespace export_potential
