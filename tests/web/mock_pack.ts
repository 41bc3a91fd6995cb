import type { Figure, Pack, Provenance } from "../../web/engine/types.ts";

const kOwn: Provenance = { sources: ["office"], grade: "A", date: "2026-01" };

function figure(label: string, value: number, unit = "US$ a year"): Figure {
  return { value, unit, label: { en: label }, ...kOwn };
}

/** A small country with three sectors, for tests that need exact answers. */
export const mockPack: Pack = {
  schema: 1,
  id: "zz",
  version: "2026.1.0",
  label: { en: "Zedland", ur: "زیڈ لینڈ" },
  baseYear: 2025,
  currency: {
    code: "ZED",
    perUsd: figure("Zeds for one dollar", 250, "ZED per US$"),
    usdInflation: figure("Inflation", 0.02, "share a year"),
  },
  sources: { office: { title: "Yearbook", publisher: "Office", url: "https://example.org/", date: "2025" } },
  sectors: [
    { id: "apparel", label: { en: "Apparel", ur: "ملبوسات" }, exports: figure("Apparel", 100) },
    { id: "home-textiles", label: { en: "Home textiles", ur: "گھریلو ٹیکسٹائل" }, exports: figure("Home textiles", 50) },
    { id: "food", label: { en: "Food", ur: "خوراک" }, exports: figure("Food", 50) },
  ],
  channels: [
    { id: "b2b", label: { en: "Wholesale", ur: "تھوک" }, shipment: "freight" },
    { id: "b2c", label: { en: "Consumer", ur: "صارف" }, shipment: "parcel" },
  ],
  markets: [{ id: "us", label: { en: "United States", ur: "امریکہ" } }],
  tiers: [{ id: "light", label: { en: "Light training", ur: "ہلکی تربیت" } }],
  pool: [{ id: "firms", label: { en: "Firms" }, establishments: figure("Firms", 1000, "establishments") }],
  baseline: {
    goodsExports: figure("Goods exports", 200),
    exportTarget: { ...figure("Target", 400), year: 2029 },
    internetUse: figure("Internet use", 0.57, "share"),
    ecommerceCeiling: figure("Ceiling", 0.064, "share"),
    logisticsDays: { min: -10, max: 30, ...kOwn },
    registrations: {
      b2b: { firstYear: 2024, perYear: [10, 20], ...kOwn },
      b2c: { firstYear: 2024, perYear: [30, 40], ...kOwn },
    },
    sectorShares: { b2b: { shares: { apparel: 1, "home-textiles": 0, food: 0 }, ...kOwn } },
    marketShares: { b2b: { shares: { us: 1 }, ...kOwn } },
  },
  defaults: {
    startYear: 2027,
    horizon: 4,
    draws: 16384,
    seed: 1,
    onboarding: {
      newSellers: 100_000,
      years: 3,
      path: "linear",
      mix: { "apparel/b2b": 0.3, "apparel/b2c": 0.3, "home-textiles/b2b": 0.2, "food/b2c": 0.2 },
      ...kOwn,
    },
    measures: [],
  },
  readings: [
    {
      id: "sales",
      label: { en: "How many sell", ur: "کتنے بیچتے ہیں" },
      options: [
        { id: "high", label: { en: "Many", ur: "بہت" }, assumptions: {}, ...kOwn },
        {
          id: "low",
          label: { en: "Few", ur: "کم" },
          assumptions: { act: 0.1 },
          sources: [],
          grade: "D",
          date: "2026-01",
          note: { en: "A guess." },
        },
      ],
    },
    {
      id: "training",
      label: { en: "How many take training" },
      options: [
        { id: "few", label: { en: "Few" }, assumptions: {}, ...kOwn },
        { id: "eager", label: { en: "Most" }, assumptions: { "takeup.light": 0.9 }, ...kOwn },
      ],
    },
  ],
  parameters: {
    act: { label: { en: "First sale", ur: "پہلی فروخت" }, unit: "share", range: [0, 1], value: { dist: "beta", alpha: 2, beta: 2 }, ...kOwn },
    takeup: {
      label: { en: "Take-up", ur: "تربیت لینے والے" },
      unit: "share",
      range: [0, 1],
      by: "tier",
      values: { light: { dist: "pert", min: 0.2, mode: 0.24, max: 0.3 } },
      sources: [],
      grade: "D",
      date: "2026-01",
      note: { en: "A judgement." },
    },
  },
};
