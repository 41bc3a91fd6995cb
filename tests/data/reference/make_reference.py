"""Writes evaluate.json and given_inputs.json: scenarios, inputs and what model.py makes of them.

Run with /usr/bin/python3.
"""

import json
import os
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import given_inputs  # noqa: E402
import inputs  # noqa: E402
import model  # noqa: E402

ROOT = os.path.join(HERE, "..", "..", "..")
PACK = os.path.join(ROOT, "public", "packs", "pk.json")
SMALL_PACK = os.path.join(ROOT, "tests", "data", "packs", "mini.json")


def training(tier, first, last, share, **more):
    return {"type": "training", "tier": tier, "from": first, "to": last, "share": share, **more}


TWO_TIERS = [training("light", 2027, 2031, 0.5, cost=1e6), training("intensive", 2029, 2033, 0.2, cost=2.5e6),
             training("light", 2030, 2030, 0.25)]
CONNECTIVITY = {"type": "connectivity", "from": 2028, "to": 2031, "internetUse": 0.7, "cost": 2e8}
FASTER = {"type": "logistics", "from": 2027, "to": 2034, "days": -3, "cost": 5e6}
TARIFF = {"type": "marketAccess", "from": 2028, "to": 2033, "market": "us", "tariff": 0.1, "access": 0.8}
TAX = {"type": "digitalRetailTax", "from": 2027, "to": 2036, "rate": 0.05}
FEES = {"type": "feeSupport", "from": 2028, "to": 2031, "channel": "b2c", "points": 0.08, "cost": 3e6}
COURIERS = {"type": "courierSalesTax", "from": 2027, "to": 2033, "rate": 0.3, "cost": 4e5}
THRESHOLD = {"type": "dutyFreeThreshold", "from": 2028, "to": 2034, "above": 0.6, "cost": 2e5}

