import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";

import { read, repository } from "./built_engine.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** What RFC 6902 calls a patch, with the operations that the bad inputs use. */
type Patch = { op: string; path: string; value?: Json }[];

interface BadInput {
  name: string;
  kind: "pack" | "scenario" | "hindcast";
  patch?: Patch;
  document?: Json;
  file?: string;
  expect: { code: string; path: string }[];
}

const names = [
  "pack",
  "scenario",
  "hindcast",
  "result",
  "analysis",
  "hindcast-result",
  "presets",
  "changes",
] as const;
type Name = (typeof names)[number];

function parse<T = JsonObject>(path: string): T {
  return JSON.parse(read(path)) as T;
}

function schemaOf(name: Name): JsonObject {
  return parse(`public/schemas/${name}.schema.json`);
}

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
for (const name of names) ajv.addSchema(schemaOf(name));

function validator(name: Name): ValidateFunction {
  const validate = ajv.getSchema(`${name}.schema.json`);
  if (!validate) throw new Error(`${name} has no schema`);
  return validate;
}

function accepts(name: Name, value: unknown): boolean {
  return validator(name)(value);
}

/** Faults that the schema finds, one line each. */
function faults(name: Name, value: unknown): string[] {
  const validate = validator(name);
  validate(value);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ""}`);
}

function patched(document: Json, patch: Patch): Json {
  const copy = structuredClone(document);
  for (const { op, path, value = null } of patch) {
    const tokens = path.split("/").slice(1);
    const keys = tokens.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
    const last = keys.pop() ?? "";
    let place: Json = copy;
    for (const key of keys) place = (place as JsonObject)[key] ?? null;
    if (Array.isArray(place) && last === "-") place.push(value);
    else if (op === "remove" && !Array.isArray(place)) delete (place as JsonObject)[last];
    else (place as JsonObject)[last] = value;
  }
  return copy;
}

const pack = parse("public/packs/pk.json");
const scenario: JsonObject = { schema: 1, pack: "pk" };

describe("the schemas", () => {
  test.each(names)("describe every property of a %s", (name) => {
    const silent: string[] = [];
    const visit = (node: Json, path: string): void => {
      if (node === null || typeof node !== "object") return;
      for (const [key, value] of Object.entries(node)) visit(value, `${path}/${key}`);
      if (Array.isArray(node) || node["additionalProperties"] !== false) return;
      for (const [key, value] of Object.entries((node["properties"] ?? {}) as JsonObject)) {
        const property = value as JsonObject;
        if (!("description" in property) && !("$ref" in property)) silent.push(`${path}/${key}`);
      }
    };
    visit(schemaOf(name), "");
    expect(silent).toEqual([]);
  });

  test.each(["public/packs/pk.json", "tests/data/packs/mini.json"])("accept the pack %s", (path) =>
    expect(faults("pack", parse(path))).toEqual([]),
  );

  test.each<[Name, string]>([
    ["presets", "public/presets/pk.json"],
    ["changes", "public/versions/changes.json"],
    ["hindcast", "public/hindcasts/india.json"],
    ["hindcast", "tests/data/hindcasts/mini.json"],
  ])("accept the %s in %s", (name, path) => expect(faults(name, parse(path))).toEqual([]));

  test("accept a scenario that says nothing and one that says all", () => {
    expect(faults("scenario", scenario)).toEqual([]);
    expect(faults("scenario", parse("tests/data/scenarios/mini_full.json"))).toEqual([]);
  });

  test.each<[string, Patch]>([
    ["an unknown key", [{ op: "add", path: "/colour", value: "green" }]],
    ["no parameter m", [{ op: "remove", path: "/parameters/m" }]],
    ["an unknown parameter", [{ op: "add", path: "/parameters/phi", value: 1 }]],
    ["an unknown grade", [{ op: "replace", path: "/parameters/m/grade", value: "E" }]],
    ["grade B without a source", [{ op: "replace", path: "/parameters/m/grade", value: "B" }]],
    [
      "a figure of grade C without a source",
      [
        { op: "replace", path: "/currency/usdInflation/grade", value: "C" },
        { op: "replace", path: "/currency/usdInflation/sources", value: [] },
      ],
    ],
    ["value beside values", [{ op: "add", path: "/parameters/w/value", value: 0.4 }]],
    ["values without by", [{ op: "remove", path: "/parameters/w/by" }]],
    ["a split by another set", [{ op: "replace", path: "/parameters/w/by", value: "market" }]],
    ["a label without English", [{ op: "remove", path: "/parameters/m/label/en" }]],
    ["a range of three", [{ op: "replace", path: "/parameters/v/range", value: [0, 0.5, 1] }]],
    ["too wide a range", [{ op: "replace", path: "/parameters/v/range", value: [0, 2] }]],
    ["a number as text", [{ op: "replace", path: "/parameters/t_d/value", value: "0.01" }]],
    ["a share above 1", [{ op: "replace", path: "/defaults/onboarding/mix/food~1b2b", value: 2 }]],
    ["another schema", [{ op: "replace", path: "/schema", value: 2 }]],
    ["a certain correlation", [{ op: "replace", path: "/correlations/0/spearman", value: 1 }]],
    ["a reading without options", [{ op: "replace", path: "/readings/0/options", value: [] }]],
    ["an export target of nothing", [{ op: "replace", path: "/baseline/exportTarget/value", value: 0 }]],
    ["an export target above all", [{ op: "replace", path: "/baseline/exportTarget/value", value: 1.1e14 }]],
    ["a month in the year 0", [{ op: "replace", path: "/parameters/m/date", value: "0000-01" }]],
    ["a source of the year 0", [{ op: "replace", path: "/sources/pbs-goods-fy25/date", value: "0000" }]],
    ["a reading about nothing", [{ op: "add", path: "/readings/0/options/0/assumptions/z", value: 1 }]],
  ])("refuse a pack with %s", (_, patch) => {
    expect(accepts("pack", patched(pack, patch))).toBe(false);
  });

  test.each<[string, JsonObject]>([
    ["an unknown key", { horizn: 5 }],
    ["draws that are no power of two", { draws: 20000 }],
    ["an unknown parameter", { assumptions: { alpha: 1 } }],
    ["an element of a parameter that has none", { assumptions: { "eta.b2b": 0.1 } }],
    ["a distribution without its mode", { assumptions: { act: { dist: "pert", min: 0, max: 1 } } }],
    ["two kinds of lognormal", { assumptions: { m: { dist: "lognormal", p05: 9, sigma: 1 } } }],
    ["an unknown sampling", { sampling: "halton" }],
    ["a reading chosen by number", { readings: { "retail-tax": 1 } }],
    ["more fee support than any", { measures: [{ type: "feeSupport", from: 2027, points: 0.4 }] }],
    ["internet use of nobody", { measures: [{ type: "connectivity", from: 2027, internetUse: 0 }] }],
    ["a closure without its first year", { closures: [{ market: "us" }] }],
    ["a measure without its level", { measures: [{ type: "logistics", from: 2027 }] }],
    [
      "a market in which nothing changes",
      { measures: [{ type: "marketAccess", market: "us", from: 2027 }] },
    ],
  ])("refuse a scenario with %s", (_, members) => {
    expect(accepts("scenario", { ...scenario, ...members })).toBe(false);
  });

  // The core reads what a schema cannot say as well, so only faults of form must agree.
  const ofForm = /^(unknown_key|missing_key|wrong_type|not_power_of_two|unsupported_schema)$/;
  // Which elements must be there depends on the sets of the pack.
  const ofSets = /^\/(baseline|parameters)\/\w+\/(values\/)?\w+$/;
  const base = parse("tests/data/packs/mini.json");
  const programme = parse("tests/data/hindcasts/mini.json");
  const bad = parse<BadInput[]>("tests/data/bad/manifest.json").filter(
    (input) =>
      input.file === undefined &&
      input.expect.some(({ code, path }) => ofForm.test(code) && !ofSets.test(path)),
  );
  test.each(bad)("refuse as the core does: $name", ({ kind, document, patch }) => {
    const whole = kind === "hindcast" ? programme : base;
    expect(accepts(kind, patch ? patched(whole, patch) : document)).toBe(false);
  });
});

const program = fileURLToPath(new URL("build/native/export-potential", repository));

describe.skipIf(!existsSync(program) && process.env["CI"] === undefined)("a result", () => {
  const asked: JsonObject = {
    ...scenario,
    draws: 256,
    horizon: 3,
    measures: [
      { type: "training", tier: "light", from: 2027, share: 0.5 },
      { type: "marketAccess", market: "us", from: 2028, tariff: 0.1 },
      { type: "feeSupport", channel: "b2c", from: 2027, points: 0.1 },
      { type: "feeSupport", from: 2028, points: 0.05 },
      { type: "courierSalesTax", from: 2027, rate: 0.18 },
      { type: "dutyFreeThreshold", from: 2027, above: 0.9 },
    ],
    closures: [{ market: "uk", from: 2028 }],
    sampling: "counter",
    readings: { "retail-tax": "news-2025", "mean-sales": "lower" },
  };
  const answer = (command: string, input: Json): unknown =>
    JSON.parse(
      spawnSync(
        program,
        [command, "-", "--pack", fileURLToPath(new URL("public/packs/pk.json", repository))],
        { input: JSON.stringify(input), encoding: "utf8" },
      ).stdout,
    );

  test.each([
    ["run", asked],
    ["evaluate", asked],
    ["run", { ...asked, draws: 20000 }],
  ])("of %s fits its schema", (command, input) => {
    expect(faults("result", answer(command, input))).toEqual([]);
  });

  test("of hindcast fits its schema", () => {
    const { stdout } = spawnSync(program, ["hindcast", "--draws", "256"], { encoding: "utf8" });
    const result = JSON.parse(stdout) as JsonObject;
    expect(faults("hindcast-result", result)).toEqual([]);
    expect(accepts("hindcast-result", { ...result, extra: 1 })).toBe(false);
  });

  test("with a stray key does not", () => {
    const result = answer("evaluate", asked) as JsonObject;
    expect(accepts("result", { ...result, extra: 1 })).toBe(false);
  });
});

interface Provenance {
  sources: string[];
  grade: string;
  note?: { en: string };
}

interface Shares extends Provenance {
  shares: Record<string, number>;
}

type Distribution = number | ({ dist: string } & Record<string, number>);

interface Parameter extends Provenance {
  range: [number, number];
  value?: Distribution;
  by?: "channel" | "sector" | "market" | "tier" | "pool";
  values?: Record<string, Distribution>;
}

interface Figure extends Provenance {
  value: number;
}

interface Pack {
  baseYear: number;
  sources: Record<string, unknown>;
  sectors: { id: string; exports: Figure }[];
  channels: { id: string }[];
  markets: { id: string }[];
  tiers: { id: string }[];
  pool: { id: string }[];
  baseline: {
    goodsExports: Figure;
    registrations: Record<string, { firstYear: number; perYear: number[] }>;
    sectorShares: Record<string, Shares>;
    marketShares: Record<string, Shares>;
  };
  defaults: { onboarding: { mix: Record<string, number> } };
  parameters: Record<string, Parameter>;
}

/** Numbers that must not fall from one to the next, from the bounds of the range inwards. */
function orderOf(distribution: Distribution, [lo, hi]: [number, number]): number[] {
  if (typeof distribution === "number") return [lo, distribution, hi];
  const { dist, min = lo, max = hi, value, mode, mean, p05, p95 } = distribution;
  if (dist === "beta") return [lo, 0, 1, hi];
  const inner = [value, mode, mean, p05, p95].filter((number) => number !== undefined);
  return [lo, min, ...inner, max, hi];
}

describe("the pack of Pakistan", () => {
  const pk = parse<Pack>("public/packs/pk.json");
  const ids = {
    sector: pk.sectors.map(({ id }) => id),
    channel: pk.channels.map(({ id }) => id),
    market: pk.markets.map(({ id }) => id),
    tier: pk.tiers.map(({ id }) => id),
    pool: pk.pool.map(({ id }) => id),
  };
  const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
  const parameters = Object.entries(pk.parameters);

  /** Every value with a provenance, and its place. */
  const provenances: [string, Provenance][] = [];
  const labels: [string, Record<string, string>][] = [];
  const visit = (node: Json, path: string): void => {
    if (node === null || typeof node !== "object") return;
    for (const [key, value] of Object.entries(node)) visit(value, `${path}/${key}`);
    if (Array.isArray(node)) return;
    if ("grade" in node) provenances.push([path, node as unknown as Provenance]);
    if ("label" in node) labels.push([path, node["label"] as Record<string, string>]);
  };
  visit(pack, "");

  test("defines every source that it names and names every source that it defines", () => {
    const named = new Set(provenances.flatMap(([, { sources }]) => sources));
    expect([...named].sort()).toEqual(Object.keys(pk.sources).sort());
  });

  test("holds what has no source for an assumption, and says so", () => {
    const unsourced = provenances.filter(([, { sources }]) => sources.length === 0);
    expect(unsourced.filter(([, { grade }]) => grade !== "D")).toEqual([]);
    expect(unsourced.filter(([, { note }]) => note === undefined)).toEqual([]);
  });

  test("has a note with every value that is not an official figure", () => {
    const silent = provenances.filter(([, { grade, note }]) => grade !== "A" && !note);
    expect(silent).toEqual([]);
  });

  test("has notes in the reader's words: no letters of grades, which no page shows, and no FY", () => {
    const notes = provenances.flatMap(([path, { note = {} }]) => Object.values(note).map((words) => `${path}: ${words}`));
    expect(notes.filter((words) => /\bgrade [A-D]\b|درجہ [A-D]|\bFY\s?\d/.test(words))).toEqual([]);
  });

  test("names everything in English and in Urdu", () => {
    const untranslated = labels.filter(([, { en, ur = "" }]) => !en || !/[\u0600-\u06ff]/.test(ur));
    expect(untranslated).toEqual([]);
  });

  test("divides goods exports among its sectors", () => {
    const parts = sum(pk.sectors.map(({ exports }) => exports.value));
    expect(parts).toBeCloseTo(pk.baseline.goodsExports.value, 0);
  });

  test("counts registrations on every channel up to the base year", () => {
    const { registrations } = pk.baseline;
    expect(Object.keys(registrations)).toEqual(ids.channel);
    for (const { firstYear, perYear } of Object.values(registrations)) {
      expect(firstYear + perYear.length - 1).toBe(pk.baseYear);
    }
  });

  test("has shares of known elements that sum to 1", () => {
    const { sectorShares, marketShares } = pk.baseline;
    const segments = ids.sector.flatMap((sector) => ids.channel.map((c) => `${sector}/${c}`));
    const all: { shares: Record<string, number>; known: string[] }[] = [
      { shares: pk.defaults.onboarding.mix, known: segments },
      ...Object.values(sectorShares).map(({ shares }) => ({ shares, known: ids.sector })),
      ...Object.values(marketShares).map(({ shares }) => ({ shares, known: ids.market })),
    ];
    for (const { shares, known } of all) {
      expect(known).toEqual(expect.arrayContaining(Object.keys(shares)));
      expect(sum(Object.values(shares))).toBeCloseTo(1, 9);
    }
    expect(Object.keys(sectorShares)).toEqual(ids.channel);
    expect(Object.keys(marketShares)).toEqual(expect.arrayContaining(ids.channel));
  });

  test.each(parameters)("gives %s a value for every element, in order and in range", (_, entry) => {
    if (entry.by) expect(Object.keys(entry.values ?? {})).toEqual(ids[entry.by]);
    const distributions = entry.values ? Object.values(entry.values) : [entry.value ?? Number.NaN];
    for (const distribution of distributions) {
      const order = orderOf(distribution, entry.range);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(order.every(Number.isFinite)).toBe(true);
    }
  });
});
