import { readFileSync } from "node:fs";
import { html } from "lit";
import { describe, expect, it } from "vitest";
import { en } from "../../../tests/web/english.ts";
import { markupOf, wordsOf } from "../../../tests/web/markup.ts";
import { ur } from "../../../tests/web/urdu.ts";
import { contrast, type Colour } from "../../embed/contrast.ts";
import { chartFigure, dataTable, type ChartFigure } from "./figure.ts";
import { spreadBar } from "./spread_bar.ts";

const table = { columns: ["Year", "Middle"], rows: [["2027", "\u22125"], ["2028", "7"]] };
const figure: ChartFigure = {
  id: "fan",
  title: "Earnings",
  finding: "They grow.",
  drawing: html`<svg></svg>`,
  table,
};

describe("chartFigure", () => {
  it("has its title, what the data say, the drawing in words, and the table", () => {
    const markup = markupOf(chartFigure(en, figure));
    expect(wordsOf(chartFigure(en, figure))).toBe(
      "Earnings They grow. Table, download Earnings Year Middle 2027 \u22125 2028 7 Download: CSV SVG PNG",
    );
    expect(markup).toContain('<section class="chart" aria-labelledby="fan-title"> <h3 id="fan-title">Earnings</h3>');
    expect(markup).toContain('id="fan-plot" role="img" aria-label="Earnings. They grow."><svg></svg></div>');
    expect(markupOf(chartFigure(ur, figure))).toContain('aria-label="\u2066Earnings\u2069۔ \u2066They grow.\u2069"');
  });

  it("has a heading of the page where it stands in no group", () => {
    expect(markupOf(chartFigure(en, { ...figure, isLeading: true }))).toContain('<h2 id="fan-title">Earnings</h2>');
  });

  it("has a note only where there is one", () => {
    expect(wordsOf(chartFigure(en, { ...figure, note: "Averages." }))).toContain("They grow. Averages. Table");
    expect(markupOf(chartFigure(en, figure))).not.toContain('class="note"');
  });

  it("names its buttons by the kind of file and the chart, and says beside them what came of it", () => {
    const markup = markupOf(chartFigure(en, figure));
    expect([...markup.matchAll(/data-chart-file="(\w+)" aria-label="([^"]*)"/g)].map(([, kind, name]) => `${kind} ${name}`)).toEqual([
      "csv CSV: Earnings",
      "svg SVG: Earnings",
      "png PNG: Earnings",
    ]);
    expect(markup).toContain('<span class="hint" aria-live="polite"></span>');
    expect(markup).toContain('<summary aria-label="Table, download: Earnings">');
  });
});

describe("dataTable", () => {
  it("has heads for columns and rows, in a box that is reached and named where it scrolls", () => {
    const markup = markupOf(dataTable(en, "Earnings", table));
    expect(markup).toContain('<div class="table-box" role="group" tabindex="0" aria-label="Table: Earnings">');
    expect(markup).toContain('<thead><tr><th scope="col">Year</th><th scope="col">Middle</th></tr></thead>');
    expect(markup).toContain('<tr><th scope="row">2027</th><td>\u22125</td></tr>');
  });

  it("keeps signs at their figures among words from the right", () => {
    expect(markupOf(dataTable(ur, "Earnings", table))).toContain("<td>\u2066\u22125\u2069</td>");
  });
});

describe("spreadBar", () => {
  it("is a bar from nothing, with its figure and the range in words", () => {
    const row = { label: "Food", value: -4, range: [-9, 2], tone: "loss" } as const;
    expect(spreadBar(en, row, (value) => `$${value}m`)).toEqual({
      label: "Food",
      value: "$-4m",
      note: "$-9m to $2m",
      from: 0,
      to: -4,
      range: [-9, 2],
      tone: "loss",
    });
  });
});

describe("the colours of bars", () => {
  it.each(["tokens", "media"])("stand out from the page and from the light band behind them: %s", (sheet) => {
    const blocks = readFileSync(`public/styles/${sheet}.css`, "utf8").split("}").filter((block) => block.includes("--band90:"));
    expect(blocks).toHaveLength(sheet === "tokens" ? 3 : 1);
    for (const block of blocks) {
      const colour = (name: string): Colour => `#${new RegExp(`--${name}: #([0-9a-f]{6});`).exec(block)?.[1] ?? ""}`;
      for (const bar of ["accent", "loss"]) {
        for (const behind of ["bg", "card", "band90"]) expect(contrast(colour(bar), colour(behind)), `${bar} on ${behind}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});
