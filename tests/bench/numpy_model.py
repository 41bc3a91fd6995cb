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
        # Cohorts before anyone registered are left out of sums.
        self.cohorts = [slice(int(np.flatnonzero(row)[0]), self.past) for row in self.registered]
        self.one_shape = all(len(set(self.channel[s])) == 1 for s in ("r1", "r2_gain"))
        # The first channel that ships alike and has the same buyers.
        prices = [(eps, tuple(charge)) for eps, charge in zip(self.channel["eps"], self.charge)]
        self.price_class = [prices.index(price) for price in prices]
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
        if self.one_shape:
            s, beta = s[:1], beta[:1]
        kept = np.empty((len(unsuspended), self.ages, n))
        kept[:, 0] = 1
        for a in range(1, self.ages):
            np.multiply(kept[:, a - 1], (beta + (a - 1)) / (s + (a - 1)) * unsuspended, out=kept[:, a])
        decay = np.exp(-np.arange(self.ages)[:, None] / value["T"])
        ramp = 1 - (1 - value["g0"]) * decay
        ramp[0] *= FIRST_YEAR_SHARE
        sales = kept * ramp

        # Existing and organic sellers
        organic = np.empty((len(kept), last + 1, n))
        organic[:, 0] = self.registered[:, -1:]
        pace = 1 + by_channel["organic_growth"]
        for k in range(1, last + 1):
            np.multiply(organic[:, k - 1], pace, out=organic[:, k])
        own_active = np.empty_like(organic)
        for k in range(last + 1):
            for h, cohorts in enumerate(self.cohorts):
                np.dot(self.registered[h, cohorts], kept[h, k:k + past][::-1][cohorts], out=own_active[h, k])
            if k > 0:
                own_active[:, k] += np.einsum("hcn,hcn->hn", organic[:, 1:k + 1], kept[:, k - 1::-1])
        own_sellers = np.einsum("ihn,hkn->ikn", act * self.share[:, :, None], own_active)

        # (0) and (1)
        pool = self.establishments @ x[self.ready]
        own_total = own_sellers.sum(axis=0)
        entrants = np.zeros((2, last + 1, n))
        so_far = np.zeros(n)
        for k in range(first, self.programme_end):
            np.minimum(self.plan[k], np.maximum(0, pool - own_total[k] - so_far), out=entrants[0, k])
            so_far += entrants[0, k]
        np.multiply(entrants[0], value["dw"], out=entrants[1])

        # N of (2)
        joined = np.zeros((2, len(kept), last + 1, n))
        for k in range(first, last + 1):
            end = min(k + 1, self.programme_end)
            np.einsum("pcn,hcn->phn", entrants[:, first:end], kept[:, k::-1][:, first:end], out=joined[:, :, k])
        sellers = np.einsum("ihn,phkn->pikn", act * self.mix[:, :, None], joined)
        sellers += own_sellers

        # Selection and congestion of (3), and the sellers of cohorts times selection
        # Where all channels grow alike, so do all sectors in years without entrants.
        own = slice(first, self.programme_end) if self.grow_alike else slice(1, last + 1)
        ratio = self.mix.sum(axis=1)[:, None, None] * entrants[:, None, own]
        ratio += np.tensordot(self.share, organic[:, own], axes=1)
        ratio /= self.base_cohort[:, None, None]
        selection = power(ratio, -value["psi"])
        weights = entrants[:, None, None, own] * self.mix[:, :, None, None]
        weights += organic[:, own] * self.share[:, :, None, None]
        weights *= selection[:, :, None]
        yearly = power(pace[0], -value["psi"])
        shared_weights = organic[:, 1:] * np.cumprod(np.broadcast_to(yearly, (last, n)), axis=0)
        past_selection = np.exp(-value["psi"] * self.log_ratios[:, None])[self.ratio_of]
        past_weights = [(self.registered[h, None, cohorts] * self.share[:, h, None])[:, :, None]
                        * past_selection[:, cohorts] for h, cohorts in enumerate(self.cohorts)]
        crowd = power(sellers[:, :, first:] * (1 / own_sellers[:, :1]), -value["kappa"])

        # The market index with the interruptions of (9); without measures the same on both paths
        eps = by_channel["eps"]
        prices = {h: np.exp(-eps[h] * np.log(1 + np.maximum(x[self.charge[h]], LOWEST_CHARGE)))
                  for h in set(self.price_class)}
        terms = np.stack([prices[h] for h in self.price_class])
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
            # (4)
            aged = sales[:, k::-1]
            end = min(k + 1, own.stop)
            sold = np.einsum("hcn,pihcn->pihn", aged[:, own.start:end], weights[:, :, :, :end - own.start])
            shared = np.einsum("hcn,hcn->hn", shared_weights[:, :own.start - 1], aged[:, 1:own.start])
            if k >= own.stop:
                shared += np.einsum("hcn,hcn->hn", shared_weights[:, own.stop - 1:k], aged[:, own.stop:])
            old = shared * self.share[:, :, None]
            for h, cohorts in enumerate(self.cohorts):
                old[:, h] += np.einsum("cn,icn->in", sales[h, k:k + past][::-1][cohorts], past_weights[h])
            sold += old
            sold *= crowd[:, :, None, t]
            sold *= price
            gross = sold.sum(axis=1) * index
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
