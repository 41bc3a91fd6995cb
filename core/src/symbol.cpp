#include "export_potential/symbol.hpp"

namespace export_potential {

namespace {

constexpr IndexKind none = IndexKind::none;
constexpr IndexKind channel = IndexKind::channel;
constexpr IndexKind sector = IndexKind::sector;
constexpr IndexKind market = IndexKind::market;
constexpr IndexKind tier = IndexKind::tier;
constexpr IndexKind pool = IndexKind::pool;

// An open minimum is written (0, ...], an open maximum [..., 1).
constexpr bool open = true;

constexpr std::array<SymbolInfo, kSymbolCount> kTable = {{
    {Symbol::export_ready, "export_ready", {pool, none}, 0, 1},
    {Symbol::lambda, "lambda", {none, none}, 0, 3},
    {Symbol::xi, "xi", {none, none}, 0, 5},
    {Symbol::t_d, "t_d", {none, none}, 0, 0.9},
    {Symbol::organic_growth, "organic_growth", {channel, none}, -0.5, 1},
    {Symbol::p, "p", {none, none}, 0, 0.5, open},
    {Symbol::q, "q", {none, none}, 0, 2},
    {Symbol::dw, "dw", {none, none}, 0, 1},
    {Symbol::act, "act", {channel, sector}, 0, 1},
    {Symbol::act_lift, "act_lift", {tier, none}, 0, 1},
    {Symbol::r1, "r1", {channel, none}, 0, 1, open, open},
    {Symbol::r2_gain, "r2_gain", {channel, none}, 0, 1, open, open},
    {Symbol::x, "x", {channel, none}, 0, 1, false, open},
    {Symbol::m, "m", {channel, sector}, 0, 1e8, open},
    {Symbol::sigma, "sigma", {none, none}, 0, 5, open},
    {Symbol::psi, "psi", {none, none}, 0, 2},
    {Symbol::kappa, "kappa", {none, none}, 0, 1},
    {Symbol::g0, "g0", {none, none}, 0, 1},
    {Symbol::T, "T", {none, none}, 0, 20, open},
    {Symbol::takeup, "takeup", {tier, none}, 0, 1},
    {Symbol::delta, "delta", {tier, none}, -0.5, 2},
    {Symbol::h, "h", {none, none}, 0, 50, open},
    {Symbol::eta, "eta", {none, none}, 0, 1},
    {Symbol::growth, "growth", {market, none}, -0.5, 1},
    {Symbol::eps, "eps", {channel, none}, 0, 15},
    {Symbol::theta, "theta", {none, none}, 0, 0.2},
    {Symbol::tau, "tau", {market, none}, -0.5, 3},
    {Symbol::tau_parcel, "tau_parcel", {market, none}, -0.5, 3},
    {Symbol::disp, "disp", {channel, none}, 0, 1},
    {Symbol::w, "w", {channel, none}, 0, 1},
    {Symbol::rho, "rho", {none, none}, 0, 1},
    {Symbol::v, "v", {none, none}, 0, 1},
    {Symbol::jobs_per_m, "jobs_per_m", {none, none}, 0, 1000},
    {Symbol::t_x, "t_x", {none, none}, 0, 1},
    {Symbol::c_R, "c_R", {none, none}, 0, 1e6},
    {Symbol::c_T, "c_T", {tier, none}, 0, 1e6},
    {Symbol::pi, "pi", {market, none}, 0, 1},
    {Symbol::severity, "severity", {market, none}, 0, 1},
    {Symbol::fee_pass, "fee_pass", {none, none}, 0, 1},
    {Symbol::V_dom, "V_dom", {none, none}, 0, 1e13},
    {Symbol::growth_dom, "growth_dom", {none, none}, -0.5, 1},
    {Symbol::compliance, "compliance", {none, none}, 0, 1},
    {Symbol::t_g, "t_g", {none, none}, 0, 1},
    {Symbol::V_inb, "V_inb", {none, none}, 0, 1e13},
    {Symbol::growth_inb, "growth_inb", {none, none}, -0.5, 1},
    {Symbol::above, "above", {none, none}, 0, 1},
    {Symbol::eps_in, "eps_in", {none, none}, 0, 15},
    {Symbol::chi, "chi", {none, none}, 0, 1},
}};

constexpr bool inEnumerationOrder() {
    for (std::size_t i = 0; i < kSymbolCount; ++i) {
        if (static_cast<std::size_t>(kTable[i].symbol) != i) {
            return false;
        }
    }
    return true;
}
static_assert(inEnumerationOrder());

} // namespace

const std::array<SymbolInfo, kSymbolCount> &symbolTable() {
    return kTable;
}

std::optional<Symbol> symbolByName(std::string_view name) {
    for (const SymbolInfo &info : kTable) {
        if (info.name == name) {
            return info.symbol;
        }
    }
    return std::nullopt;
}

std::string_view indexKindName(IndexKind kind) {
    switch (kind) {
    case IndexKind::none:
        break;
    case IndexKind::channel:
        return "channel";
    case IndexKind::sector:
        return "sector";
    case IndexKind::market:
        return "market";
    case IndexKind::tier:
        return "tier";
    case IndexKind::pool:
        return "pool";
    }
    return "";
}

} // namespace export_potential
