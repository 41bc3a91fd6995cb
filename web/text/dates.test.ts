import { expect, it } from "vitest";
import { monthInWords, todayInDigits } from "./dates.ts";

it("says a month in the words of the language, in Latin digits", () => {
  expect(monthInWords({ tag: "en" }, "2021-04")).toBe("April 2021");
  expect(monthInWords({ tag: "ur" }, "2023-12")).toBe("دسمبر 2023");
});

it("says the date of the reader's own place", () => {
  expect(todayInDigits(new Date(2026, 10, 3, 0, 30))).toBe("2026-11-03");
});
