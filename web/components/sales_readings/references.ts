/** Published pages by pack, by the keys of their words in the catalogue. */
export const kReferences = {
  pk: {
    to2018:
      "https://www.businesstoday.in/latest/corporate/story/amazon-indias-export-sales-surpasses-1-billion-mark-likely-to-touch-5-bn-in-4-years-194949-2019-05-01",
    to2024: "https://news99live.com/?p=68317",
    to2025:
      "https://www.lanacion.com.ar/agencias/amazon-dice-que-las-exportaciones-indias-de-comercio-electronico-superan-los-us20000-millones-nid27102025/",
    allPlatforms: "https://wotanews.com/?p=35814",
  },
} as const;
