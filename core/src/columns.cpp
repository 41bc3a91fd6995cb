#include "columns.hpp"

#include <array>

namespace export_potential {

namespace {

struct OutputInfo {
    std::string_view name;
    std::string_view unit;
};

constexpr std::array<OutputInfo, kOutputCount> kOutputs{{
    {"registrationsWith", "sellers"},
    {"registrationsWithout", "sellers"},
    {"activeWith", "sellers"},
    {"activeWithout", "sellers"},
    {"grossWith", "US$"},
    {"grossWithout", "US$"},
    {"grossAdditional", "US$"},
    {"exportsWith", "US$"},
    {"exportsWithout", "US$"},
    {"exportsAdditional", "US$"},
    {"foreignExchange", "US$"},
    {"valueAdded", "US$"},
    {"jobs", "jobs"},
    {"tax", "US$"},
    {"cost", "US$"},
    {"fiscalNet", "US$"},
}};

} // namespace

std::string_view outputName(Output output) {
    return kOutputs[static_cast<std::size_t>(output)].name;
}

std::string_view outputUnit(Output output) {
    return kOutputs[static_cast<std::size_t>(output)].unit;
}

ColumnLayout::ColumnLayout(std::size_t sectors, std::size_t channels, std::size_t markets,
                           std::size_t years, Extent extent)
    : years_(years) {
    if (extent == Extent::headline) {
        const auto headline = static_cast<std::size_t>(Output::exportsAdditional);
        add(ColumnKind::output, headline, headline + 1, years);
        add(ColumnKind::funnel, 0, kFunnelSteps, 1);
        add(ColumnKind::poolLimited, 0, 1, years);
        return;
    }
    add(ColumnKind::output, 0, kOutputCount, years);
    add(ColumnKind::sectorGross, 0, sectors, years);
    add(ColumnKind::sectorExports, 0, sectors, years);
    add(ColumnKind::channelGross, 0, channels, years);
    add(ColumnKind::channelExports, 0, channels, years);
    add(ColumnKind::marketGross, 0, markets, years);
    add(ColumnKind::marketExports, 0, markets, years);
    add(ColumnKind::programmeSales, 0, 2, years);
    add(ColumnKind::funnel, 0, kFunnelSteps, 1);
    add(ColumnKind::sellers, 0, kSellerColumns, 1);
    add(ColumnKind::poolLimited, 0, 1, years);
    add(ColumnKind::sellerSales, 0, kSellerSalesColumns, years);
    add(ColumnKind::luck, 0, 1, years);
    add(ColumnKind::domestic, 0, kDomesticColumns, years);
}

std::size_t ColumnLayout::of(ColumnKind kind, std::size_t index, std::size_t year) const {
    const auto its = static_cast<std::size_t>(kind);
    return first_[its] + (index - firstIndex_[its]) * (hasYears(kind) ? years_ : 1) + year;
}

void ColumnLayout::add(ColumnKind kind, std::size_t begin, std::size_t end, std::size_t years) {
    const auto its = static_cast<std::size_t>(kind);
    first_[its] = columns_.size();
    firstIndex_[its] = begin;
    for (std::size_t index = begin; index < end; ++index) {
        for (std::size_t year = 0; year < years; ++year) {
            columns_.push_back({kind, index, year});
        }
    }
}

} // namespace export_potential
