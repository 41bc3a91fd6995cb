import { expect, it } from "vitest";
import { dateInWords } from "./dates.ts";

it("says a year, a month or a day in the words of the language, in Latin digits, as the notes of the pack do", () => {
  const said = (tag: string): string[] => ["2021", "2021-04", "2023-12", "2026-07-24"].map((date) => dateInWords({ tag }, date));
  expect(said("en")).toEqual(["2021", "April 2021", "December 2023", "24 July 2026"]);
  expect(said("ur")).toEqual(["2021", "اپریل 2021", "دسمبر 2023", "24 جولائی 2026"]);
});
