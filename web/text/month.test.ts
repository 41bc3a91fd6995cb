import { expect, it } from "vitest";
import { monthInWords } from "./month.ts";

it("says a month in the words of the language, in Latin digits", () => {
  expect(monthInWords({ tag: "en" }, "2021-04")).toBe("April 2021");
  expect(monthInWords({ tag: "ur" }, "2023-12")).toBe("دسمبر 2023");
});
