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
                           std::size_t years)
    : years_(years) {
    add(ColumnKind::output, kOutputCount, years);
    add(ColumnKind::sectorGross, sectors, years);
    add(ColumnKind::sectorExports, sectors, years);
    add(ColumnKind::channelGross, channels, years);
    add(ColumnKind::channelExports, channels, years);
    add(ColumnKind::marketGross, markets, years);
    add(ColumnKind::marketExports, markets, years);
    add(ColumnKind::programmeSales, 2, years);
    add(ColumnKind::funnel, kFunnelSteps, 1);
    add(ColumnKind::sellers, kSellerColumns, 1);
    add(ColumnKind::poolLimited, 1, years);
    add(ColumnKind::sellerSales, kSellerSalesColumns, years);
    add(ColumnKind::luck, 1, years);
    add(ColumnKind::domestic, kDomesticColumns, years);
}

std::size_t ColumnLayout::of(ColumnKind kind, std::size_t index, std::size_t year) const {
    return first_[static_cast<std::size_t>(kind)] + index * (hasYears(kind) ? years_ : 1) + year;
}

void ColumnLayout::add(ColumnKind kind, std::size_t count, std::size_t years) {
    first_[static_cast<std::size_t>(kind)] = columns_.size();
    for (std::size_t index = 0; index < count; ++index) {
        for (std::size_t year = 0; year < years; ++year) {
            columns_.push_back({kind, index, year});
        }
    }
}

} // namespace export_potential
