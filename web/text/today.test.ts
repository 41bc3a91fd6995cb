import { expect, it } from "vitest";
import { todayInDigits } from "./today.ts";

it("says the date of the reader's own place", () => {
  expect(todayInDigits(new Date(2026, 10, 3, 0, 30))).toBe("2026-11-03");
});
