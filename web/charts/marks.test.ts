import { describe, expect, it } from "vitest";
import { markupOf, numbersOf } from "../../tests/web/markup.ts";
import { marksAbove, marksRoom, type Mark } from "./marks.ts";
import { linear } from "./scale.ts";

const mark = (value: number, words: string): Mark => ({ value, words, tone: "main" });
const x = linear([0, 100], [0, 700]);

/** Words, their anchor and position, from the top row down. */
function placed(marks: readonly Mark[]): [string, string, number][] {
  return [...markupOf(marksAbove(marks, x, 200, 700)).matchAll(/<text x="([\d.]+)" y="\d+" text-anchor="(\w+)">([^<]*)/g)].map(
    ([, at, anchor = "", words = ""]) => [words, anchor, Number(at)],
  );
}

describe("marksAbove", () => {
  it("writes after the lines, the lower figure on top, so that no line runs through words", () => {
    expect(placed([mark(40, "target"), mark(20, "middle")])).toEqual([
      ["middle", "start", 146],
      ["target", "start", 286],
    ]);
  });

  it("writes before the line near the end, and then the higher figure on top", () => {
    expect(placed([mark(20, "middle"), mark(98, "target")])).toEqual([
      ["target", "end", 680],
      ["middle", "start", 146],
    ]);
  });

  it("gives each a row of its own in the room above the plot, with its line from there to the bottom", () => {
    const markup = markupOf(marksAbove([mark(40, "target"), mark(20, "middle")], x, 200, 700));
    expect([...markup.matchAll(/<text[^>]* y="(\d+)"/g)].map(([, y]) => Number(y))).toEqual([14, 34]);
    expect(numbersOf(markup, "mark main", "x1")).toEqual([140, 280]);
    expect(numbersOf(markup, "mark main", "y1")).toEqual([3, 23]);
    expect(numbersOf(markup, "mark main", "y2")).toEqual([200, 200]);
    expect([marksRoom(0), marksRoom(2)]).toEqual([14, 54]);
    expect(marksAbove([], x, 200, 700)).toEqual([]);
  });

  it("writes no isolates, which WebKit passes over in drawings", () => {
    expect(placed([mark(20, "درمیان \u2066$83\u2069")])).toEqual([["درمیان \u200F\u200E$83\u200E\u200F", "start", 146]]);
    // Nor do they take room: 12 + 36 * 9.2 = 343 px fit between 356 and 700.
    expect(placed([mark(50, `\u2066${"x".repeat(36)}\u2069`)])[0]?.[1]).toBe("start");
  });

  it("begins a line beneath its own words where these fit on neither side of it", () => {
    const lineTop = (length: number): number | undefined =>
      numbersOf(markupOf(marksAbove([mark(50, "x".repeat(length))], x, 200, 700)), "mark main", "y1")[0];
    // 12 + 36 * 9.2 = 343 px fit before 350 - 6, 352 do not.
    expect(lineTop(36)).toBe(3);
    expect(lineTop(37)).toBe(20);
  });

  it("keeps words inside that are longer than there is room on either side", () => {
    const words = "x".repeat(70);
    // 12 + 70 * 9.2 = 656 px fit between 0 and 700, neither after 350 nor before it.
    expect(placed([mark(50, words)])).toEqual([[words, "end", 656]]);
  });
});
