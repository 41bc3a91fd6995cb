"""An independent reading of docs/model.md: one evaluation at a time, for checking the program.

Written from docs/model.md and a country pack alone, without the program's source. Numbers in brackets
are the equations of docs/model.md. Plain Python 3 with numpy and scipy; run with /usr/bin/python3.
"""

import math

import numpy as np
from scipy import stats

from domestic import MEASURES as DOMESTIC
from domestic import domestic
from inputs import complete, ids, medians

OUTPUTS = """registrationsWith registrationsWithout activeWith activeWithout grossWith grossWithout
grossAdditional exportsWith exportsWithout exportsAdditional foreignExchange valueAdded jobs tax cost
fiscalNet""".split()
FIRST_YEAR_LEFT = 0.54
TOP_1_PERCENT = 2.3263478740408408  # Phi^-1(0.99)


class Model:
    """One pack, one scenario, one value for every parameter.

    Where the values hold "shock.MARKET.YEAR" these are the uniforms of equation (9); where they hold none
    there are no interruptions.
    """

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

    def fee_support(self, k):
        """f_hk of each segment."""
        measures = self.in_force("feeSupport", k)
        paid = {h: sum(m["points"] for m in measures if m.get("channel", h) == h) for h in self.channels}
        return np.array([paid[h] for _, h in self.segments])

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

    def shock(self, market, k):
        """The factor of equation (9)."""
        def begins(year, probability):
            uniform = self.values.get(f"shock.{market}.{self.base + year}")
            return uniform is not None and uniform < probability

        pi = self.value("pi", market)
        interrupted = begins(k, pi) or begins(k - 1, pi / 2)
        return 1 - self.value("severity", market) if interrupted else 1.0

    def closed(self, market, k):
        """Whether a closure of equation (9) is in force."""
        last = self.base + self.last
        return any(c["market"] == market and c["from"] <= self.base + k <= c.get("to", last)
                   for c in self.scenario.get("closures", []))

    def demand(self, k, measures):
        """The terms of D_s,k: one row for each segment, one column for each market."""
        shares = self.pack["baseline"]["marketShares"]
        shipment = {channel["id"]: channel["shipment"] for channel in self.pack["channels"]}
        result = np.zeros((len(self.segments), len(self.markets)))
        if measures:
            fee = (1 - self.fee_support(k) * self.value("fee_pass")) ** (1 - self.by_segment("eps"))
        for s, (i, h) in enumerate(self.segments):
            segment_shares = shares.get(f"{i}/{h}", shares[h])["shares"]
            eps, days = self.value("eps", h), self.days(k) if measures else 0.0
            for j, market in enumerate(self.markets):
                if self.closed(market, k):
                    continue
                tau, access = 0.0, 1.0
                if k > 0:
                    tau = self.value("tau" if shipment[h] == "freight" else "tau_parcel", market)
                for m in self.in_force("marketAccess", k) if measures else []:
                    if m["market"] == market:
                        tau += m.get("tariff", 0.0)
                        access *= m.get("access", 1.0)
                result[s, j] = (segment_shares.get(market, 0.0) * (1 + self.value("growth", market)) ** k
                                * (1 + max(tau, -0.9)) ** -eps * math.exp(-eps * self.value("theta") * days) * access
                                * self.shock(market, k) * (fee[s] if measures else 1.0))
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

    # ----- one seller's sales, (10)
    def seller_sales(self, gross, active):
        sigma = self.value("sigma")
        mean = gross / active if active > 0 else 0.0
        return {"mean": mean, "median": mean * math.exp(-sigma * sigma / 2),
                "top1": mean * math.exp(sigma * TOP_1_PERCENT - sigma * sigma / 2)}

    def luck(self, extra_sellers, headline):
        """CV_k"""
        if extra_sellers < 1 or headline == 0:
            return 0.0
        return math.sqrt((math.exp(self.value("sigma") ** 2) - 1) / extra_sellers)

    # ----- (5) to (8), parts, funnel, waterfall
    def evaluate(self):
        self.register()
        wedge, disp = self.by_segment("w")[:, None], self.by_segment("disp")[:, None]
        outputs = {name: [] for name in OUTPUTS}
        parts = {"bySector": {}, "byChannel": {}, "byMarket": {}}
        waterfall, cv = {}, []
        seller_sales, home = {name: [] for name in ("mean", "median", "top1")}, {name: [] for name in DOMESTIC}
        for index, (on, off) in enumerate(zip(self.path(True), self.path(False))):
            k = self.start + index
            gross_on, gross_off = on["others"] + on["ours"], off["others"] + off["ours"]
            additional = (gross_on - gross_off) * (1 - disp)  # (5)
            exports = additional * (1 - wedge)  # (6)
            total = np.sum(exports)
            exchange = total * self.value("rho")  # (7)
            support = np.sum(self.fee_support(k)[:, None] * gross_on)
            tax = exchange * self.value("t_x")  # (8)
            training = sum(self.offered(k, z) * self.value("takeup", z) * self.value("c_T", z) for z in self.tiers)
            cost = self.programme[k] * (self.value("c_R") + training)
            cost += sum(m["cost"] for m in self.scenario["measures"] if m["from"] <= self.base + k <= m["to"])
            cost += support
            values = [on["registrations"], off["registrations"], on["active"], off["active"], np.sum(gross_on),
                      np.sum(gross_off), np.sum(additional), np.sum(gross_on * (1 - wedge)),
                      np.sum(gross_off * (1 - wedge)), total, exchange, total * self.value("v"),
                      total / 1e6 * self.value("jobs_per_m"), tax, cost, tax - cost]
            for name, value in zip(OUTPUTS, values):
                outputs[name].append(float(value))
            for output, amount in (("grossAdditional", additional), ("exportsAdditional", exports)):
                cube = amount.reshape(len(self.sectors), len(self.channels), len(self.markets))
                for group, axes, names in (("bySector", (1, 2), self.sectors), ("byChannel", (0, 2), self.channels),
                                           ("byMarket", (0, 1), self.markets)):
                    for name, value in zip(names, cube.sum(axis=axes)):
                        parts[group].setdefault(name, {}).setdefault(output, []).append(float(value))
            for name, value in self.seller_sales(np.sum(gross_on), on["active"]).items():
                seller_sales[name].append(float(value))
            for name, value in domestic(self, k).items():
                home[name].append(float(value))
            cv.append(float(self.luck(on["active"] - off["active"], total)))
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
                "sellerSales": seller_sales, "domestic": home, "luck": {"cv": cv},
                "poolLimited": [self.limited[k] for k in range(self.start, self.last + 1)]}


def evaluate(pack, scenario, values=None):
    """Every output of one evaluation; with every parameter at its median unless values are given."""
    return Model(pack, scenario, medians(pack, scenario) if values is None else values).evaluate()


def luck_shares(evaluations):
    """share_k of equation (10), by year; mean and variance are those of the given evaluations alone."""
    headline = np.array([e["outputs"]["exportsAdditional"] for e in evaluations])
    luck = np.mean((np.array([e["luck"]["cv"] for e in evaluations]) * headline) ** 2, axis=0)
    total = np.var(headline, axis=0) + luck
    return [float(part / whole) if whole > 0 else 0.0 for part, whole in zip(luck, total)]
