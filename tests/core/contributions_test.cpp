// What each part of a roadmap adds to the headline, against Shapley values enumerated here.

#include "result_contributions.hpp"

#include "run_summary.hpp"
#include "test_support.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

namespace export_potential {
namespace {

/// Mean headline by year.
std::vector<double> headlines(const Case &c) {
    std::vector<double> means;
    for (std::size_t t = 0; t < c.years(); ++t) {
        means.push_back(meanOf(c.column(Output::exportsAdditional, t)));
    }
    return means;
}

Contributions contributionsOf(const Case &c) {
    return contributions(c.simulation, headlines(c),
                         c.simulation.sample(0, std::min(c.results.count(), kFirstDraws)));
}

/// [part][year], the onboarding drive first.
std::vector<std::vector<double>> partsOf(const Contributions &added) {
    std::vector<std::vector<double>> parts{added.onboarding};
    parts.insert(parts.end(), added.measures.begin(), added.measures.end());
    return parts;
}

const std::vector<std::string> kMeasures{
    R"({"type": "training", "tier": "short", "from": 2021, "to": 2023, "share": 0.5})",
    R"({"type": "connectivity", "from": 2022, "to": 2025, "internetUse": 0.7})",
    R"({"type": "logistics", "from": 2023, "days": -4})",
    R"({"type": "marketAccess", "market": "far", "from": 2022, "tariff": -0.05})",
    R"({"type": "feeSupport", "from": 2022, "points": 0.05})",
    R"({"type": "marketAccess", "market": "near", "from": 2024, "tariff": 0.1})",
    R"({"type": "digitalRetailTax", "from": 2022, "rate": 0.3})"};

/// The members of a scenario with the drive if bit 0 is set and the measure i if bit i + 1 is.
std::string coalition(const std::vector<std::string> &measures, unsigned there, int years = 5) {
    std::string list;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        if ((there >> (i + 1) & 1) != 0) {
            list += (list.empty() ? "" : ", ") + measures[i];
        }
    }
    // More than the pool holds, so that it matters what else makes the pool larger or smaller.
    return R"("onboarding": {"newSellers": )" + std::string((there & 1) != 0 ? "60000" : "0") +
           R"(}, "horizon": )" + std::to_string(years) + R"(, "measures": [)" + list + ']';
}

/// What each part adds, as mean and standard deviation over all orders of a quantity that an order
/// and its reverse give together.
struct AllOrders {
    std::vector<std::vector<double>> mean; ///< [part][year]
    std::vector<std::vector<double>> deviation;
};

AllOrders allOrders(const std::vector<std::string> &measures, std::size_t draws) {
    const std::size_t parts = measures.size() + 1;
    std::vector<std::vector<double>> value;
    for (unsigned there = 0; there < 1u << parts; ++there) {
        value.push_back(headlines(Case(miniPack(), coalition(measures, there), draws)));
    }
    const std::size_t years = value[0].size();
    std::vector<unsigned> order(parts);
    std::iota(order.begin(), order.end(), 0u);
    AllOrders found{std::vector(parts, std::vector<double>(years)),
                    std::vector(parts, std::vector<double>(years))};
    double orders = 0;
    do {
        unsigned before = 0;
        unsigned after = (1u << parts) - 1;
        for (const unsigned part : order) {
            // In the reverse order the part joins those that come after it here.
            const unsigned bit = 1u << part;
            after &= ~bit;
            for (std::size_t t = 0; t < years; ++t) {
                const double both = (value[before | bit][t] - value[before][t] +
                                     value[after | bit][t] - value[after][t]) /
                                    2;
                found.mean[part][t] += both;
                found.deviation[part][t] += both * both;
            }
            before |= bit;
        }
        ++orders;
    } while (std::ranges::next_permutation(order).found);
    for (std::size_t part = 0; part < parts; ++part) {
        for (std::size_t t = 0; t < years; ++t) {
            double &mean = found.mean[part][t];
            double &deviation = found.deviation[part][t];
            mean /= orders;
            deviation = std::sqrt(std::max(0.0, deviation / orders - mean * mean));
        }
    }
    return found;
}

TEST(Contributions, AreTheMeansOverAllOrders) {
    for (const int count : {3, 4}) {
        const std::vector<std::string> measures(kMeasures.begin(), kMeasures.begin() + count);
        constexpr std::size_t kDraws = 8;
        const AllOrders expected = allOrders(measures, kDraws);
        const Case c(miniPack(), coalition(measures, ~0u), kDraws);
        const auto parts = partsOf(contributionsOf(c));
        ASSERT_EQ(parts.size(), measures.size() + 1);
        for (std::size_t t = 0; t < c.years(); ++t) {
            for (std::size_t part = 0; part < parts.size(); ++part) {
                EXPECT_TRUE(close(parts[part][t], expected.mean[part][t], 1e-11, parts[0][t]))
                    << part << ' ' << t;
            }
        }
    }
}

TEST(Contributions, OfManyMeasuresAreThoseOfAllOrdersWithinTheErrorOfSixtyFour) {
    // 32 orders and their reverses out of the 40,320 of eight parts.
    constexpr std::size_t kDraws = 8;
    const AllOrders expected = allOrders(kMeasures, kDraws);
    const Case c(miniPack(), coalition(kMeasures, ~0u), kDraws);
    const auto parts = partsOf(contributionsOf(c));
    ASSERT_EQ(parts.size(), 8u);
    for (std::size_t t = 0; t < c.years(); ++t) {
        for (std::size_t part = 0; part < 8; ++part) {
            const double error = expected.deviation[part][t] / std::sqrt(32);
            EXPECT_NEAR(parts[part][t], expected.mean[part][t],
                        4 * error + 1e-11 * std::fabs(expected.mean[0][t]))
                << part << ' ' << t;
        }
    }
}

TEST(Contributions, OfManyMeasuresOfDifferentYearsAreExact) {
    // Each measure acts in a year of its own, where it meets the drive alone: the mean over both
    // orders of the two, which an order and its reverse give whatever the orders drawn.
    constexpr int kYears = 7;
    std::vector<std::string> measures;
    for (int year = 2021; year < 2021 + kYears; ++year) {
        measures.push_back(R"({"type": "logistics", "days": -4, "from": )" + std::to_string(year) +
                           R"(, "to": )" + std::to_string(year) + '}');
    }
    const Case c(miniPack(), coalition(measures, ~0u, kYears));
    const auto parts = partsOf(contributionsOf(c));
    const std::vector<double> both = headlines(c);
    const std::vector<double> drive =
        headlines(Case(miniPack(), coalition(measures, 0x01, kYears)));
    const std::vector<double> faster =
        headlines(Case(miniPack(), coalition(measures, 0xfe, kYears)));
    for (std::size_t t = 0; t < c.years(); ++t) {
        EXPECT_TRUE(close(parts[0][t], (drive[t] + both[t] - faster[t]) / 2, 1e-11)) << t;
        for (std::size_t i = 0; i < measures.size(); ++i) {
            const double expected = i == t ? (faster[t] + both[t] - drive[t]) / 2 : 0;
            EXPECT_TRUE(close(parts[i + 1][t], expected, 1e-11, both[t])) << i << ' ' << t;
        }
    }
}

TEST(Contributions, ShareOutInProportionWhatTheFirstDrawsLack) {
    const std::vector<std::string> measures{kMeasures[2], kMeasures[5]};
    const Case c(miniPack(), coalition(measures, 7));
    const auto parts = partsOf(contributionsOf(c));
    constexpr double kMore = 1e6;
    std::vector<double> whole = headlines(c);
    for (double &mean : whole) {
        mean += kMore;
    }
    const auto larger = partsOf(contributions(c.simulation, whole, c.inputs));
    // In 2025 a tariff takes away what is shared out all the same.
    EXPECT_LT(parts[2][4], 0);
    for (std::size_t t = 0; t < c.years(); ++t) {
        double size = 0;
        for (const std::vector<double> &part : parts) {
            size += std::fabs(part[t]);
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            EXPECT_TRUE(close(larger[i][t], parts[i][t] + kMore * std::fabs(parts[i][t]) / size,
                              1e-12, size))
                << i << ' ' << t;
        }
    }
}

TEST(Contributions, OfEqualMeasuresAreEqualAndOfIdleOnesNothing) {
    const Case c(miniPack(), R"("measures": [
        {"type": "logistics", "from": 2022, "days": -2},
        {"type": "logistics", "from": 2022, "days": -2},
        {"type": "logistics", "from": 2022, "days": 0}])",
                 512);
    const Contributions added = contributionsOf(c);
    for (std::size_t t = 1; t < c.years(); ++t) {
        EXPECT_GT(added.measures[0][t], 0);
        EXPECT_TRUE(close(added.measures[0][t], added.measures[1][t], 1e-9));
        EXPECT_NEAR(added.measures[2][t] / added.measures[0][t], 0, 1e-9);
    }
}