SCENARIOS = {
    "defaults": {},
    "no programme": {"onboarding": {"newSellers": 0}},
    "linear, longer than the horizon": {
        "horizon": 6, "onboarding": {"newSellers": 45000, "years": 9, "path": "linear"},
    },
    "logistic": {"onboarding": {"newSellers": 80000, "years": 7, "path": "logistic"}},
    "bass": {"onboarding": {"newSellers": 60000, "years": 8, "path": "bass"}},
    "table": {"onboarding": {"path": [5000, 0, 20000.5, 12000]}},
    "training in two tiers": {"measures": TWO_TIERS},
    "connectivity, two of them": {"measures": [
        CONNECTIVITY, {"type": "connectivity", "from": 2030, "to": 2036, "internetUse": 0.9},
    ]},
    "connectivity falls, no programme": {"onboarding": {"newSellers": 0}, "measures": [
        {"type": "connectivity", "from": 2026, "to": 2029, "internetUse": 0.4},
    ]},
    "logistics, clamped": {"measures": [FASTER, {"type": "logistics", "from": 2029, "to": 2031, "days": -9},
                                        {"type": "logistics", "from": 2035, "to": 2036, "days": 4}]},
    "market access": {"measures": [
        TARIFF,
        {"type": "marketAccess", "from": 2030, "to": 2031, "market": "us", "tariff": -0.05, "access": 0.5},
        {"type": "marketAccess", "from": 2029, "to": 2029, "market": "eu", "access": 0},
        {"type": "marketAccess", "from": 2030, "to": 2032, "market": "china", "tariff": -0.5},
        {"type": "marketAccess", "from": 2032, "to": 2033, "market": "china", "tariff": -0.45},
    ]},
    "digital retail tax, last named holds": {
        "onboarding": {"path": [40000, 175000, 10000, 10000, 10000]},
        "measures": [{**TAX, "rate": 0.2}, {**TAX, "from": 2028, "to": 2028, "rate": 0.1},
                     {**TAX, "from": 2029, "rate": 0.0}],
    },
    "everything together": {
        "onboarding": {"newSellers": 150000, "years": 6, "path": "logistic"},
        "measures": [*TWO_TIERS, training("linkage", 2027, 2029, 0.1), CONNECTIVITY, FASTER, TARIFF, TAX],
    },
    "pool cuts the programme": {
        "onboarding": {"newSellers": 1500000, "years": 8, "path": "bass"},
        "measures": [CONNECTIVITY, {**TAX, "from": 2030, "to": 2032, "rate": 0.2}],
    },
    "mix in one segment": {"onboarding": {"mix": {"surgical/web": 1}}},
    "horizon 3": {"horizon": 3},
    "horizon 15": {"horizon": 15, "measures": [training("light", 2027, 2041, 1, cost=1e5)]},
    "start year 2030": {"startYear": 2030, "onboarding": {"newSellers": 30000, "years": 3},
                        "measures": [training("intensive", 2027, 2031, 0.3, cost=1e6)]},
    "assumptions": {
        "assumptions": {
            "act": {"dist": "uniform", "min": 0.9, "max": 1}, "act_lift": 0.2, "takeup": 0.8,
            "w.b2c": {"dist": "pert", "min": 0.3, "mode": 0.35, "max": 0.6}, "w": 0.2,
            "r1": {"dist": "beta", "alpha": 8, "beta": 4}, "x.web": 0.05, "tau.eu": 0.12,
            "growth": {"dist": "triangular", "min": -0.02, "mode": 0.03, "max": 0.1},
            "eps": {"dist": "normal", "mean": 2.5, "sd": 1, "min": 1, "max": 8},
            "m": {"dist": "lognormal", "mean": 60000, "sigma": 0.8, "min": 1000, "max": 300000},
            "jobs_per_m": {"dist": "lognormal", "mean": 20, "sigma": 1},
            "c_T.light": {"dist": "lognormal", "p05": 10, "p95": 40000, "min": 5},
        },
        "measures": [training("intensive", 2027, 2028, 0.5), training("light", 2028, 2029, 0.5)],
    },
    "fee support on one channel": {"measures": [FEES]},
    "fee support, added up": {"measures": [
        FEES, {**FEES, "channel": "web", "from": 2026, "to": 2029, "points": 0.3}, {**FEES, "points": 0},
        {"type": "feeSupport", "from": 2030, "points": 0.2}, {**FEES, "channel": "b2b", "to": 2036},
    ]},
    "fee support, no programme": {"onboarding": {"newSellers": 0}, "measures": [{**FEES, "points": 0.3}]},
    "couriers' sales tax, last named holds": {"measures": [
        COURIERS, {**COURIERS, "from": 2029, "to": 2030, "rate": 0}, {**COURIERS, "from": 2026, "to": 2027, "rate": 1},
    ]},
    "duty-free threshold, last named holds": {"measures": [
        THRESHOLD, {**THRESHOLD, "from": 2029, "to": 2030, "above": 1},
        {**THRESHOLD, "from": 2034, "to": 2036, "above": 0},
    ]},
    "domestic measures, no programme": {
        "onboarding": {"newSellers": 0}, "measures": [COURIERS, THRESHOLD, {**TAX, "from": 2029, "to": 2035}],
    },
    "domestic measures, other assumptions": {
        "startYear": 2028, "measures": [COURIERS, THRESHOLD, TAX, {**TAX, "from": 2030, "to": 2031, "rate": 0.2}],
        "assumptions": {"chi": 0.4, "compliance": {"dist": "uniform", "min": 0.2, "max": 0.9},
                        "growth_inb": 0.05, "above": 0.3, "sigma": 1.5},
    },
    "everything, the domestic side too": {
        "onboarding": {"newSellers": 150000, "years": 6, "path": "bass"},
        "measures": [*TWO_TIERS, CONNECTIVITY, FASTER, TARIFF, TAX, FEES, COURIERS, THRESHOLD],
    },
    "closures": {
        "measures": [TARIFF, FEES],
        "closures": [{"market": "us", "from": 2029}, {"market": "eu", "from": 2027, "to": 2028},
                     {"market": "eu", "from": 2028, "to": 2030}],
    },
    "every market closed from a year on": {
        "closures": [{"market": market, "from": 2031} for market in ("us", "eu", "uk", "gulf", "china", "other")],
    },
    "one evaluation has no interruptions": {
        "assumptions": {"pi": 0.5, "severity": 1},
    },
    "all sales displaced": {"assumptions": {"disp": 1}},
    "nobody is active": {"assumptions": {"act": 0}, "measures": [FEES]},
    "every market closed for a year": {"measures": [
        {"type": "marketAccess", "from": 2030, "to": 2030, "market": market, "access": 0}
        for market in ("us", "eu", "uk", "gulf", "china", "other")
    ]},
}


def other_readings(pack):
    """A scenario for each reading that is not its pack's default, and one with the last of each question."""
    single = {f"reading {reading['id']}: {option['id']}": {
        "readings": {reading["id"]: option["id"]}, "measures": [TAX, COURIERS, THRESHOLD, FEES],
    } for reading in pack["readings"] for option in reading["options"][1:]}
    last = {reading["id"]: reading["options"][-1]["id"] for reading in pack["readings"]}
    return {**single, "last reading of every question, own assumption first": {
        "readings": last, "assumptions": {"kappa": 0.2, "t_d": 0.03}, "measures": [TAX, COURIERS, THRESHOLD],
    }}


def evaluated(pack, name, parts):
    scenario = {"schema": 1, "pack": pack["id"], **parts}
    return {"name": name, "scenario": scenario, "expected": model.evaluate(pack, scenario)}


def write(name, pack, cases):
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as file:
        head = json.dumps({"pack": pack["id"], "packVersion": pack["version"]})[:-1]
        file.write(head + ', "cases": [\n' + ",\n".join(json.dumps(case, allow_nan=False) for case in cases) + "\n]}\n")


def main():
    pack = inputs.load(PACK)
    scenarios = {**SCENARIOS, **other_readings(pack)}
    write("evaluate.json", pack, [evaluated(pack, name, parts) for name, parts in scenarios.items()])
    small = inputs.load(SMALL_PACK)
    write("given_inputs.json", small, given_inputs.cases(small))


if __name__ == "__main__":
    main()
