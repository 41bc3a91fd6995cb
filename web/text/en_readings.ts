/** A published page that a sentence rests on. */
export interface Reference {
  readonly url: string;
  readonly words: string;
}

/** One way to read what a seller earns. */
export interface SalesReading {
  readonly name: string;
  readonly figure: string;
  readonly detail: string;
  readonly references: readonly Reference[];
}

/** Two readings of the same quantity that the evidence does not settle. */
export interface TwoReadings {
  /** Ids of the packs that they are about. */
  readonly packs: readonly string[];
  readonly title: string;
  readonly intro: string;
  readonly readings: readonly SalesReading[];
  readonly conclusion: string;
}

/** English texts on what a seller earns, where sources disagree. */
export const enReadings: TwoReadings = {
  packs: ["pk"],
  title: "Two readings of what a seller earns",
  intro:
    "No assumption matters more, and none is known less: nobody publishes the sales of Pakistani sellers. Both readings are gross sales a year, divided by everyone who registered.",
  readings: [
    {
      name: "This calculator",
      figure: "about $2,200, three years after registering",
      detail:
        "In 18 of 20 futures $310 to $13,000. It follows, with the default readings below, from the judgements in the list: how many ever sell, how many of them stay, and what those who stay sell.",
      references: [],
    },
    {
      name: "Amazon’s figures for India",
      figure: "$14,000 to $36,000 since 2021",
      detail:
        "That is 6 to 16 times as much. It was about $8,000 in 2018. The company publishes running totals and counts of accounts; the sales of a year are worked out from them, and some of the counts are less certain.",
      references: [
        {
          url: "https://www.businesstoday.in/latest/corporate/story/amazon-indias-export-sales-surpasses-1-billion-mark-likely-to-touch-5-bn-in-4-years-194949-2019-05-01",
          words: "$1 billion in all by 2018, Business Today",
        },
        { url: "https://news99live.com/?p=68317", words: "about $13 billion in all by 2024, News 99" },
        {
          url: "https://www.lanacion.com.ar/agencias/amazon-dice-que-las-exportaciones-indias-de-comercio-electronico-superan-los-us20000-millones-nid27102025/",
          words: "over $20 billion in all by 2025, La Nación",
        },
        {
          url: "https://wotanews.com/?p=35814",
          words: "about $5 billion from all platforms in 2024, India’s Commerce Secretary",
        },
      ],
    },
  ],
  conclusion:
    "The calculator keeps the lower reading: the Indian figures are the company’s own, of sellers it selected, and as large as the government’s figure for all platforms together. Taken at face value, they would make the answer larger by about as much.",
};
