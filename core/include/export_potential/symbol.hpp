#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace export_potential {

/// The parameters of the model, spelt as in docs/model.md, where each is defined.
enum class Symbol {
    export_ready,
    lambda,
    xi,
    t_d,
    organic_growth,
    p,
    q,
    dw,
    act,
    act_lift,
    r1,
    r2_gain,
    x,
    m,
    sigma,
    psi,
    kappa,
    g0,
    T,
    takeup,
    delta,
    h,
    eta,
    growth,
    eps,
    theta,
    tau,
    tau_parcel,
    disp,
    w,
    rho,
    v,
    jobs_per_m,
    t_x,
    c_R,
    c_T,
    pi,
    severity,
    fee_pass,
    V_dom,
    growth_dom,
    compliance,
    t_g,
    V_inb,
    growth_inb,
    above,
    eps_in,
    chi,
};

inline constexpr std::size_t kSymbolCount = 48;

/// The sets that a parameter may have one value for each element of.
enum class IndexKind { none, channel, sector, market, tier, pool };

/// "channel", "sector", "market", "tier", "pool"; "" for none.
std::string_view indexKindName(IndexKind kind);

/// What the model demands of a parameter, whatever the country.
struct SymbolInfo {
    Symbol symbol;
    std::string_view name;
    /// Sets by which the pack may split the parameter; unused places hold IndexKind::none.
    std::array<IndexKind, 2> splits;
    /// Values outside [min, max] make an equation meaningless. An open end excludes the bound.
    double min;
    double max;
    bool openMin = false;
    bool openMax = false;
};

/// Facts about every symbol, in the order of the enumeration.
const std::array<SymbolInfo, kSymbolCount> &symbolTable();

inline const SymbolInfo &symbolInfo(Symbol symbol) {
    return symbolTable()[static_cast<std::size_t>(symbol)];
}

/// The symbol of this name, if there is one.
std::optional<Symbol> symbolByName(std::string_view name);

} // namespace export_potential
