import { expect, it } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { setUp } from "../../tests/web/mock_page.ts";
import { mockResult } from "../../tests/web/mock_result.ts";
import { firstTarget, linkTarget } from "./app_state.ts";

it("aims first at the 1-2-5 amount nearest to the upper quartile of the year shown first", () => {
  // In 2029 the mock's upper quartile is 1.6 times three quarters of its headline: 1.2 times that.
  const aims = (quartile: number): number => firstTarget(mockPack, mockResult(quartile / 1.2));
  expect(aims(120e6)).toBe(100e6);
  // The steps of a decade are 1, 2.15 and 4.64; half-way between them lie 10 to the power of 1/6, 3/6 and 5/6.
  expect(aims(146e6)).toBe(100e6);
  expect(aims(147e6)).toBe(200e6);
  expect(aims(316e6)).toBe(200e6);
  expect(aims(317e6)).toBe(500e6);
  expect(aims(681e6)).toBe(500e6);
  expect(aims(682e6)).toBe(1e9);
  expect(aims(999e6)).toBe(1e9);
});

it("aims at 3 % of goods exports where the plan adds nothing, and in links that name no amount", () => {
  // The mock country exports goods for $200.
  expect(linkTarget(mockPack)).toBe(6);
  expect(firstTarget(mockPack, mockResult(0))).toBe(6);
  expect(firstTarget(mockPack, mockResult(-1e6))).toBe(6);
});

it("shows of a link without an amount what its author saw, not what a page without a link begins with", async () => {
  expect((await setUp({}, {}, "#v=1&m=1.0&newSellers=7&pack=2026.1.0")).store.get().target).toBe(6);
  expect((await setUp()).store.get().target).toBe(1);
});
