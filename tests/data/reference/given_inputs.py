"""Evaluations of given inputs: rows of inputs by name, interruptions included, and what model.py makes of them.

The rows come from NumPy's generator and SciPy's quantiles, not from the program's sampling.
"""

import collections

import numpy as np

import inputs
import model

DRAWS = 256  # the fewest that a run may have
QUANTILES = {"p05": 0.05, "p10": 0.1, "p25": 0.25, "p50": 0.5, "p75": 0.75, "p90": 0.9, "p95": 0.95}
MEASURES = [
    {"type": "training", "tier": "short", "from": 2021, "to": 2024, "share": 0.5, "cost": 1000},
    {"type": "training", "tier": "long", "from": 2023, "share": 0.25},
    {"type": "connectivity", "from": 2022, "to": 2026, "internetUse": 0.7, "cost": 5000},
    {"type": "logistics", "from": 2023, "days": -4},
    {"type": "marketAccess", "market": "near", "from": 2024, "to": 2027, "tariff": 0.1},
    {"type": "marketAccess", "market": "far", "from": 2025, "access": 0.8, "tariff": -0.05},
    {"type": "digitalRetailTax", "from": 2022, "rate": 0.3},
    {"type": "feeSupport", "from": 2022, "to": 2026, "points": 0.05, "cost": 700},
    {"type": "feeSupport", "channel": "retail", "from": 2024, "points": 0.2},
    {"type": "courierSalesTax", "from": 2023, "rate": 0.25, "cost": 300},
    {"type": "courierSalesTax", "from": 2025, "to": 2025, "rate": 0.02},
    {"type": "dutyFreeThreshold", "from": 2024, "to": 2026, "above": 0.9},
]
# Name: scenario, number of rows (which divides DRAWS).
SCENARIOS = {
    "every measure": ({"startYear": 2021, "horizon": 7, "measures": MEASURES,
                       "onboarding": {"newSellers": 4000, "years": 5, "path": "bass"}}, 8),
    "years before the first reported": ({"startYear": 2025, "horizon": 4}, 8),
    "measures without a programme": ({"startYear": 2022, "horizon": 6, "measures": MEASURES,
                                      "onboarding": {"newSellers": 0}}, 4),
    "pool cuts the programme": ({"startYear": 2022, "horizon": 3, "onboarding": {"path": [9000, 12000, 12000]}}, 4),
    "nothing is earned": ({"horizon": 3, "assumptions": {"w": 1}}, 2),
    "less than one more active seller": ({"horizon": 3, "onboarding": {"path": [2, 4, 40]}}, 4),
    "likely interruptions, none of them at the medians": (
        {"horizon": 3, "assumptions": {"pi": {"dist": "uniform", "min": 0.8, "max": 1}}}, 2),
    "assumption on all elements goes before a reading's on one": (
        {"horizon": 3, "assumptions": {"m": {"dist": "uniform", "min": 30000, "max": 60000}, "psi": 0.3}}, 2),
    "a reading's assumptions on all elements and on one": ({"horizon": 3, "readings": {"sales": "low"}}, 2),
    "a reading under assumptions on one element": (
        {"horizon": 3, "readings": {"sales": "low"}, "assumptions": {"m.goods": 25000}}, 2),
    "a reading under assumptions on all elements": (
        {"horizon": 3, "readings": {"sales": "low"}, "assumptions": {"m": 25000}}, 2),
    "a reading that leaves the default of others": ({"horizon": 3, "readings": {"sales": "selective"}}, 2),
    "an interruption closes its market": ({"horizon": 4, "assumptions": {"severity": 1}}, 4),
}


def uniform_of_interruption(generator, pi):
    """Uniform on (0, 1), but with half of the values below pi so that a few rows see every kind."""
    u = generator.uniform(0, 1)
    return u * pi if generator.uniform(0, 1) < 0.5 else u


def row(pack, scenario, generator):
    values = {name: inputs.quantile(distribution, generator.uniform(0, 1))
              for name, distribution in inputs.parameters(pack, scenario)}
    for name in inputs.shocks(pack, scenario):
        market = name.split(".")[1]
        pi = values["pi"] if "pi" in values else values[f"pi.{market}"]
        values[name] = uniform_of_interruption(generator, pi)
    return values


def interruptions(pack, scenario, values):
    """How often each kind of interruption is in a row."""
    full = inputs.complete(pack, scenario)
    evaluated = model.Model(pack, scenario, values)
    kinds = collections.Counter()
    for name in inputs.shocks(pack, scenario):
        _, market, year = name.split(".")
        pi, year = evaluated.value("pi", market), int(year)
        before = values.get(f"shock.{market}.{year - 1}", 1.0)
        if before < pi / 2:
            kinds["overlapping" if values[name] < pi else "second year"] += 1
            kinds["carried into the first reported year"] += year == full["startYear"]
        elif values[name] < pi:
            kinds["begins and lasts two years" if values[name] < pi / 2 else "begins and lasts one"] += 1
        else:
            kinds["none"] += 1
    return kinds


def over_draws(evaluations):
    """The run whose draws are the given rows, over and over."""
    def summary(group, name):
        table = np.tile([e[group][name] for e in evaluations], (DRAWS // len(evaluations), 1))
        return {"mean": np.mean(table, axis=0).tolist(),
                "quantiles": {q: np.quantile(table, p, axis=0).tolist() for q, p in QUANTILES.items()}}

    return {
        **{group: {name: summary(group, name) for name in evaluations[0][group]}
           for group in ("outputs", "sellerSales", "domestic", "luck")},
        "luckShare": model.luck_shares(evaluations),
    }


def cases(pack):
    result, kinds = [], collections.Counter()
    for number, (name, (parts, rows)) in enumerate(SCENARIOS.items()):
        generator = np.random.default_rng([2026, number])
        scenario = {"schema": 1, "pack": pack["id"], "draws": DRAWS, **parts}
        given = [row(pack, scenario, generator) for _ in range(rows)]
        for values in given:
            kinds += interruptions(pack, scenario, values)
        expected = [model.evaluate(pack, scenario, values) for values in given]
        result.append({"name": name, "scenario": scenario, "atMedians": model.evaluate(pack, scenario),
                       "rows": [{"inputs": i, "expected": e} for i, e in zip(given, expected)],
                       "overDraws": over_draws(expected)})
    missing = {"none", "begins and lasts one", "begins and lasts two years", "second year", "overlapping",
               "carried into the first reported year"} - set(kinds)
    if missing:
        raise SystemExit(f"no row has an interruption of the kind: {', '.join(sorted(missing))}")
    return result
