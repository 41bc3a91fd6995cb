"""An independent reading of docs/model.md: one evaluation at a time, for checking the program.

Written from docs/model.md and a country pack alone, without the program's source. Numbers in brackets
are the equations of docs/model.md. Plain Python 3 with numpy and scipy; run with /usr/bin/python3.
"""

import json
import math

import numpy as np
from scipy import stats

# The table of symbols in docs/model.md, which is also the order of the sampled dimensions.
SYMBOLS = """export_ready lambda xi t_d organic_growth p q dw act act_lift r1 r2_gain x m sigma psi kappa g0 T
takeup delta h eta growth eps theta tau tau_parcel disp w rho v jobs_per_m t_x c_R c_T""".split()
OUTPUTS = """registrationsWith registrationsWithout activeWith activeWithout grossWith grossWithout
grossAdditional exportsWith exportsWithout exportsAdditional foreignExchange valueAdded jobs tax cost
fiscalNet""".split()
SETS = {"sector": "sectors", "channel": "channels", "market": "markets", "tier": "tiers", "pool": "pool"}
FIRST_YEAR_LEFT = 0.54


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


def parameters(pack, scenario):
    """[(name, distribution)] in the order of the dimensions; a name is "psi" or "w.b2b"."""
    assumed = scenario.get("assumptions", {})
    result = []

    def bounded(entry, distribution):
        """A lognormal's min and max are the pack's range where left out."""
        if isinstance(distribution, dict) and distribution["dist"] == "lognormal":
            return {"min": entry["range"][0], "max": entry["range"][1], **distribution}
        return distribution

    for symbol in SYMBOLS:
        entry = pack["parameters"][symbol]
        if "by" in entry:
            for element in ids(pack, entry["by"]):
                name = f"{symbol}.{element}"
                own = assumed.get(name, assumed.get(symbol, entry["values"][element]))
                result.append((name, bounded(entry, own)))
        else:
            result.append((symbol, bounded(entry, assumed.get(symbol, entry["value"]))))
    return result


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


