import { kNbsp } from "./format.ts";
import { enAssumptions } from "./en_assumptions.ts";
import { enDisagreements } from "./en_disagreements.ts";
import { enReadings } from "./en_readings.ts";
import { strong, type Phrase } from "./phrase.ts";
import { plural } from "./plural.ts";

const language = "en";

const sellers = (count: number, figure: string): string =>
  plural(language, count, { one: `${figure} new seller`, other: `${figure} new sellers` });
const years = (count: number): string =>
  plural(language, count, { one: `${count}${kNbsp}year`, other: `${count}${kNbsp}years` });
/** Counts of 100 people: a whole number, or words where it would round to none. */
const ofHundred = (count: number): string =>
  count > 0 && count < 0.5 ? "fewer than 1" : String(Math.round(count));

/** Every text of the page in English. Amounts, years and names come in ready to be read. */
export const en = {
  language,
  direction: "ltr",

  site: {
    name: "Export Potential",
    title: (country: string) => `Export Potential: what more online sellers could earn ${country}`,
    description: (country: string) =>
      `What more sellers on global marketplaces could add to the exports of ${country}, year by year, with the range of what is plausible.`,
    question: (country: string) => `What could more online sellers earn ${country} in exports?`,
    lead: "Set how many join global marketplaces and what support they get.",
    skip: "Skip to the answer",
    sections: "On this page",
    toCalculator: "Calculator",
    toAssumptions: "Assumptions",
    toLimits: "Limits",
    calculator: "What you can change",
    answer: "The answer",
    noScript:
      "This is the answer for the default plan. Changing the plan needs JavaScript, which is off or did not load.",
  },

  plans: {
    title: "Ready-made plans",
    default: "Default plan",
    textiles: "Textiles only",
    training: "Training for all",
    connected: "Better connected",
  },

  controls: {
    sellers: "New sellers to bring on",
    sellersHint: "people or firms who open an export account",
    sellersValue: sellers,
    years: "Over how many years",
    yearsHint: (start: number) => `from fiscal year ${start}`,
    yearsValue: years,
    training: "Share who get training",
    trainingHint: (takeUp: string) => `offered a light online course; about ${takeUp} take it up`,
    internet: (year: number) => `Internet use, by ${year}`,
    internetHint: (today: string) => `${today} of people today`,
    path: "How they arrive",
    paths: {
      linear: { label: "Evenly", hint: "the same number every year" },
      logistic: { label: "In an S-curve", hint: "a slow start, a fast middle, a slow end" },
      bass: { label: "By word of mouth", hint: "sellers draw in other sellers (Bass curve)" },
    },
    mix: "What they sell",
    mixes: {
      pack: { label: "Default mix", hint: "textiles first, then the other sectors" },
      textiles: { label: "Textiles only", hint: "clothing and home textiles" },
      even: { label: "Every sector alike", hint: "the same number of sellers in each" },
      own: { label: "Your own shares", hint: "set below" },
    },
    mixEdit: "Change the shares",
    mixHint: "When you change one share, the others make room, so that they always sum to 100 %.",
    year: "Year shown",
    reset: "Back to the defaults",
  },

  problems: {
    notNumber: (text: string, min: string, max: string, example: string) =>
      text.trim() === ""
        ? `Enter a number from ${min} to ${max}, such as ${example}.`
        : `“${text.trim()}” is not a number. Enter one from ${min} to ${max}, such as ${example}.`,
    notWhole: (text: string, min: string, max: string) =>
      `“${text.trim()}” is not a whole number. Enter one from ${min} to ${max}.`,
    outOfRange: (text: string, min: string, max: string) =>
      `“${text.trim()}” is outside what is allowed. Enter a number from ${min} to ${max}.`,
    sellersExample: "50,000, 100k or 1 lakh",
    yearsExample: "5",
    percentExample: "60 %",
  },

  answer: {
    headline: (year: number, amount: string, low: string, high: string): Phrase => [
      `By ${year}, `,
      strong(`about ${amount}`),
      " more export earnings a year. In 18 of 20 futures it is ",
      strong(`between ${low} and ${high}`),
      ".",
    ],
    headlineLess: (year: number, amount: string, low: string, high: string): Phrase => [
      `By ${year}, `,
      strong(`about ${amount} less`),
      " in export earnings a year. In 18 of 20 futures the change is ",
      strong(`between ${low} and ${high}`),
      ".",
    ],
    headlineNothing: (year: number): Phrase => [
      `By ${year}, `,
      strong("no extra export earnings"),
      ": this plan changes nothing.",
    ],
    bar: (year: number, amount: string, low: string, high: string): Phrase => [
      `${year}: `,
      strong(amount),
      ` a year (${low} to ${high})`,
    ],
    scope: (country: string, baseYear: number) =>
      `${country}. Additional export earnings at the border (FOB), after fees and after what would have come anyway, in real dollars of ${baseYear}.`,
    denominators: (active: number, afterThree: number) =>
      `Of 100 who register, about ${ofHundred(active)} make a sale and ${ofHundred(afterThree)} still sell after three years.`,
    currency: "Show amounts in",
    usd: "US$",
    range: "18 of 20 futures",
    converted: (amount: string, rate: string) => `about ${amount} at ${rate}`,
    stale: (plan: string) => `This is still the answer for your last valid plan: ${plan}.`,
    staleFields: (count: number) =>
      plural(language, count, {
        one: "One field needs another value.",
        other: `${count} fields need another value.`,
      }),
    refused: (message: string) => `The calculator did not accept this plan: ${message}`,
    plan: (count: number, figure: string, over: number) =>
      `${sellers(count, figure)} over ${years(over)}`,
    checks: "Before you quote this figure:",
    words: "Words explained",
    glossary: [
      { term: "Futures", meaning: "The calculator draws every uncertain assumption many thousand times; each draw is one possible future. “18 of 20” means nine tenths of them." },
      { term: "About", meaning: "The middle of the futures: half of them are higher, half are lower." },
      { term: "Additional", meaning: "The path with the plan minus the path without it, so sellers who would have come anyway do not count." },
      { term: "FOB", meaning: "Free on board: the value of goods as they leave the country, without freight, marketplace fees or taxes abroad." },
      { term: "Real dollars", meaning: "Dollars with the buying power of the base year; later inflation is taken out." },
      { term: "Variance", meaning: "How far figures spread: the average of their squared distances from their mean. Parts of an uncertainty that have nothing to do with each other add up in it." },
      { term: "Fiscal year", meaning: "July to June, named by the year it ends in: 2027 is July 2026 to June 2027." },
    ],
  },

  engine: {
    slowTitle: "The calculator is taking longer than usual to load.",
    failedTitle: "The calculator could not start.",
    packTitle: "The country's data could not be loaded.",
    consequence: "The figures shown are the answer for the default plan; the controls have no effect until it runs.",
    retry: "Try again",
    details: "Technical details",
  },

  charts: {
    table: "Table",
    tableOf: (title: string) => `Table: ${title}`,
    year: "Fiscal year",
    middle: "Middle",
    average: "Average",
    low: "1 in 20 below",
    high: "1 in 20 above",
    lowHalf: "1 in 4 below",
    highHalf: "1 in 4 above",
    step: "Step",
    stage: "Stage",
    aYear: (unit: string) => `${unit} a year`,
    titled: (title: string, unit: string) => `${title}, ${unit} a year`,
    inYear: (title: string, year: number) => `${title}, ${year}`,
    described: (title: string, finding: string) => `${title}. ${finding}`,
    nothing: "This plan adds nothing, so there is nothing to show.",
    range: (low: string, high: string) => `${low} to ${high}`,

    fan: {
      title: "Extra export earnings",
      finding: (year: number, low: string, high: string) =>
        `In ${year}, half of the futures lie between ${low} and ${high} (darker band); the lighter holds 18 of 20.`,
      fades: (amount: string, year: number) =>
        `Later, sellers leave: about ${amount} in ${year}.`,
      top: (amount: string): [string, string] => ["19 of 20 futures", `are below ${amount}`],
      half: (low: string, high: string): [string, string] => ["half lie between", `${low} and ${high}`],
      middle: (year: number, amount: string): [string, string] => [`middle in ${year}:`, amount],
      shown: (year: number, amount: string) => `${year}: ${amount}`,
      narrowNote: (year: number) => `The line is the middle. The figures beside the bands are those of ${year}.`,
    },
    paths: {
      title: "Online exports with and without the plan",
      finding: (year: number, withPlan: string, without: string) =>
        `In ${year}, about ${withPlan} with the plan and ${without} without it. The band holds half of the futures with it.`,
      with: "with the plan",
      without: "without it",
      withTable: "With: middle",
      withoutTable: "Without: middle",
      withRange: "With: half lie between",
      withoutRange: "Without: half lie between",
    },
    waterfall: {
      title: "From sales to earnings",
      findingSmall: (share: string) =>
        `Most of what is sold does not count: ${share} of it becomes extra export earnings.`,
      findingLarge: (share: string) => `${share} of what is sold becomes extra export earnings.`,
      note: "Averages over all futures, which add up but for rounding. An average lies above the middle when a few futures are very large.",
      steps: {
        programmeSales: "Gross sales by the new sellers",
        deadweight: "would have come anyway",
        crowding: "taken from other online sellers",
        displacement: "moved from other exports",
        wedge: "fees, freight, returns, taxes abroad",
        exportsAdditional: "Extra export earnings",
        importedInputs: "imported inputs",
        valueAdded: "Value added in the country",
      } as Readonly<Record<string, string>>,
      /** For steps that add instead of taking away. */
      gains: { crowding: "gained by other online sellers" } as Readonly<Record<string, string>>,
    },
    parts: {
      sector: "By sector",
      channel: "By way of selling",
      market: "By market",
      finding: (part: string, share: string) => `Largest: ${part}, ${share} on average.`,
      note: "Bars are averages, which add up; the light bands hold 18 of 20 futures.",
    },
    funnel: {
      title: "Of 100 who register",
      finding: (active: number, afterThree: number) =>
        `About ${ofHundred(active)} make a first export sale; ${ofHundred(afterThree)} still sell after three years.`,
      unit: "of 100",
      stages: {
        registered: "register",
        active: "make a first export sale",
        after1: "still sell after one year",
        after3: "still sell after three years",
        after5: "still sell after five years",
      } as Readonly<Record<string, string>>,
      value: ofHundred,
    },
    sellers: {
      title: "What one seller sells",
      finding: (typical: string, times: string, top: string) =>
        `The typical seller sells about ${typical} a year. The average is ${times} times that, because a few sell very much: 1 in 100 sells more than ${top}.`,
      nobody: "Nobody sells in this year.",
      note: "Gross sales a year of the sellers active in that year, old and new, with the plan. Half of them sell less than the typical seller. Beside the bars: 18 of 20 futures.",
      seller: "Seller",
      rows: {
        median: "the typical seller",
        mean: "the average of all",
        top1: "the top 1 in 100 begin at",
      },
    },
    luck: {
      title: "Why it is so uncertain",
      /** How much of the uncertainty is luck, by its share of the variance. */
      finding: {
        little: "Almost all of the uncertainty is because we do not know, not because of luck.",
        some: "Most of the uncertainty is because we do not know; a smaller part is luck.",
        half: "About half of the uncertainty is because we do not know, and half is luck.",
        most: "Most of the uncertainty is luck: so few join that a handful of sellers decide.",
      },
      /** What luck alone does: by at most `percent` in about four of five cases. */
      alone: (percent: string) =>
        `Even if every assumption were known exactly, which sellers happen to succeed would still move the figure, usually by no more than ${percent} up or down.`,
      aloneLarge:
        "Even if every assumption were known exactly, one great success more or less could change the figure beyond recognition.",
      note: "Shares of the whole variance. Better data would shrink the first part; only more sellers shrink the second, which comes on top of the ranges shown on this page.",
      part: "Part",
      unit: "of the variance",
      parts: {
        ignorance: "not knowing: the assumptions, and when a market closes",
        luck: "luck: which sellers happen to succeed",
      },
    },
    more: {
      title: "Other results",
      /** `count` of 100 futures; a count just short of 100 is not called 100. */
      finding: (count: number) => {
        const futures =
          count === 100
            ? "all futures drawn"
            : `${count > 99 ? "more than 99" : Math.round(count)} of 100 futures`;
        return `In ${futures} the plan brings more export earnings than it takes away.`;
      },
      rows: {
        grossAdditional: "Extra gross sales abroad",
        exportsAdditional: "Extra export earnings",
        foreignExchange: "Of these, brought home",
        valueAdded: "Value added in the country",
        tax: "Tax on the proceeds",
        cost: "Public cost",
        fiscalNet: "Tax less public cost",
        jobs: "Jobs supported",
      },
      result: "Result",
    },
  },

  assumptions: enAssumptions,
  disagreements: enDisagreements,
  salesReadings: enReadings,

  limits: {
    title: "What this number is not",
    points: [
      "Not a forecast. It shows what could follow from the assumptions on this page, most of which are judgements.",
      "Not gross sales. What buyers pay abroad is much more than what reaches the country.",
      "Not a promise for one seller. A few sellers make most of the sales; the typical one earns far less than the average.",
      "Not the plan of any government. The default plan is a round example to start from.",
    ],
    version: (model: string, pack: string, packVersion: string, seed: number, draws: string) =>
      `Model ${model}, data ${pack} ${packVersion}, seed ${seed}, ${draws} futures.`,
  },
};

/** The texts of one language. */
export type Catalogue = typeof en;
