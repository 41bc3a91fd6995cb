"""Writes backtest.json: the back-test of India, by NumPy's random numbers.

Written from "Back-test" and the equations in docs/model.md, the pack and the programme alone, without the
program's source. Run with /usr/bin/python3.
"""

import json
import math
import os
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import inputs  # noqa: E402
import numpy as np  # noqa: E402
from scipy import stats  # noqa: E402

ROOT = os.path.join(HERE, "..", "..", "..")
DRAWS = 1 << 20
CORRELATED = ("act", "r1")  # of those that the back-test uses


class Sampler:
    """Columns of draws of the pack's parameters, from tables of their quantiles."""

    def __init__(self, pack, channel):
        self.random = np.random.default_rng(20261130)
        self.parameters = dict(inputs.parameters(pack, {}))
        self.channel = channel
        rho = next(c["spearman"] for c in pack["correlations"] if (c["a"], c["b"]) == CORRELATED)
        r = 2 * math.sin(math.pi * rho / 6)
        a, b = self.random.standard_normal((2, DRAWS))
        self.uniforms = dict(zip(CORRELATED, stats.norm.cdf([a, r * a + math.sqrt(1 - r * r) * b])))

    def draw(self, symbol):
        distribution = self.parameters.get(symbol, self.parameters.get(f"{symbol}.{self.channel}"))
        u = self.uniforms.get(symbol)
        grid = stats.norm.cdf(np.linspace(-5.5, 5.5, 2001))
        table = [inputs.quantile(distribution, p) for p in grid]
        return np.interp(self.random.random(DRAWS) if u is None else u, grid, table)


def month(text):
    return 12 * int(text[:4]) + int(text[5:])


def stock(totals, at):
    pairs = list(zip(totals, totals[1:]))
    (t0, v0), (t1, v1) = next((pair for pair in pairs if at <= pair[1][0]), pairs[-1])
    return v0 + (v1 - v0) * (at - t0) / (t1 - t0)


def sales_by_year(pack, programme, last):
    """Gross sales of each modelled year, a column of draws, in US$ of the base year."""
    assert programme["firstMonth"] == 1
    base = programme["baseYear"]
    accounts = [(month(total["at"]), total["value"]) for total in programme["accounts"]]
    first = accounts[0][0] // 12  # of the month after
    registered = {y: stock(accounts, 12 * y + 12) - stock(accounts, 12 * y) for y in range(first, last + 1)}
    sampler = Sampler(pack, programme["channel"])
    act, r1, r2_gain, x, m, psi, kappa, g0, T, growth, pi, severity = map(
        sampler.draw, ("act", "r1", "r2_gain", "x", "m", "psi", "kappa", "g0", "T", "growth", "pi", "severity")
    )
    s = (1 - r2_gain) / r2_gain
    beta = s * r1
    alpha = s - beta
    kept = [np.ones(DRAWS)]
    for b in range(1, last - first + 1):
        kept.append(kept[-1] * (beta + b - 1) / (alpha + beta + b - 1) * (1 - x))
    ramp = [(1 - (1 - g0) * np.exp(-a / T)) * (0.54 if a == 0 else 1) for a in range(last - first + 1)]
    demand = {y: np.zeros(DRAWS) for y in range(base + 1, last + 1)}
    for share in programme["marketShares"]["shares"].values():
        longer = np.zeros(DRAWS, bool)
        for k, y in enumerate(demand, 1):
            u = sampler.random.random(DRAWS)
            demand[y] += share * (1 + growth) ** k * (1 - severity * ((u < pi) | longer))
            longer = u < pi / 2
    active = {y: sum(registered[c] * kept[y - c] for c in range(first, y + 1)) for y in range(base, last + 1)}
    return {
        y: sum(
            registered[c] * act * kept[y - c] * m * (registered[c] / registered[base]) ** -psi * ramp[y - c]
            for c in range(first, y + 1)
        )
        * demand[y]
        * (active[y] / active[base]) ** -kappa
        for y in demand
    }


def score(values, weights, observed):
    order = np.argsort(values)
    values, weights = values[order], weights[order]
    up_to = np.cumsum(weights)
    quantiles = {f"p{round(100 * p):02}": values[np.searchsorted(up_to, p)] for p in (0.05, 0.5, 0.95)}
    pairs = (weights * values * (2 * up_to - weights - 1)).sum()
    return {
        "mean": (weights * values).sum(),
        "quantiles": quantiles,
        "pit": weights[values < observed].sum(),
        "crps": (weights * abs(values - observed)).sum() - pairs,
    }


def main():
    pack = inputs.load(os.path.join(ROOT, "public", "packs", "pk.json"))
    programme = inputs.load(os.path.join(ROOT, "public", "hindcasts", "india.json"))
    totals = [(month(total["at"]), total["value"]) for total in programme["grossSales"]]
    base_end, split = 12 * programme["baseYear"] + 12, month(programme["split"])
    sales = sales_by_year(pack, programme, (totals[-1][0] - 1) // 12)

    def predicted(start, end):
        inflation = 1 + programme["usdInflation"]["value"]
        months = {y: max(0, min(end, 12 * y + 12) - max(start, 12 * y)) for y in sales}
        return sum(sales[y] * inflation ** (y - programme["baseYear"]) * months[y] / 12 for y in sales)

    intervals = [(a, b, w - v) for (a, v), (b, w) in zip(totals, totals[1:])]
    log_weights = np.zeros(DRAWS)
    for start, end, observed in intervals:
        if start >= base_end and end <= split:
            z = np.log(observed / predicted(start, end)) / programme["discrepancy"]["value"]
            log_weights -= z * z / 2
    weights = np.exp(log_weights - log_weights.max())
    weights /= weights.sum()
    after = [(predicted(a, b), observed) for a, b, observed in intervals if a >= split]
    with open(os.path.join(HERE, "backtest.json"), "w", encoding="utf-8") as file:
        equal = np.full(DRAWS, 1 / DRAWS)
        readings = {
            name: {
                "effectiveShare": 1 / (w * w).sum() / DRAWS,
                "intervals": [score(values, w, observed) for values, observed in after],
            }
            for name, w in (("prior", equal), ("matched", weights))
        }
        json.dump({"packVersion": pack["version"], **readings}, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
