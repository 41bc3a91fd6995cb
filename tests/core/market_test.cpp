// The market index D of equation (3).

#include "export_potential/market.hpp"

#include "test_support.hpp"

#include <array>
#include <cmath>
#include <numeric>

namespace export_potential {
namespace {

/// A market in which nothing has changed.
MarketTerm quiet(double share) {
    return {share, 1, 0, 0, 0, 1};
}

TEST(MarketIndex, IsOneWhereNothingHasChanged) {
    const std::array markets{quiet(0.5), quiet(0.25), quiet(0.25)};
    EXPECT_EQ(marketIndex(markets, 3, 0.01), 1);
    std::array charged{quiet(0.3), quiet(0.7)};
    charged[0].tariff = charged[0].baseTariff = 0.15;
    charged[1].tariff = charged[1].baseTariff = -0.05;
    EXPECT_DOUBLE_EQ(marketIndex(charged, 5, 0.01), 1);
}

TEST(MarketIndex, OfOneMarketFallsByTheElasticityOfThePrice) {
    std::array market{quiet(1)};
    market[0].tariff = 0.1;
    EXPECT_NEAR(marketIndex(market, 5, 0), 0.6209, 5e-5);
    EXPECT_NEAR(marketIndex(market, 2, 0), 0.8264, 5e-5);
    EXPECT_EQ(marketIndex(market, 0, 0), 1);
    // From 10 % to 21 % is the same step again.
    market[0].baseTariff = 0.1;
    market[0].tariff = 0.21;
    EXPECT_NEAR(marketIndex(market, 5, 0), 0.6209, 5e-5);
}

TEST(MarketIndex, FallsByTheElasticityAndThePriceOfADay) {
    std::array market{quiet(1)};
    market[0].daysChange = -5;
    EXPECT_TRUE(close(marketIndex(market, 3, 0.01), std::exp(0.15), 1e-14));
    market[0].daysChange = 5;
    EXPECT_TRUE(close(marketIndex(market, 3, 0.01), std::exp(-0.15), 1e-14));
}

TEST(MarketIndex, AddsUpMarketsByTheirShares) {
    std::array markets{quiet(0.6), quiet(0.4)};
    markets[0].growth = 1.21;
    markets[1].tariff = 0.25;
    markets[1].access = 0.5;
    // .6 x 1.21 + .4 x 1.25^-2 x .5 = .726 + .128
    EXPECT_TRUE(close(marketIndex(markets, 2, 0.01), 0.854, 1e-14));
    markets[1].access = 0;
    EXPECT_TRUE(close(marketIndex(markets, 2, 0.01), 0.726, 1e-14));
    EXPECT_EQ(marketIndex({}, 2, 0.01), 0);
}

TEST(MarketShares, SumToOneInEverySegmentOfThePacks) {
    for (const Pack *pack : {&miniPack(), &publicPack()}) {
        ASSERT_EQ(pack->marketShares.size(), pack->segments());
        for (const std::vector<double> &shares : pack->marketShares) {
            EXPECT_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1, 1e-12);
        }
    }
}

TEST(MarketIndex, HasTheElasticityOfItsOwnChannelWhereTwoShipAlike) {
    // Parcels on both channels, charged 25 % since the base year: the sales of one path, without
    // displacement, are 1.25^-eps of those without the charge.
    Pack pack = miniPack();
    for (Channel &channel : pack.channels) {
        channel.shipment = Shipment::parcel;
    }
    pack.parameters[static_cast<std::size_t>(Symbol::eps)].values = {Fixed{1}, Fixed{3}};
    fix(pack, Symbol::kappa, 0);
    const auto sales = [&](double charge, std::size_t channel) {
        fix(pack, Symbol::tau_parcel, charge);
        const Case c(pack, R"("onboarding": {"newSellers": 1000})", 1);
        return c.column(ColumnKind::channelGross, channel, 2)[0];
    };
    EXPECT_TRUE(close(sales(0.25, 0) / sales(0, 0), 0.8, 1e-12));
    EXPECT_TRUE(close(sales(0.25, 1) / sales(0, 1), 0.512, 1e-12));
}

} // namespace
} // namespace export_potential
