import { kNbsp } from "./format.ts";

/** English texts of the list of assumptions. */
export const enAssumptions = {
  title: "Where the assumptions come from",
  intro: (count: number, judged: number) =>
    `${count} assumptions stand behind the calculator. ${judged} of them are judgements without a published figure; they are wide on purpose. Nothing is fixed in the calculator itself: all of it comes from the list below.`,
  gradesTitle: "How well founded",
  grades: {
    A: "official figure",
    "A*": "official figure, read in a press report",
    B: "published study",
    C: "claim by a company or the press",
    D: "judgement",
  },
  range: "Range used",
  noSource: "No source.",
  set: (date: string) => `Set in ${date}`,
  groups: {
    join: "Who joins",
    sell: "From registering to selling",
    earn: "What a seller earns",
    abroad: "Demand, prices and interruptions abroad",
    home: "From sales to earnings at home",
    public: "Public money",
    domestic: "Online trade at home",
    together: "What moves together",
    base: "Starting point",
  },
  /** What a group is for, where its name does not say it. */
  groupNotes: {
    domestic:
      "For plans that change taxes on online sales inside the country or on parcels from abroad. What such taxes bring is counted beside the export earnings, never with them. No plan on this page changes them, so these values change nothing here.",
    together:
      "With a rank correlation of 0 two values have nothing to do with each other; with 1 they always rise together. All pairs that are not named here are drawn independently.",
  } as Readonly<Record<string, string>>,
  warningsTitle: "Read these first",
  warnings: [
    {
      title: "Products are not sellers.",
      text: "The 300,000 Pakistani entries on Alibaba's platforms that the news reported in July 2025 are products. Paying sellers were about 3,000 in 2022.",
      packs: ["pk"],
    },
    {
      title: "Gross sales are not export earnings.",
      text: "Marketplace figures count what buyers pay. Fees, freight, returns and taxes abroad come off before anything is earned at the border.",
    },
    {
      title: "Registered, active and surviving are three numbers.",
      text: "Most who open an account never make a sale abroad, and most who do stop within a few years.",
    },
  ] as readonly { title: string; text: string; packs?: readonly string[] }[],

  /** Distributions in words; the figures come in with their units. */
  fixed: (value: string) => `${value}, fixed`,
  mostLikely: (mode: string, min: string, max: string) => `most likely ${mode}, from ${min} to ${max}`,
  anywhere: (min: string, max: string) => `anywhere from ${min} to ${max}`,
  central: (low: string, middle: string, high: string) =>
    `about ${middle}; 18 of 20 from ${low} to ${high}`,
  units: {
    share: (percent: string) => percent,
    shareAYear: (percent: string) => `${percent} a year`,
    sharePerDay: (percent: string) => `${percent} a day`,
    dollarsAYear: (amount: string) => `${amount} a year`,
    dollars: (amount: string) => amount,
    dollarsPerSeller: (amount: string) => `${amount} a seller`,
    years: (count: string) => `${count}${kNbsp}years`,
    jobs: (count: string) => `${count} per US$${kNbsp}million`,
    other: (figure: string) => figure,
  },
  elasticityHint: "elasticity: per cent change for one per cent more",
  pair: (a: string, b: string) => `“${a}” and “${b}”`,
  correlation: (figure: string) => `rank correlation ${figure}`,
  mix: "Default mix of the new sellers",
  sharesBy: (label: string) => `Shares by sector: ${label}`,
  marketsBy: (label: string) => `Shares by market: ${label}`,
  registrations: (label: string) => `Registrations a year so far: ${label}`,
  onlyShown: (count: number) => `${count} values`,
};
