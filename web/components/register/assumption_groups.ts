import type { LaterCatalogue } from "../../text/catalogue.ts";

/** A group of the list of assumptions. */
export type GroupName = keyof LaterCatalogue["assumptions"]["groups"];

/** The symbols of each group, in the order in which the model uses them. */
export const kGroups: readonly { readonly name: GroupName; readonly symbols: readonly string[] }[] = [
  { name: "join", symbols: ["export_ready", "lambda", "xi", "t_d", "organic_growth", "p", "q", "dw"] },
  { name: "sell", symbols: ["act", "act_lift", "r1", "r2_gain", "x"] },
  { name: "earn", symbols: ["m", "sigma", "psi", "kappa", "g0", "T", "takeup", "delta", "h", "eta"] },
  { name: "abroad", symbols: ["growth", "eps", "theta", "tau", "tau_parcel", "pi", "severity"] },
  { name: "home", symbols: ["disp", "w", "rho", "v", "jobs_per_m"] },
  { name: "public", symbols: ["t_x", "c_R", "c_T", "fee_pass"] },
  {
    name: "domestic",
    symbols: ["V_dom", "growth_dom", "compliance", "t_g", "V_inb", "growth_inb", "above", "eps_in", "chi"],
  },
];
