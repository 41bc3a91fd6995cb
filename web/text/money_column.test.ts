import { describe, expect, it } from "vitest";
import { en } from "../../tests/web/english.ts";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { unmarked, ur } from "../../tests/web/urdu.ts";
import { dollarDisplay, localDisplay } from "./currency.ts";
import { formatMoneyColumn } from "./money_column.ts";

const kDollars = dollarDisplay(en);
const plain = (text: string): string => unmarked(text).replaceAll("\u00A0", " ").replaceAll("\u2060", "");
const labels = (...usd: number[]): string[] => formatMoneyColumn(usd, kDollars).map(plain);

describe("formatMoneyColumn", () => {
  it("writes amounts that add up in one unit, with three digits of the largest", () => {
    expect(labels(255.4e6, -117.2e6, -12.3e6, 125.9e6)).toEqual(["$255m", "−$117m", "−$12m", "$126m"]);
    expect(labels(2.346e9, -21.3e6)).toEqual(["$2.35bn", "−$0.02bn"]);
    expect(labels(24e6, -9.96e6, 0.3e6)).toEqual(["$24.0m", "−$10.0m", "$0.3m"]);
    expect(labels(10e6, 7.25e6, 2.75e6)).toEqual(["$10.0m", "$7.3m", "$2.8m"]);
    expect(labels(100e6, 72.5e6)).toEqual(["$100m", "$73m"]);
  });

  it("shows no zero for what is not zero, and no digit that rounding has made up", () => {
    expect(labels(28.4e6, -14_000)).toEqual(["$28.4m", "−$14k"]);
    expect(labels(255.4e6, -0.3e6)).toEqual(["$255m", "−$300k"]);
    // $1m would say two thirds more than it is, and a third less.
    expect(labels(255.4e6, -0.6e6, 1.4e6)).toEqual(["$255m", "−$600k", "$1.4m"]);
    expect(labels(255.4e6, 1.2e6, -0.9e6)).toEqual(["$255m", "$1m", "−$1m"]);
  });

  it("does so in the currency and the words that are shown", () => {
    // 28.4 million and 14,000 at 250 to the dollar.
    expect(formatMoneyColumn([28.4e6, -14_000], localDisplay(en, mockPack)).map(plain)).toEqual(["ZED 7.10bn", "−ZED 3.5m"]);
    expect(formatMoneyColumn([28.4e6, -14_000], dollarDisplay(ur)).map(plain)).toEqual(["$28.4 ملین", "−$14 ہزار"]);
  });

  it("writes zeros for a plan that changes nothing, and for traces of rounding", () => {
    expect(labels(0, 0)).toEqual(["$0", "$0"]);
    expect(labels(Number.NaN)).toEqual(["$0"]);
    expect(labels(28.4e6, -1e-9)).toEqual(["$28.4m", "$0"]);
  });
});
