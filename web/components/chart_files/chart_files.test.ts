import { describe, expect, it, vi } from "vitest";
import { kAnalyses, mockQuestion } from "../../../tests/web/mock_answers.ts";
import { en } from "../../../tests/web/english.ts";
import { mockResult } from "../../../tests/web/mock_result.ts";
import { mockView } from "../../../tests/web/mock_view.ts";
import { download } from "../../export/download.ts";
import { kNoActions } from "../../page/static_page.ts";
import type { AnalysisName } from "../../state/analyses.ts";
import type { FileTexts } from "../../text/catalogue.ts";
import { cellOf, chartFacts, chartTable, saveChart, scopeOf } from "./chart_files.ts";

vi.mock(import("../../export/download.ts"), async (original) => ({ ...(await original()), download: vi.fn<typeof download>() }));

describe("chartFacts", () => {
  /** A chart below the first screen, or of it; of an analysis where that is named. */
  const chart = (isBelow: boolean, analyses?: AnalysisName): Element => {
    const places: Readonly<Record<string, unknown>> = {
      "[data-part=results]": isBelow ? {} : null,
      "[data-analyses]": analyses === undefined ? null : { dataset: { analyses } },
    };
    return { closest: (selector: string) => places[selector] ?? null } as unknown as Element;
  };

  it("are of the answer that the chart shows, which below the first screen may be to an earlier plan", () => {
    const { state } = mockView();
    const later = { ...state.answered, newSellers: 250_000 };
    const whole = { result: mockResult(1), answered: state.answered };
    const actions = { ...kNoActions, shareLink: (plan = later): string => `#${plan.newSellers}` };
    const view = mockView({ answered: later, whole, currency: "local" }, { actions });
    expect(chartFacts(chart(false), view)).toMatchObject({
      plan: ["zz", 250_000, "sellers"],
      notes: [expect.any(String), "#250000"],
      scope: expect.stringMatching(/real dollars of 2025\. Amounts are shown in ZED/),
    });
    expect(chartFacts(chart(true), view)).toMatchObject({ plan: ["zz", 100_000, "sellers"], notes: [expect.any(String), "#100000"] });
  });

  it("are of the question that an analysis answers, which may be older than all else", () => {
    const { state } = mockView();
    const actions: typeof kNoActions = { ...kNoActions, shareLink: ({ newSellers } = state.plan, { year, target } = {}) => `#${newSellers} ${year} ${target}` };
    const question = mockQuestion({ ...state.plan, newSellers: 7000 });
    const { goal, compare } = kAnalyses;
    const analyses = { ...kAnalyses, goal: { ...goal, question }, compare: { ...compare, question } };
    const view = mockView({ analyses, year: 2027 }, { actions });
    const old = (year: number): object => {
      const notes = [expect.stringContaining("4,096"), `#7000 ${year} ${question.target}`];
      return { plan: ["zz", 7000, "sellers"], year, notes, model: { draws: 4096 } };
    };
    expect(chartFacts(chart(true, "goal"), view)).toMatchObject(old(2030));
    // One of the years that all plans report.
    expect(chartFacts(chart(false, "compare"), view)).toMatchObject(old(2029));
    expect(chartFacts(chart(false, "compare"), mockView({ analyses, year: 2028 }, { actions })).year).toBe(2028);
  });
});

describe("saveChart", () => {
  it("takes the figures and what they are of from one moment, once all that it needs has come", async () => {
    let shown = { plan: 1000, cell: "1" };
    const row = (...cells: string[]): { children: { textContent: string }[] } => ({ children: cells.map((textContent) => ({ textContent })) });
    const chart = {
      closest: () => null,
      querySelector: (selector: string) => ({ id: "fan-plot", textContent: selector }),
      querySelectorAll: (selector: string) => (selector === ".note" ? [] : [row("Plan", "Figure"), row("This plan", shown.cell)]),
    } as unknown as Element;
    const view = () => mockView({ answered: { ...mockView().state.plan, newSellers: shown.plan } });
    const loadWords = (): Promise<{ text: typeof en; files: FileTexts }> => {
      // The page is drawn again while the words are on their way.
      shown = { plan: 2000, cell: "2" };
      return Promise.resolve({ text: en, files: {} as FileTexts });
    };
    const name = await saveChart(chart, "csv", { view, loadWords });
    expect(name).toBe("zz-2000-sellers-2029-fan-en.csv");
    const [file] = vi.mocked(download).mock.lastCall ?? [];
    expect(await file?.text()).toContain("This plan,2,");
  });
});

describe("chartTable", () => {
  const cells = (...texts: readonly string[]): unknown => ({ children: texts.map((textContent) => ({ textContent })) });
  const page: Readonly<Record<string, readonly unknown[]>> = {
    "details.table tr": [cells("Fiscal year", "Middle"), cells("\u20662031\u2069", "1,240")],
    ".note": [{ textContent: " Averages. " }],
  };
  const chart = { querySelectorAll: (selector: string) => page[selector] ?? [] } as unknown as Element;

  it("says in every row what is shown in which unit, what is counted at which rate, and how to read it", () => {
    const saving = chartFacts({ closest: () => null } as unknown as Element, mockView({ currency: "local" }));
    const rowsOf = (id: string): Record<string, unknown>[] => {
      const { columns, rowCount, cell } = chartTable(chart, { id, title: "Extra earnings, ZED million a year" }, saving, en.files);
      return Array.from({ length: rowCount }, (_, row) => Object.fromEntries(columns.map(({ title }, column) => [title, cell(row, column)])));
    };
    const own = { "Fiscal year": 2031, Middle: 1240, "What is shown": "Extra earnings, ZED million a year" };
    expect(rowsOf("fan")).toEqual([
      {
        ...own,
        "What is counted": expect.stringMatching(/^Zedland\. Extra .* real dollars of 2025\. Amounts are shown in ZED, converted at ZED\s250 to the dollar\.$/) as string,
        Note: "Averages.",
      },
    ]);
    expect(rowsOf("jobs")).toEqual([{ ...own, Note: "Averages." }]);
  });
});

describe("scopeOf", () => {
  it("says of amounts what they are, and nothing of what is counted or shared out", () => {
    const saving = { scope: "Additional.", amounts: "Dollars." };
    expect(["fan", "comparison", "paths", "sellers", "jobs", "funnel", "luck"].map((chart) => scopeOf(chart, saving))).toEqual([
      ["Additional."], ["Additional."], ["Dollars."], ["Dollars."], [], [], [],
    ]);
  });
});

describe("cellOf", () => {
  it("makes numbers of what tables show as numbers, and leaves words", () => {
    expect(["2031", "1,240", "\u22123.5", "\u20661,234,567.8\u2069", " 0 "].map(cellOf)).toEqual([
      2031, 1240, -3.5, 1_234_567.8, 0,
    ]);
    expect(["$94m", "12 of 20", "57\u00A0%", "1,2", "", "\u2212"].map(cellOf)).toEqual([
      "$94m", "12 of 20", "57\u00A0%", "1,2", "", "\u2212",
    ]);
  });
});
