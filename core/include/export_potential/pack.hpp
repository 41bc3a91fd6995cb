#pragma once

#include "export_potential/assumption.hpp"
#include "export_potential/distribution.hpp"
#include "export_potential/error.hpp"
#include "export_potential/measure.hpp"
#include "export_potential/symbol.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace export_potential {

/// How goods of a channel travel, which decides the charges that meet them at the border.
enum class Shipment { freight, parcel };

struct Sector {
    std::string id;
    double exports; ///< goods exports of the base year, US$
};

struct Channel {
    std::string id;
    Shipment shipment;
};

struct PoolKind {
    std::string id;
    double establishments;
};

/// One parameter: a distribution for each element of the set that it is split by, or one for all.
struct Parameter {
    IndexKind by = IndexKind::none;
    std::vector<Distribution> values; ///< in the order of the pack's set; one when by is none
    double min = 0;                   ///< the pack's range, inside the symbol's own
    double max = 0;
};

/// One sampled value of the model: that of an element of the set by which the pack splits the
/// parameter, or the only one of a parameter that is not split.
struct ParameterElement {
    Symbol symbol;
    IndexKind by = IndexKind::none; ///< the parameter's own `by`
    std::size_t element = 0;

    bool operator==(const ParameterElement &) const = default;
};

/// Dependence between two different values, by Spearman's rank correlation, -0.99 to 0.99.
struct Correlation {
    ParameterElement a;
    ParameterElement b;
    double spearman;
};

/// One way to read the evidence: what it assumes in the place of the pack's own distributions.
/// Whole symbols stand before single elements, so that applied in order the more specific holds.
struct ReadingOption {
    std::string id;
    std::vector<Assumption> assumptions;
};

/// A question on which the sources disagree. The first option is the default and says what the
/// pack's parameters say. No two readings speak of the same value.
struct Reading {
    std::string id;
    std::vector<ReadingOption> options;
};

/// How newcomers arrive over the years; see docs/model.md, equation (1).
enum class PathShape { linear, logistic, bass, table };

struct Onboarding {
    double newSellers = 0; ///< registrations over the whole programme
    int years = 1;         ///< length of the programme from startYear on
    PathShape path = PathShape::linear;
    std::vector<double> table; ///< registrations of each year; only for PathShape::table
    std::vector<double> mix;   ///< share of each segment, sums to 1
};

/// What a country brings to the model. Everything that a scenario can leave out comes from here.
/// Sets keep the order of the file. Segment s = sector * channels.size() + channel.
struct Pack {
    std::string id;
    std::string version;
    int baseYear = 0; ///< fiscal year by its ending year

    std::vector<Sector> sectors;
    std::vector<Channel> channels;
    std::vector<std::string> markets;
    std::vector<std::string> tiers;
    std::vector<PoolKind> pool;

    std::string currencyCode;
    double localPerUsd = 0;
    double usdInflation = 0; ///< a year, as a share; turns exportTarget into base-year dollars

    double goodsExports = 0; ///< base year, US$
    double exportTarget = 0; ///< US$ of exportTargetYear
    int exportTargetYear = 0;
    double internetUse = 0;      ///< I_0, share of people
    double ecommerceCeiling = 0; ///< share of goods exports
    double minLogisticsDays = 0; ///< smallest and largest change in days that was ever observed
    double maxLogisticsDays = 0;

    int firstCohort = 0; ///< first fiscal year with registrations
    /// registrations[channel][year - firstCohort], up to and including the base year.
    std::vector<std::vector<double>> registrations;
    /// sectorShares[channel][sector], of existing sellers and of those who come by themselves.
    std::vector<std::vector<double>> sectorShares;
    /// marketShares[segment][market], base year.
    std::vector<std::vector<double>> marketShares;

    int startYear = 0;
    int horizon = 0;
    int draws = 0;
    double seed = 0;
    Onboarding onboarding;
    std::vector<Measure> measures;

    std::array<Parameter, kSymbolCount> parameters;
    std::vector<Correlation> correlations; ///< each pair once
    std::vector<Reading> readings;

    std::size_t segments() const { return sectors.size() * channels.size(); }
    std::size_t segment(std::size_t sector, std::size_t channel) const {
        return sector * channels.size() + channel;
    }
    /// Number of elements of a set; 1 for IndexKind::none.
    std::size_t setSize(IndexKind kind) const;
    /// Identifier of element i of a set; "" for IndexKind::none.
    std::string_view setId(IndexKind kind, std::size_t i) const;
};

/// Reads a country pack (docs/model.md, "Packs and scenarios"; public/schemas/pack.schema.json).
/// Reports every fault. Never throws, never prints.
Result<Pack> parsePack(std::string_view text);

} // namespace export_potential
