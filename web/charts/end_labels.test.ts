import { html } from "lit";
import { describe, expect, it } from "vitest";
import { staticHtml } from "../page/static_html.ts";
import { endLabels, type EndLabel } from "./end_labels.ts";

const label = (y: number, ...lines: string[]): EndLabel => ({ y, lines, tone: "plain" });

/** How far down each label stands in the middle of its lines, and from where to where it is tied, by its first line. */
function placed(labels: readonly EndLabel[]): Record<string, { readonly middle: number; readonly tie: readonly number[] | undefined }> {
  const markup = staticHtml(html`<svg>${endLabels({ end: 300, bottom: 150 }, labels)}</svg>`);
  const groups = markup.split("<g ").slice(1);
  return Object.fromEntries(
    groups.map((group) => {
      const lines = [...group.matchAll(/ y="(?<y>[-\d.]+)"/g)].map(({ groups: found }) => Number(found?.["y"]));
      const tie = / d="(?<d>[^"]+)"/.exec(group)?.groups?.["d"]?.match(/[-\d.]+/g)?.map(Number);
      const words = /<text[^>]*>(?<words>[^<]*)</.exec(group.replaceAll(/<!--.*?-->/g, ""))?.groups?.["words"]?.trim() ?? "";
      return [words, { middle: lines.reduce((sum, y) => sum + y, 0) / lines.length, tie }];
    }),
  );
}

describe("end labels", () => {
  it("stand where they point and are not tied while there is room", () => {
    expect(placed([label(40, "a", "b"), label(120, "c")])).toEqual({
      a: { middle: 40, tie: undefined },
      c: { middle: 120, tie: undefined },
    });
  });

  it("are tied to where they point when they had to move by more than half a line", () => {
    const { first, second } = placed([label(60, "first", "of two"), label(62, "second", "of two")]);
    expect(first).toEqual({ middle: 60, tie: undefined });
    // Two lines of 19 px and a gap of 5 px below where it would stand.
    expect(second?.middle).toBe(60 + 43);
    const [fromX = 0, fromY, toX = 0, toY] = second?.tie ?? [];
    expect([fromY, toY]).toEqual([62, 103]);
    expect(300 < fromX && fromX < toX).toBe(true);
  });
});
