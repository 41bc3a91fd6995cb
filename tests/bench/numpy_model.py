"""The model of docs/model.md in NumPy, many draws at once: arrays whose last axis is the draws of a chunk.

Written for the pack's default question: a linear plan and no measures. Numbers in brackets are the
equations of docs/model.md.
"""

import numpy as np

FIRST_YEAR_SHARE = 0.54
LOWEST_CHARGE = -0.9
OUTPUTS = 16


class Model:
    """What does not vary over draws, and the function that evaluates a chunk of them."""

    def __init__(self, pack, names):
        default = pack["defaults"]
        plan = default["onboarding"]
        assert not default["measures"] and plan["path"] == "linear"
        sectors, channels, markets, pool = (
            [element["id"] for element in pack[kind]] for kind in ("sectors", "channels", "markets", "pool"))
        baseline = pack["baseline"]
        self.years = default["horizon"]
        self.first = default["startYear"] - pack["baseYear"]
        self.last = self.first + self.years - 1
        self.past = pack["baseYear"] - min(r["firstYear"] for r in baseline["registrations"].values()) + 1
        self.ages = self.past + self.last

        places = {name: place for place, name in enumerate(names)}

        def dimensions(symbol, elements):
            return [places.get(f"{symbol}.{element}", places.get(symbol)) for element in elements]

        def by_segment(symbol):
            by_sector = pack["parameters"][symbol].get("by") == "sector"
            return np.array([dimensions(symbol, [i] * len(channels) if by_sector else channels) for i in sectors])

        self.scalars = {s: places[s] for s in "dw psi kappa g0 T rho v jobs_per_m t_x c_R".split()}
        self.channel = {s: dimensions(s, channels) for s in "organic_growth r1 r2_gain x eps disp w".split()}
        self.segment = {s: by_segment(s) for s in ("act", "m")}
        self.growth, self.severity, self.interruptions = (
            dimensions(s, markets) for s in ("growth", "severity", "interruptions"))
        self.grow_alike = len(set(self.channel["organic_growth"])) == 1
        self.charge = np.array([dimensions("tau" if h["shipment"] == "freight" else "tau_parcel", markets)
                                for h in pack["channels"]])
        self.ready = dimensions("export_ready", pool)
        self.establishments = np.array([kind["establishments"]["value"] for kind in pack["pool"]])

        self.registered = np.zeros((len(channels), self.past))
        for row, h in zip(self.registered, channels):
            history = baseline["registrations"][h]["perYear"]
            row[self.past - len(history):] = history
        self.share = np.array([[baseline["sectorShares"][h]["shares"].get(i, 0.0) for h in channels] for i in sectors])
        self.mix = np.array([[plan["mix"].get(f"{i}/{h}", 0.0) for h in channels] for i in sectors])
        self.market_share = np.array([[baseline["marketShares"][h]["shares"].get(j, 0.0) for j in markets]
                                      for h in channels])
        cohorts = self.share @ self.registered
        self.base_cohort = cohorts[:, -1]
        ratio = cohorts / self.base_cohort[:, None]
        self.log_ratios, self.ratio_of = np.unique(np.log(np.where(ratio > 0, ratio, 1)), return_inverse=True)
        self.ratio_of = self.ratio_of.reshape(ratio.shape)
        self.plan = np.zeros(self.last + 1)
        self.programme_end = self.first + plan["years"]
        self.plan[self.first:self.programme_end] = plan["newSellers"] / plan["years"]

    def evaluate(self, x, out):
        """Inputs x[dimension, draw] to out[output, year, draw]."""
        n = x.shape[1]
        first, last, past = self.first, self.last, self.past
        value = {symbol: x[place] for symbol, place in self.scalars.items()}
        by_channel = {symbol: x[places] for symbol, places in self.channel.items()}
        act = x[self.segment["act"]]
        price = x[self.segment["m"]] * act

        # (2) and the ramp of (3)
        s = (1 - by_channel["r2_gain"]) / by_channel["r2_gain"]
        beta = s * by_channel["r1"]
        unsuspended = 1 - by_channel["x"]
        kept = np.empty((len(s), self.ages, n))
        kept[:, 0] = 1
        for a in range(1, self.ages):
            np.multiply(kept[:, a - 1], (beta + (a - 1)) / (s + (a - 1)) * unsuspended, out=kept[:, a])
        decay = np.exp(-np.arange(self.ages)[:, None] / value["T"])
        ramp = 1 - (1 - value["g0"]) * decay
        ramp[0] *= FIRST_YEAR_SHARE
        sales = kept * ramp

        # Existing and organic sellers
        organic = np.empty((len(s), last + 1, n))
        organic[:, 0] = self.registered[:, -1:]
        pace = 1 + by_channel["organic_growth"]
        for k in range(1, last + 1):
            np.multiply(organic[:, k - 1], pace, out=organic[:, k])
        own_active = np.empty_like(organic)
        for k in range(last + 1):
            np.einsum("hc,hcn->hn", self.registered[:, ::-1], kept[:, k:k + past], out=own_active[:, k])
            if k > 0:
                own_active[:, k] += np.einsum("hcn,hcn->hn", organic[:, 1:k + 1], kept[:, k - 1::-1])
        own_sellers = np.einsum("ihn,hkn->ikn", act * self.share[:, :, None], own_active)

        # (0) and (1)
        pool = self.establishments @ x[self.ready]
        own_total = own_sellers.sum(axis=0)
        entrants = np.zeros((2, last + 1, n))
        so_far = np.zeros(n)
        for k in range(first, last + 1):
            np.minimum(self.plan[k], np.maximum(0, pool - own_total[k] - so_far), out=entrants[0, k])
            so_far += entrants[0, k]
        np.multiply(entrants[0], value["dw"], out=entrants[1])

        # N of (2)
        joined = np.zeros((2, len(s), last + 1, n))
        for k in range(first, last + 1):
            np.einsum("pcn,hcn->phn", entrants[:, first:k + 1], kept[:, k - first::-1], out=joined[:, :, k])
        sellers = np.einsum("ihn,phkn->pikn", act * self.mix[:, :, None], joined)
        sellers += own_sellers

        # Selection and congestion of (3)
        # Where all channels grow alike, so do all sectors in years without entrants.
        entering = np.flatnonzero(self.plan) if self.grow_alike else np.arange(1, last + 1)
        ratio = self.mix.sum(axis=1)[:, None, None] * entrants[:, None, entering]
        ratio += np.tensordot(self.share, organic[:, entering], axes=1)
        ratio /= self.base_cohort[:, None, None]
        organic_only = np.ones((last + 1, n))
        np.cumprod(np.broadcast_to(power(pace[0], -value["psi"]), (last, n)), axis=0, out=organic_only[1:])
        selection = np.empty((2, *self.base_cohort.shape, *organic_only.shape))
        selection[:] = organic_only
        selection[:, :, entering] = power(ratio, -value["psi"])
        past_selection = np.exp(-value["psi"] * self.log_ratios[:, None])[self.ratio_of]
        crowd = power(sellers[:, :, first:] / own_sellers[:, :1], -value["kappa"])

        # The market index with the interruptions of (9); without measures the same on both paths
        eps = by_channel["eps"]
        terms = np.exp(-eps[:, None] * np.log(1 + np.maximum(x[self.charge], LOWEST_CHARGE)))
        terms *= self.market_share[:, :, None]
        growing = 1 + x[self.growth]
        reach = growing ** first
        severity, interrupted = x[self.severity], x[self.interruptions].astype(np.int64)
        fob, not_displaced = 1 - by_channel["w"], 1 - by_channel["disp"]

        own_registered = self.registered.sum() + np.cumsum(organic.sum(axis=0), axis=0) - organic[:, 0].sum(axis=0)
        np.add(own_registered[first:], np.cumsum(entrants[0, first:], axis=0), out=out[0])
        np.add(own_registered[first:], np.cumsum(entrants[1, first:], axis=0), out=out[1])
        sellers[:, :, first:].sum(axis=1, out=out[2:4])

        for t, k in enumerate(range(first, last + 1)):
            if t > 0:
                reach = reach * growing
            shut = interrupted >> (k - 1) & 1
            index = np.einsum("hjn,jn->hn", terms, reach * (1 - shut * severity))
            # (4): cohorts by channel, then selection by sector
            aged = sales[:, k::-1]
            own_flow = organic[:, 1:k + 1] * aged[:, 1:k + 1]
            latest = min(k + 1, self.programme_end)
            new_flow = entrants[:, None, first:latest] * aged[:, first:latest]
            old_flow = self.registered[:, :, None] * sales[:, k:k + past][:, ::-1]
            sold = np.einsum("hcn,picn->pihn", own_flow, selection[:, :, 1:k + 1])
            sold += np.einsum("hcn,icn->ihn", old_flow, past_selection)
            sold *= self.share[:, :, None]
            sold += np.einsum("phcn,picn->pihn", new_flow, selection[:, :, first:latest]) * self.mix[:, :, None]
            sold *= crowd[:, :, None, t]
            sold *= price * index
            gross = sold.sum(axis=1)
            additional = (gross[0] - gross[1]) * not_displaced
            gross.sum(axis=1, out=out[4:6, t])
            additional.sum(axis=0, out=out[6, t])
            np.einsum("phn,hn->pn", gross, fob, out=out[7:9, t])
            np.einsum("hn,hn->n", additional, fob, out=out[9, t])

        exports = out[9]
        np.multiply(exports, value["rho"], out=out[10])
        np.multiply(exports, value["v"], out=out[11])
        np.multiply(exports, value["jobs_per_m"] / 1e6, out=out[12])
        np.multiply(out[10], value["t_x"], out=out[13])
        np.multiply(entrants[0, first:], value["c_R"], out=out[14])
        np.subtract(out[13], out[14], out=out[15])


def power(base, exponent):
    """base^exponent, and 1 where the base is 0; log and exp are vectorised, ** is not."""
    with np.errstate(divide="ignore"):
        return np.exp(exponent * np.log(np.where(base > 0, base, 1)))