class Model:
    """One pack, one scenario, one value for every parameter."""

    def __init__(self, pack, scenario, values):
        self.pack, self.scenario, self.values = pack, complete(pack, scenario), values
        self.base = pack["baseYear"]
        self.start = self.scenario["startYear"] - self.base  # k of the first reported year
        self.last = self.start + self.scenario["horizon"] - 1
        self.sectors, self.channels = ids(pack, "sector"), ids(pack, "channel")
        self.markets, self.tiers = ids(pack, "market"), ids(pack, "tier")
        self.segments = [(i, h) for i in self.sectors for h in self.channels]
        first = min(entry["firstYear"] for entry in pack["baseline"]["registrations"].values())
        self.cohorts = range(first - self.base, self.last + 1)
        mix = self.scenario["onboarding"]["mix"]
        self.mix = np.array([mix.get(f"{i}/{h}", 0.0) for i, h in self.segments])
        self.act, self.suspended = self.by_segment("act"), self.by_segment("x")
        self.r1, self.r2_gain = self.by_segment("r1"), self.by_segment("r2_gain")

    def value(self, symbol, element=None):
        return self.values[symbol] if symbol in self.values else self.values[f"{symbol}.{element}"]

    def by_segment(self, symbol):
        by_sector = self.pack["parameters"][symbol].get("by") == "sector"
        return np.array([self.value(symbol, i if by_sector else h) for i, h in self.segments])

    def by_sector_sum(self, per_segment):
        """Sums over the channels of each sector, repeated for each of its segments."""
        sums = per_segment.reshape(len(self.sectors), len(self.channels)).sum(axis=1)
        return np.repeat(sums, len(self.channels))

    # ----- measures (with-path)
    def in_force(self, kind, k):
        year = self.base + k
        return [m for m in self.scenario["measures"] if m["type"] == kind and m["from"] <= year <= m["to"]]

    def internet(self, k):
        """I_k / I_0 on the with-path."""
        ratios = []
        for m in self.scenario["measures"]:
            if m["type"] == "connectivity" and self.base + k >= m["from"]:
                k0, k1 = m["from"] - 1 - self.base, m["to"] - self.base
                ramp = min(1.0, (k - k0) / (k1 - k0))
                ratios.append(1 + ramp * (m["internetUse"] / self.pack["baseline"]["internetUse"]["value"] - 1))
        return max(ratios, default=1.0)

    def digital_tax(self, k):
        measures = self.in_force("digitalRetailTax", k)
        return measures[-1]["rate"] if measures else self.value("t_d")

    def days(self, k):
        limits = self.pack["baseline"]["logisticsDays"]
        return min(max(sum(m["days"] for m in self.in_force("logistics", k)), limits["min"]), limits["max"])

    def offered(self, c, tier):
        """share_z,c"""
        return sum(m["share"] for m in self.in_force("training", c) if m["tier"] == tier)

    # ----- (0) the pool and (1) registrations
    def pool(self, k):
        ready = sum(e["establishments"]["value"] * self.value("export_ready", e["id"]) for e in self.pack["pool"])
        t_d = self.value("t_d")
        return (ready * self.internet(k) ** self.value("lambda")
                * ((1 - self.digital_tax(k)) / (1 - t_d)) ** self.value("xi"))

    def organic(self, c):
        baseline = self.pack["baseline"]
        result = []
        for i, h in self.segments:
            history = baseline["registrations"][h]
            at = self.base + min(c, 0) - history["firstYear"]
            registered = history["perYear"][at] if at >= 0 else 0.0
            registered *= (1 + self.value("organic_growth", h)) ** max(c, 0)
            result.append(baseline["sectorShares"][h]["shares"].get(i, 0.0) * registered)
        return np.array(result)

    def plan(self, k):
        onboarding = self.scenario["onboarding"]
        path, total, years = onboarding["path"], onboarding["newSellers"], onboarding["years"]
        u = k - self.start + 1
        if not 1 <= u <= years:
            return 0.0
        if isinstance(path, list):
            return path[u - 1]
        if path == "linear":
            return total / years
        if path == "logistic":
            cumulative = [1 / (1 + math.exp(-8 * (at / years - 0.5))) for at in range(years + 1)]
        else:
            p, q = self.value("p"), self.value("q")
            fall = [math.exp(-(p + q) * at) for at in range(years + 1)]
            cumulative = [(1 - f) / (1 + q / p * f) for f in fall]
        return total * (cumulative[u] - cumulative[u - 1]) / (cumulative[years] - cumulative[0])

    def register(self):
        """programme_k for all k, and which years the pool limits."""
        self.programme, self.limited = {c: 0.0 for c in self.cohorts}, {}
        for k in range(1, self.last + 1):
            organic_active = sum(np.sum(self.organic(c) * self.act * self.kept(k - c))
                                 for c in self.cohorts if c <= k)
            earlier = sum(self.programme[c] for c in self.cohorts if c < k)
            self.programme[k] = min(self.plan(k), max(0.0, self.pool(k) - organic_active - earlier))
            self.limited[k] = bool(self.programme[k] < self.plan(k))

    # ----- (2) active sellers
    def kept(self, a):
        """S(a) (1 - x)^a of each segment."""
        s = (1 - self.r2_gain) / self.r2_gain
        beta = s * self.r1
        alpha = s - beta
        survivors = np.ones(len(self.segments))
        for b in range(1, a + 1):
            survivors = survivors * (beta + b - 1) / (alpha + beta + b - 1)
        return survivors * (1 - self.suspended) ** a

    def activation_lift(self, c):
        lift = 1 + sum(self.offered(c, z) * self.value("takeup", z) * self.value("act_lift", z) for z in self.tiers)
        return np.minimum(lift, 1 / np.maximum(self.act, 1e-300))

    # ----- (3) sales
    def ramp(self, a):
        g0 = self.value("g0")
        return (1 - (1 - g0) * math.exp(-a / self.value("T"))) * (FIRST_YEAR_LEFT if a == 0 else 1.0)

    def training_gain(self, c, a):
        """L_c(a)"""
        return 1 + sum(self.offered(c, z) * self.value("takeup", z) * self.value("delta", z)
                       * 2 ** (-a / self.value("h")) for z in self.tiers)

    def demand(self, k, measures):
        """The terms of D_s,k: one row for each segment, one column for each market."""
        shares = self.pack["baseline"]["marketShares"]
        shipment = {channel["id"]: channel["shipment"] for channel in self.pack["channels"]}
        result = np.zeros((len(self.segments), len(self.markets)))
        for s, (_, h) in enumerate(self.segments):
            eps, days = self.value("eps", h), self.days(k) if measures else 0.0
            for j, market in enumerate(self.markets):
                tau, access = 0.0, 1.0
                if k > 0:
                    tau = self.value("tau" if shipment[h] == "freight" else "tau_parcel", market)
                for m in self.in_force("marketAccess", k) if measures else []:
                    if m["market"] == market:
                        tau += m.get("tariff", 0.0)
                        access *= m.get("access", 1.0)
                result[s, j] = (shares[h]["shares"].get(market, 0.0) * (1 + self.value("growth", market)) ** k
                                * (1 + max(tau, -0.9)) ** -eps * math.exp(-eps * self.value("theta") * days) * access)
        return result

    def path(self, with_programme):
        """Sellers and gross sales of one path, for the reported years."""
        dw = 1.0 if with_programme else self.value("dw")
        organic = {c: self.organic(c) for c in self.cohorts}
        recruited = {c: self.mix * dw * self.programme[c] for c in self.cohorts}  # (1)
        cohort_size = {c: self.by_sector_sum(organic[c] + recruited[c]) for c in self.cohorts}

        def active(c, k):  # (2): others, the programme's registrants
            rate, lift = self.act * self.kept(k - c), self.activation_lift(c) if with_programme else 1.0
            return organic[c] * rate, recruited[c] * rate * lift

        def sellers(k):
            return sum(others + ours for others, ours in (active(c, k) for c in self.cohorts if c <= k))

        def ratio(now, then, exponent):
            usable = (now > 0) & (then > 0)
            return np.where(usable, np.where(usable, now, 1) / np.where(usable, then, 1), 1.0) ** -exponent

        m, psi, kappa = self.by_segment("m"), self.value("psi"), self.value("kappa")
        result = []
        for k in range(self.start, self.last + 1):
            crowding = ratio(self.by_sector_sum(sellers(k)), self.by_sector_sum(sellers(0)), kappa)
            internet = self.internet(k) ** self.value("eta") if with_programme else 1.0
            others_sales = ours_sales = 0.0
            for c in (c for c in self.cohorts if c <= k):
                others, ours = active(c, k)
                y = m * ratio(cohort_size[c], cohort_size[0], psi) * self.ramp(k - c) * internet * crowding
                others_sales = others_sales + others * y
                ours_sales = ours_sales + ours * y * (self.training_gain(c, k - c) if with_programme else 1.0)
            demand = self.demand(k, with_programme)
            result.append({
                "registrations": sum(np.sum(organic[c] + recruited[c]) for c in self.cohorts if c <= k),
                "active": np.sum(sellers(k)),
                "others": others_sales[:, None] * demand, "ours": ours_sales[:, None] * demand,  # (4), by market
            })
        return result

    # ----- (5) to (8), parts, funnel, waterfall
    def evaluate(self):
        self.register()
        wedge, disp = self.by_segment("w")[:, None], self.by_segment("disp")[:, None]
        outputs = {name: [] for name in OUTPUTS}
        parts = {"bySector": {}, "byChannel": {}, "byMarket": {}}
        waterfall = {}
        for index, (on, off) in enumerate(zip(self.path(True), self.path(False))):
            k = self.start + index
            gross_on, gross_off = on["others"] + on["ours"], off["others"] + off["ours"]
            additional = (gross_on - gross_off) * (1 - disp)  # (5)
            exports = additional * (1 - wedge)  # (6)
            total = np.sum(exports)
            exchange = total * self.value("rho")  # (7)
            tax = exchange * self.value("t_x")  # (8)
            training = sum(self.offered(k, z) * self.value("takeup", z) * self.value("c_T", z) for z in self.tiers)
            cost = self.programme[k] * (self.value("c_R") + training)
            cost += sum(m["cost"] for m in self.scenario["measures"] if m["from"] <= self.base + k <= m["to"])
            values = [on["registrations"], off["registrations"], on["active"], off["active"], np.sum(gross_on),
                      np.sum(gross_off), np.sum(additional), np.sum(gross_on * (1 - wedge)),
                      np.sum(gross_off * (1 - wedge)), total, exchange, total * self.value("v"),
                      total / 1e6 * self.value("jobs_per_m"), tax, cost, tax - cost]
            for name, value in zip(OUTPUTS, values):
                outputs[name].append(float(value))
            cube = exports.reshape(len(self.sectors), len(self.channels), len(self.markets))
            for group, axes, names in (("bySector", (1, 2), self.sectors), ("byChannel", (0, 2), self.channels),
                                       ("byMarket", (0, 1), self.markets)):
                for name, value in zip(names, cube.sum(axis=axes)):
                    parts[group].setdefault(name, []).append(float(value))
            for step, value in {
                    "programmeSales": np.sum(on["ours"]), "deadweight": -np.sum(off["ours"]),
                    "crowding": np.sum(on["others"] - off["others"]),
                    "displacement": -np.sum((gross_on - gross_off) * disp),
                    "wedge": -np.sum(additional * wedge), "exportsAdditional": total,
                    "importedInputs": -total * (1 - self.value("v")), "valueAdded": total * self.value("v")}.items():
                waterfall.setdefault(step, []).append(float(value))
        funnel = {"registered": 100.0}
        for step, a in (("active", 0), ("after1", 1), ("after3", 3), ("after5", 5)):
            funnel[step] = float(100 * np.sum(self.mix * self.act * self.kept(a)))
        sigma = self.value("sigma")
        sellers = {f"topShare{p}": float(stats.norm.cdf(sigma + stats.norm.ppf(p / 100))) for p in (1, 10)}
        sellers["medianOverMean"] = math.exp(-sigma * sigma / 2)
        return {"years": list(range(self.base + self.start, self.base + self.last + 1)), "outputs": outputs,
                **parts, "funnel": funnel, "waterfall": waterfall, "sellers": sellers,
                "poolLimited": [self.limited[k] for k in range(self.start, self.last + 1)]}


def evaluate(pack, scenario, values=None):
    """Every output of one evaluation; with every parameter at its median unless values are given."""
    return Model(pack, scenario, medians(pack, scenario) if values is None else values).evaluate()


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)