TEST(Contributions, OfTwoPlayersAreTheirMeanOverBothOrders) {
    const std::string measure = R"("measures": [{"type": "logistics", "from": 2021, "days": -3}])";
    const std::string nobody = R"("onboarding": {"newSellers": 0}, )";
    const auto headline = [](const std::string &members) {
        const Case c(miniPack(), members, 512);
        return meanOf(c.column(Output::exportsAdditional, 3));
    };
    const double both = headline(measure);
    const double drive = headline("");
    const double faster = headline(nobody + measure);
    const Contributions added = contributionsOf(Case(miniPack(), measure, 512));
    EXPECT_TRUE(close(added.onboarding[3], (drive + both - faster) / 2, 1e-9));
    EXPECT_TRUE(close(added.measures[0][3], (faster + both - drive) / 2, 1e-9));
}

TEST(Contributions, WithoutMeasuresAreTheDrivesAlone) {
    const Case c(miniPack(), "");
    const Contributions added = contributionsOf(c);
    EXPECT_EQ(added.onboarding, headlines(c));
    EXPECT_TRUE(added.measures.empty());
}

TEST(Contributions, OfSevenPartsAreThoseOfAllOrders) {
    const std::vector<std::string> measures(kMeasures.begin(), kMeasures.begin() + 6);
    constexpr std::size_t kDraws = 2;
    const AllOrders expected = allOrders(measures, kDraws);
    const Case c(miniPack(), coalition(measures, ~0u), kDraws);
    const auto parts = partsOf(contributionsOf(c));
    ASSERT_EQ(parts.size(), 7u);
    for (std::size_t t = 0; t < c.years(); ++t) {
        for (std::size_t part = 0; part < parts.size(); ++part) {
            EXPECT_TRUE(close(parts[part][t], expected.mean[part][t], 1e-11, parts[0][t]))
                << part << ' ' << t;
        }
    }
}

TEST(Contributions, OfAPathByYearAreThoseOfTheSamePathByItsName) {
    const std::string measure = R"("measures": [{"type": "logistics", "from": 2021, "days": -3}])";
    const auto parts = [&](const std::string &path) {
        return partsOf(
            contributionsOf(Case(miniPack(), R"("onboarding": )" + path + ", " + measure, 64)));
    };
    const auto named = parts(R"({"newSellers": 1000, "years": 4, "path": "linear"})");
    const auto byYear = parts(R"({"path": [250, 250, 250, 250]})");
    for (std::size_t t = 0; t < named[0].size(); ++t) {
        for (std::size_t part = 0; part < 2; ++part) {
            EXPECT_TRUE(close(byYear[part][t], named[part][t], 1e-12)) << part << ' ' << t;
        }
    }
}

} // namespace
} // namespace export_potential
