// The model of docs/model.md in plain JavaScript: what one would write without WebAssembly. Flat
// typed arrays, everything that is the same in all draws computed once, nothing allocated in the loop.
// Written for the pack's default question: a linear plan and no measures.

/**
 * What does not vary over draws.
 * @typedef {ReturnType<typeof compile>} Compiled
 */

/**
 * @param {any} pack public/packs/pk.json
 * @param {readonly string[]} inputNames "w.b2b", "psi", … in the order of the inputs
 */
export function compile(pack, inputNames) {
  const { startYear, horizon, measures, onboarding } = pack.defaults;
  if (measures.length > 0 || onboarding.path !== "linear") {
    throw new Error("The peer knows a linear plan without measures only.");
  }
  /** @type {(elements: { id: string }[]) => string[]} */
  const ids = (elements) => elements.map(({ id }) => id);
  const sectors = ids(pack.sectors);
  const channels = ids(pack.channels);
  const markets = ids(pack.markets);
  const [S, H, J] = [sectors.length, channels.length, markets.length];

  const { registrations, sectorShares, marketShares } = pack.baseline;
  /** @type {number[]} */
  const firstYears = channels.map((h) => registrations[h].firstYear);
  const past = pack.baseYear - Math.min(...firstYears) + 1;
  const lastYear = startYear + horizon - 1 - pack.baseYear;
  const firstReported = startYear - pack.baseYear;
  const K = lastYear + 1;
  const ages = Math.max(past + lastYear, 6);
  if (lastYear > 31) throw new Error("The peer keeps the interrupted years in 32 bits.");

  /** @type {(symbol: string, elements: readonly string[]) => Int32Array} */
  const dimensions = (symbol, elements) =>
    Int32Array.from(elements, (element) => {
      const split = inputNames.indexOf(`${symbol}.${element}`);
      return split >= 0 ? split : inputNames.indexOf(symbol);
    });
  /** @type {(symbol: string) => number} */
  const dimension = (symbol) => inputNames.indexOf(symbol);
  /**
   * By segment, for a parameter that a pack may split by sector or by channel.
   * @type {(symbol: string) => Int32Array}
   */
  const bySegment = (symbol) =>
    dimensions(
      symbol,
      sectors.flatMap((i) => channels.map((h) => (pack.parameters[symbol].by === "sector" ? i : h))),
    );

  const registered = new Float64Array(H * past);
  channels.forEach((h, at) => registered.set(registrations[h].perYear, at * past + past - registrations[h].perYear.length));
  const share = new Float64Array(S * H);
  const mix = new Float64Array(S * H);
  sectors.forEach((i, si) =>
    channels.forEach((h, hi) => {
      share[si * H + hi] = sectorShares[h].shares[i] ?? 0;
      mix[si * H + hi] = onboarding.mix[`${i}/${h}`] ?? 0;
    }),
  );
  const marketShare = Float64Array.from(
    channels.flatMap((h) => markets.map((j) => marketShares[h].shares[j] ?? 0)),
  );

  // ln(R_c / R_0) of past cohorts, each value once.
  const cohortSize = (/** @type {number} */ i, /** @type {number} */ c) => {
    let sum = 0;
    for (let h = 0; h < H; ++h) sum += registered[h * past + c] * share[i * H + h];
    return sum;
  };
  const baseCohort = Float64Array.from(sectors, (_, i) => cohortSize(i, past - 1));
  /** @type {number[]} */
  const logRatios = [];
  const ratioOf = Int32Array.from({ length: S * past }, (_, at) => {
    const i = Math.floor(at / past);
    const ratio = cohortSize(i, at % past) / baseCohort[i];
    const log = ratio > 0 ? Math.log(ratio) : 0;
    const found = logRatios.indexOf(log);
    return found >= 0 ? found : logRatios.push(log) - 1;
  });

  const plan = new Float64Array(K);
  const programmeEnd = Math.min(K, firstReported + onboarding.years);
  for (let k = firstReported; k < programmeEnd; ++k) {
    plan[k] = onboarding.newSellers / onboarding.years;
  }

  const sameEverywhere = (/** @type {Int32Array} */ places) => places.every((place) => place === places[0]);
  const organicGrowth = dimensions("organic_growth", channels);
  // Then all sectors grow alike as long as nobody else enters.
  const growAlike = sameEverywhere(organicGrowth);
  const r1 = dimensions("r1", channels);
  const r2Gain = dimensions("r2_gain", channels);
  const eps = dimensions("eps", channels);
  const charge = Int32Array.from(
    pack.channels.flatMap((/** @type {any} */ h) => [
      ...dimensions(h.shipment === "freight" ? "tau" : "tau_parcel", markets),
    ]),
  );

  return {
    S,
    H,
    J,
    K,
    past,
    ages,
    firstReported,
    programmeEnd,
    years: horizon,
    inputs: inputNames.length,
    registered,
    share,
    mix,
    mixOfSector: Float64Array.from(sectors, (_, i) => mix.slice(i * H, i * H + H).reduce((a, b) => a + b, 0)),
    marketShare,
    baseCohort,
    logRatios: Float64Array.from(logRatios),
    ratioOf,
    firstCohort: Int32Array.from(channels, (_, h) =>
      registered.subarray(h * past, h * past + past).findIndex((count) => count > 0),
    ),
    plan,
    pastTotal: registered.reduce((a, b) => a + b, 0),
    establishments: Float64Array.from(pack.pool, (/** @type {any} */ kind) => kind.establishments.value),
    exportReady: dimensions("export_ready", ids(pack.pool)),
    organicGrowth,
    // Cohorts after the base year of which sectors differ: [ownBegin, ownEnd).
    ownBegin: growAlike ? firstReported : 1,
    ownEnd: growAlike ? programmeEnd : K,
    r1,
    r2Gain,
    oneShape: sameEverywhere(r1) && sameEverywhere(r2Gain),
    x: dimensions("x", channels),
    eps,
    // The first channel that ships alike and has the same buyers.
    priceClass: Int32Array.from(channels, (_, h) =>
      channels.findIndex((_, other) => eps[other] === eps[h] && charge[other * J] === charge[h * J]),
    ),
    disp: dimensions("disp", channels),
    w: dimensions("w", channels),
    growth: dimensions("growth", markets),
    severity: dimensions("severity", markets),
    interruptions: dimensions("interruptions", markets),
    charge,
    act: bySegment("act"),
    m: bySegment("m"),
    dw: dimension("dw"),
    psi: dimension("psi"),
    kappa: dimension("kappa"),
    g0: dimension("g0"),
    T: dimension("T"),
    rho: dimension("rho"),
    v: dimension("v"),
    jobs: dimension("jobs_per_m"),
    tax: dimension("t_x"),
    cost: dimension("c_R"),
  };
}
