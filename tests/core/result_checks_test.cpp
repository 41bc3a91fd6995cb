// What a result is doubted for.

#include "result_checks.hpp"

#include "test_support.hpp"

#include <string>
#include <vector>

namespace export_potential {
namespace {

/// Too few for the pool to cut any short.
const std::string kFewSellers = R"("onboarding": {"newSellers": 1000})";

std::vector<std::string> codes(const std::vector<Check> &found) {
    std::vector<std::string> names;
    for (const Check &check : found) {
        names.emplace_back(check.code);
    }
    return names;
}

std::vector<Check> checksOf(const Case &c) {
    RunSummary summary(c.simulation);
    summary.addAll(c.results);
    return checks(summary);
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

TEST(Checks, WarnOfMoreTraineesInTheLastYearOfAMeasure) {
    // The one runs out in the year in which the other begins: 0.7 and 0.55 of 2029's registrants.
    const Case c(publicPack(), kFewSellers + R"(, "measures": [
        {"type": "training", "tier": "light", "from": 2027, "to": 2029, "share": 0.7},
        {"type": "training", "tier": "intensive", "from": 2029, "to": 2031, "share": 0.55}])");
    const std::vector<Check> found = checksOf(c);
    ASSERT_EQ(codes(found), std::vector<std::string>{"trainees_above_registrants"});
    EXPECT_EQ(found[0].message.find("In 2029 training is offered to 125 %"), 0u);
}

TEST(Checks, TakeAMillionthMoreThanAllForAll) {
    const auto offered = [](const char *last) {
        return kFewSellers + R"(, "measures": [
            {"type": "training", "tier": "light", "from": 2027, "share": 1},
            {"type": "training", "tier": "intensive", "from": 2027, "share": )" +
               last + "}]";
    };
    EXPECT_TRUE(checksOf(Case(publicPack(), offered("5e-7"))).empty());
    EXPECT_EQ(checksOf(Case(publicPack(), offered("2e-6"))).size(), 1u);
}
} // namespace
} // namespace export_potential
