/** @typedef {import("./js_model.mjs").Compiled} Compiled */

const kFirstYearShare = 0.54;
const kLowestCharge = -0.9;
/** Outputs of one year, in the order of docs/model.md. */
export const outputCount = 16;

/**
 * Makes a function that evaluates draws of a compiled model.
 * @param {Compiled} model
 */
export function makeEvaluator(model) {
  const { S, H, J, K, past, ages, firstReported, programmeEnd, years, registered, share, mix, plan } = model;
  const { establishments, mixOfSector, marketShare, baseCohort, logRatios, ratioOf, pastTotal } = model;
  const { act, m, kappa: kappaAt, ownBegin, ownEnd, firstCohort, oneShape, priceClass } = model;
  const kept = new Float64Array(H * ages);
  const sales = new Float64Array(H * ages);
  const organic = new Float64Array(H * K);
  const ownActive = new Float64Array(H * K);
  const ownBySector = new Float64Array(S * K);
  const entrants = new Float64Array(2 * K);
  const programmeActive = new Float64Array(2 * H);
  const selection = new Float64Array(2 * S * K);
  const pastSelection = new Float64Array(logRatios.length);
  const retention = new Float64Array(ages);
  const ramp = new Float64Array(ages);
  const pastWeight = new Float64Array(S * H * past);
  const sharedWeight = new Float64Array(H * K);
  const sharedSales = new Float64Array(H);
  const weight = new Float64Array(2 * S * H * K);
  const perOwnSeller = new Float64Array(S);
  const crowd = new Float64Array(2);
  const price = new Float64Array(H * J);
  const response = new Float64Array(H * J);
  const reach = new Float64Array(J);
  const open = new Float64Array(J);
  const interrupted = new Int32Array(J);
  const index = new Float64Array(H);
  const sold = new Float64Array(2 * H);
  const fob = new Float64Array(H);
  const notDisplaced = new Float64Array(H);
  const yearly = new Float64Array(outputCount);
  const active = new Float64Array(2);

  /** Equation (2) for one seller: S(a) (1 - x)^a, and that times the ramp. */
  function lifecycle(/** @type {Float64Array} */ x, /** @type {number} */ at) {
    const oneLessG0 = 1 - x[at + model.g0];
    const yearlyDecay = Math.exp(-1 / x[at + model.T]);
    ramp[0] = (1 - oneLessG0) * kFirstYearShare;
    for (let a = 1, decay = 1; a < ages; ++a) {
      decay *= yearlyDecay;
      ramp[a] = 1 - oneLessG0 * decay;
    }
    for (let h = 0; h < H; ++h) {
      if (h === 0 || !oneShape) {
        const gain = x[at + model.r2Gain[h]];
        const s = (1 - gain) / gain;
        const beta = s * x[at + model.r1[h]];
        for (let a = 1; a < ages; ++a) retention[a] = (beta + a - 1) / (s + a - 1);
      }
      const unsuspended = 1 - x[at + model.x[h]];
      let left = 1;
      kept[h * ages] = 1;
      sales[h * ages] = ramp[0];
      for (let a = 1; a < ages; ++a) {
        left *= retention[a] * unsuspended;
        kept[h * ages + a] = left;
        sales[h * ages + a] = left * ramp[a];
      }
    }
  }

  /** Organic registrations and the active sellers that there are without the programme. */
  function ownSellers(/** @type {Float64Array} */ x, /** @type {number} */ at) {
    for (let h = 0; h < H; ++h) {
      const pace = 1 + x[at + model.organicGrowth[h]];
      let registering = registered[h * past + past - 1];
      organic[h * K] = registering;
      for (let k = 1; k < K; ++k) organic[h * K + k] = registering *= pace;
      for (let k = 0; k < K; ++k) {
        let sum = 0;
        const oldest = h * ages + past - 1 + k;
        for (let c = firstCohort[h]; c < past; ++c) sum += registered[h * past + c] * kept[oldest - c];
        const newest = h * ages + k;
        for (let c = 1; c <= k; ++c) sum += organic[h * K + c] * kept[newest - c];
        ownActive[h * K + k] = sum;
      }
    }
    for (let i = 0; i < S; ++i) {
      for (let k = 0; k < K; ++k) ownBySector[i * K + k] = 0;
      for (let h = 0; h < H; ++h) {
        const part = x[at + model.act[i * H + h]] * share[i * H + h];
        for (let k = 0; k < K; ++k) ownBySector[i * K + k] += part * ownActive[h * K + k];
      }
      perOwnSeller[i] = ownBySector[i * K] > 0 ? 1 / ownBySector[i * K] : 0;
    }
  }

  /** Equations (0) and (1). */
  function programme(/** @type {Float64Array} */ x, /** @type {number} */ at) {
    const dw = x[at + model.dw];
    let pool = 0;
    for (let e = 0; e < establishments.length; ++e) {
      pool += establishments[e] * x[at + model.exportReady[e]];
    }
    let registeredSoFar = 0;
    for (let k = firstReported; k < programmeEnd; ++k) {
      let own = 0;
      for (let i = 0; i < S; ++i) own += ownBySector[i * K + k];
      const joined = Math.min(plan[k], Math.max(0, pool - own - registeredSoFar));
      registeredSoFar += joined;
      entrants[k] = joined;
      entrants[K + k] = joined * dw;
    }
  }

  /** (R_c / R_0)^-psi of equation (3), and the sellers of each cohort times it. */
  function weights(/** @type {Float64Array} */ x, /** @type {number} */ at) {
    const psi = x[at + model.psi];
    for (let r = 0; r < logRatios.length; ++r) pastSelection[r] = Math.exp(-psi * logRatios[r]);
    const yearly = Math.exp(-psi * Math.log(1 + x[at + model.organicGrowth[0]]));
    // Cohorts of which all sectors are alike.
    let shared = 1;
    for (let k = 1; k < K; ++k) {
      shared *= yearly;
      for (let h = 0; h < H; ++h) sharedWeight[h * K + k] = organic[h * K + k] * shared;
    }
    for (let i = 0; i < S; ++i) {
      for (let k = ownBegin; k < ownEnd; ++k) {
        let own = 0;
        for (let h = 0; h < H; ++h) own += organic[h * K + k] * share[i * H + h];
        for (let path = 0; path < 2; ++path) {
          const ratio = (own + entrants[path * K + k] * mixOfSector[i]) / baseCohort[i];
          selection[(path * S + i) * K + k] = ratio > 0 ? Math.exp(-psi * Math.log(ratio)) : 1;
        }
      }
      for (let h = 0; h < H; ++h) {
        const segment = i * H + h;
        for (let c = firstCohort[h]; c < past; ++c) {
          pastWeight[segment * past + c] =
            registered[h * past + c] * share[segment] * pastSelection[ratioOf[i * past + c]];
        }
        for (let path = 0; path < 2; ++path) {
          const to = (path * S * H + segment) * K;
          for (let k = ownBegin; k < ownEnd; ++k) {
            weight[to + k] =
              (organic[h * K + k] * share[segment] + entrants[path * K + k] * mix[segment]) *
              selection[(path * S + i) * K + k];
          }
        }
      }
    }
  }

  /** What does not change with the years of the market index; without measures the same on both paths. */
  function markets(/** @type {Float64Array} */ x, /** @type {number} */ at) {
    for (let h = 0; h < H; ++h) {
      const eps = x[at + model.eps[h]];
      const same = priceClass[h] * J;
      for (let j = 0; j < J; ++j) {
        if (same === h * J) {
          const tau = Math.max(kLowestCharge, x[at + model.charge[h * J + j]]);
          response[same + j] = Math.exp(-eps * Math.log(1 + tau));
        }
        price[h * J + j] = marketShare[h * J + j] * response[same + j];
      }
    }
    for (let j = 0; j < J; ++j) {
      reach[j] = 1;
      interrupted[j] = x[at + model.interruptions[j]];
    }
  }

  /** The market index of year k >= 1 with its interruptions, equation (9); years in ascending order. */
  function marketIndex(/** @type {Float64Array} */ x, /** @type {number} */ at, /** @type {number} */ k) {
    for (let j = 0; j < J; ++j) {
      reach[j] *= 1 + x[at + model.growth[j]];
      const shut = (interrupted[j] >>> (k - 1)) & 1;
      open[j] = reach[j] * (1 - shut * x[at + model.severity[j]]);
    }
    for (let h = 0; h < H; ++h) {
      let sum = 0;
      for (let j = 0; j < J; ++j) sum += price[h * J + j] * open[j];
      index[h] = sum;
    }
  }

  /** Active sellers per unit of act and mix of the programme in year k, both paths. */
  function programmeSellers(/** @type {number} */ k) {
    for (let path = 0; path < 2; ++path) {
      for (let h = 0; h < H; ++h) {
        let sum = 0;
        const end = Math.min(programmeEnd, k + 1);
        for (let c = firstReported; c < end; ++c) sum += entrants[path * K + c] * kept[h * ages + k - c];
        programmeActive[path * H + h] = sum;
      }
    }
  }

  /** Sales of the cohorts of a channel of which all sectors are alike, in year k. */
  function sharedCohorts(/** @type {number} */ k) {
    for (let h = 0; h < H; ++h) {
      const newest = h * ages + k;
      let sum = 0;
      for (let c = 1; c <= k && c < ownBegin; ++c) sum += sharedWeight[h * K + c] * sales[newest - c];
      for (let c = ownEnd; c <= k; ++c) sum += sharedWeight[h * K + c] * sales[newest - c];
      sharedSales[h] = sum;
    }
  }

  /** Equations (3) and (4) in year k: sales by channel on both paths, and active sellers. */
  function yearSales(/** @type {Float64Array} */ x, /** @type {number} */ at, /** @type {number} */ k) {
    const kappa = x[at + kappaAt];
    const end = Math.min(k + 1, ownEnd);
    active[0] = active[1] = 0;
    sold.fill(0);
    for (let i = 0; i < S; ++i) {
      for (let path = 0; path < 2; ++path) {
        let sellers = ownBySector[i * K + k];
        for (let h = 0; h < H; ++h) {
          sellers += x[at + act[i * H + h]] * mix[i * H + h] * programmeActive[path * H + h];
        }
        active[path] += sellers;
        const ratio = sellers * perOwnSeller[i];
        crowd[path] = ratio > 0 ? Math.exp(-kappa * Math.log(ratio)) : 1;
      }
      for (let h = 0; h < H; ++h) {
        const segment = i * H + h;
        const oldest = h * ages + past - 1 + k;
        let old = sharedSales[h] * share[segment];
        for (let c = firstCohort[h]; c < past; ++c) old += pastWeight[segment * past + c] * sales[oldest - c];
        // Two sums at once: one alone would wait for each of its additions.
        let on = old;
        let off = old;
        const withAt = segment * K;
        const withoutAt = (S * H + segment) * K;
        const newest = h * ages + k;
        for (let c = ownBegin; c < end; ++c) {
          const perSeller = sales[newest - c];
          on += weight[withAt + c] * perSeller;
          off += weight[withoutAt + c] * perSeller;
        }
        const each = x[at + act[segment]] * x[at + m[segment]];
        sold[h] += each * crowd[0] * on;
        sold[H + h] += each * crowd[1] * off;
      }
    }
  }

  /** Equations (4) to (8) of a year into `yearly`. */
  function yearOutputs(/** @type {Float64Array} */ x, /** @type {number} */ at, /** @type {number} */ k) {
    yearly.fill(0);
    for (let h = 0; h < H; ++h) {
      const on = sold[h] * index[h];
      const off = sold[H + h] * index[h];
      const additional = (on - off) * notDisplaced[h];
      yearly[4] += on;
      yearly[5] += off;
      yearly[6] += additional;
      yearly[7] += on * fob[h];
      yearly[8] += off * fob[h];
      yearly[9] += additional * fob[h];
    }
    yearly[2] = active[0];
    yearly[3] = active[1];
    const exchange = yearly[9] * x[at + model.rho];
    const tax = exchange * x[at + model.tax];
    const cost = entrants[k] * x[at + model.cost];
    yearly[10] = exchange;
    yearly[11] = yearly[9] * x[at + model.v];
    yearly[12] = (yearly[9] / 1e6) * x[at + model.jobs];
    yearly[13] = tax;
    yearly[14] = cost;
    yearly[15] = tax - cost;
  }

  /**
   * Evaluates draws. Inputs lie draw by draw; outputs too, and in a draw output by output with its
   * years side by side.
   */
  return function evaluate(
    /** @type {Float64Array} */ inputs,
    /** @type {number} */ draws,
    /** @type {Float64Array} */ outputs,
  ) {
    for (let draw = 0; draw < draws; ++draw) {
      const at = draw * model.inputs;
      lifecycle(inputs, at);
      ownSellers(inputs, at);
      programme(inputs, at);
      weights(inputs, at);
      markets(inputs, at);
      for (let h = 0; h < H; ++h) {
        fob[h] = 1 - inputs[at + model.w[h]];
        notDisplaced[h] = 1 - inputs[at + model.disp[h]];
      }
      let registeredOwn = pastTotal;
      let registeredWith = 0;
      let registeredWithout = 0;
      for (let k = 0; k < K; ++k) {
        if (k > 0) {
          for (let h = 0; h < H; ++h) registeredOwn += organic[h * K + k];
          marketIndex(inputs, at, k);
        }
        if (k < firstReported) continue;
        registeredWith += entrants[k];
        registeredWithout += entrants[K + k];
        programmeSellers(k);
        sharedCohorts(k);
        yearSales(inputs, at, k);
        yearOutputs(inputs, at, k);
        yearly[0] = registeredOwn + registeredWith;
        yearly[1] = registeredOwn + registeredWithout;
        const to = draw * outputCount * years + k - firstReported;
        for (let o = 0; o < outputCount; ++o) outputs[to + o * years] = yearly[o];
      }
    }
  };
}
