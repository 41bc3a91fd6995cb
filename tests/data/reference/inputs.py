"""The inputs of one evaluation: the scenario filled up from the pack, and a value for every parameter.

Written from docs/model.md and a country pack alone, without the program's source.
"""

import json
import math

from scipy import stats

# The table of symbols in docs/model.md, which is also the order of the sampled dimensions.
SYMBOLS = """export_ready lambda xi t_d organic_growth p q dw act act_lift r1 r2_gain x m sigma psi kappa g0 T
takeup delta h eta growth eps theta tau tau_parcel disp w rho v jobs_per_m t_x c_R c_T pi severity fee_pass
V_dom growth_dom compliance t_g V_inb growth_inb above eps_in chi""".split()
SETS = {"sector": "sectors", "channel": "channels", "market": "markets", "tier": "tiers", "pool": "pool"}


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def ids(pack, kind):
    return [element["id"] for element in pack[SETS[kind]]]


def complete(pack, scenario):
    """The scenario with everything it leaves out taken from the pack's defaults."""
    default = pack["defaults"]
    full = {**{key: default[key] for key in ("startYear", "horizon", "seed", "measures")}, **scenario}
    onboarding = {key: default["onboarding"][key] for key in ("newSellers", "years", "path", "mix")}
    onboarding.update(scenario.get("onboarding", {}))
    if isinstance(onboarding["path"], list):
        onboarding["newSellers"] = sum(onboarding["path"])
        onboarding["years"] = len(onboarding["path"])
    full["onboarding"] = onboarding
    last = full["startYear"] + full["horizon"] - 1
    full["measures"] = [{"to": last, "cost": 0.0, **m} for m in full["measures"]]
    return full


def assumptions(pack, scenario):
    """What replaces the pack's distributions, from what holds first to what holds last."""
    layers = [scenario.get("assumptions", {})]
    chosen = scenario.get("readings", {})
    for reading in pack.get("readings", []):
        options = {option["id"]: option for option in reading["options"]}
        option = options[chosen.get(reading["id"], reading["options"][0]["id"])]
        layers.append(option["assumptions"])
    return layers


def parameters(pack, scenario):
    """[(name, distribution)] in the order of the dimensions; a name is "psi" or "w.b2b"."""
    layers = assumptions(pack, scenario)
    result = []

    def bounded(entry, distribution):
        """A lognormal's min and max are the pack's range where left out."""
        if isinstance(distribution, dict) and distribution["dist"] == "lognormal":
            return {"min": entry["range"][0], "max": entry["range"][1], **distribution}
        return distribution

    def chosen(names, otherwise):
        for layer in layers:
            for name in names:  # that of the element before that of all elements
                if name in layer:
                    return layer[name]
        return otherwise

    for symbol in SYMBOLS:
        entry = pack["parameters"][symbol]
        if "by" in entry:
            for element in ids(pack, entry["by"]):
                name = f"{symbol}.{element}"
                result.append((name, bounded(entry, chosen([name, symbol], entry["values"][element]))))
        else:
            result.append((symbol, bounded(entry, chosen([symbol], entry["value"]))))
    return result


def shocks(pack, scenario):
    """Names of the uniforms u_jk of equation (9), in the order of their dimensions."""
    full = complete(pack, scenario)
    years = range(pack["baseYear"] + 1, full["startYear"] + full["horizon"])
    return [f"shock.{market}.{year}" for market in ids(pack, "market") for year in years]


def quantile(distribution, u):
    if not isinstance(distribution, dict):
        return float(distribution)
    d, kind = distribution, distribution["dist"]
    if kind == "fixed":
        return float(d["value"])
    if kind == "uniform":
        return d["min"] + (d["max"] - d["min"]) * u
    if kind == "triangular":
        low, mode, high = d["min"], d["mode"], d["max"]
        if u * (high - low) <= mode - low:
            return low + math.sqrt(u * (high - low) * (mode - low))
        return high - math.sqrt((1 - u) * (high - low) * (high - mode))
    if kind == "pert":
        low, mode, high = d["min"], d["mode"], d["max"]
        a = 1 + 4 * (mode - low) / (high - low)
        b = 1 + 4 * (high - mode) / (high - low)
        return low + (high - low) * float(stats.beta.ppf(u, a, b))
    if kind == "beta":
        return float(stats.beta.ppf(u, d["alpha"], d["beta"]))
    if kind == "normal":
        return conditioned_normal(d["mean"], d["sd"], d["min"], d["max"], u)
    if kind == "lognormal":
        if "p05" in d:
            mu = (math.log(d["p05"]) + math.log(d["p95"])) / 2
            sigma = (math.log(d["p95"]) - math.log(d["p05"])) / (2 * 1.6448536269514722)
        else:
            sigma = d["sigma"]
            mu = math.log(d["mean"]) - sigma * sigma / 2
        low = math.log(d["min"]) if d["min"] > 0 else -math.inf
        return math.exp(conditioned_normal(mu, sigma, low, math.log(d["max"]), u))
    raise ValueError(f"unknown distribution {kind}")


def conditioned_normal(mean, sd, low, high, u):
    """Quantile u of a normal variable known to lie in [low, high]."""
    below, above = stats.norm.cdf((low - mean) / sd), stats.norm.sf((high - mean) / sd)
    if u < 0.5:  # from whichever tail keeps the digits
        return mean + sd * float(stats.norm.ppf(below + u * (1 - below - above)))
    return mean + sd * float(stats.norm.isf(above + (1 - u) * (1 - below - above)))


def medians(pack, scenario):
    return {name: quantile(distribution, 0.5) for name, distribution in parameters(pack, scenario)}
