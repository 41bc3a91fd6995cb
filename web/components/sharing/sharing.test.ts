import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockResult } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { hear } from "../../../tests/web/controls_of.ts";
import { escapeHtml, staticHtml } from "../../page/static_html.ts";
import { kNoActions } from "../../page/static_page.ts";
import { defaultPlan } from "../../state/plan/plan.ts";
import type { AppState } from "../../state/app_state.ts";
import { sharing } from "./sharing.ts";

const plan = { ...defaultPlan(mockPack), newSellers: 7, draws: 1024 };

describe("sharing", () => {
  it("shows the link, and says whether it was copied", () => {
    const actions = { ...kNoActions, shareLink: () => "https://example.org/#v=1&newSellers=7" };
    expect(staticHtml(sharing(mockView({}, { actions })))).toContain('value="https://example.org/#v=1&amp;newSellers=7"');
    expect(wordsOf(sharing(mockView({ copied: { what: "link", isDone: true } })))).toContain("Copy the link Copied.");
    expect(wordsOf(sharing(mockView({ copied: { what: "command", isDone: false } })))).toContain(
      "Copy the command The browser does not allow copying here.",
    );
  });

  it("has its six parts in one group, the printed report among them: two or three in a row leave none alone", () => {
    const html = staticHtml(sharing(mockView({}, { actions: { ...kNoActions, shareLink: () => "https://example.org/#v=1" } })));
    const [, group = ""] = /<div class="sharing-parts">(.*?)<details/s.exec(html) ?? [];
    expect([...group.matchAll(/<h3>(.*?)<\/h3>/gs)].map(([, words = ""]) => words.replace(/<[^>]*>/g, "").trim())).toEqual([
      "Link to this plan",
      "Cite this answer",
      "Printed report",
      "Plan as a file",
      "Results as a file",
      "Every future as a file",
    ]);
    expect(group).toMatch(/data-part="report".*<button[^>]* data-prints>Print a report, or save it as PDF</s);
  });

  it("gives a text to cite the answer by, with its range, middle, year, prices, versions, date and link, and copies it", () => {
    const copied: string[] = [];
    const actions = {
      ...kNoActions,
      shareLink: () => "https://example.org/#v=1",
      copy: (what: string, text: string) => void copied.push(what, text),
    };
    const answered = { ...plan, newSellers: 5000, years: 3 };
    const made = sharing(mockView({ answered, result: mockResult(96e6), year: 2030 }, { actions }), "https://example.org/#v=1", "2026-11-30");
    // The mock's futures go from a fifth to three times the middle.
    const text =
      "A model estimates that 5,000 new sellers over 3 years could bring Zedland extra export earnings of about $96 million a year by 2030: that is the middle of the futures it computes; 18 of 20 of them lie between $19 million and $290 million. In real dollars of 2025. Export Potential Calculator, model 1.0, data Zedland 2026.1.0, 30 November 2026, https://example.org/#v=1";
    expect(wordsOf(made)).toContain(`Cite this answer ${text} Copy the text`);
    hear(made, "click", "Copy the text");
    expect(copied.map((one) => one.replaceAll("\u00A0", " "))).toEqual(["citation", text]);
    // A page without its program has no link, and so nothing to be found by.
    expect(wordsOf(sharing(mockView({}, { actions: kNoActions })))).not.toContain("Cite");
  });

  it("gives HTML that shows the plan on another site, in the language of the page, and copies it", () => {
    const copied: string[] = [];
    const actions = {
      ...kNoActions,
      shareLink: () => "https://example.org/x/index.html#v=1&newSellers=7",
      copy: (what: string, text: string) => void copied.push(what, text),
    };
    const code = [
      '<iframe src="https://example.org/x/embed/en.html#v=1&amp;newSellers=7" title="Export potential calculator" data-export-potential loading="lazy" width="100%" height="900"',
      '  sandbox="allow-scripts allow-same-origin allow-downloads allow-modals allow-popups" allow="clipboard-write"></iframe>',
      '<script type="module" src="https://example.org/x/embed/v1/host.js"></script>',
    ].join("\n");
    const made = sharing(mockView({}, { actions }));
    expect(staticHtml(made)).toContain(`<code>${escapeHtml(code)}</code>`);
    hear(made, "click", "Copy the code");
    expect(copied).toEqual(["embed", code]);
  });

  it("says beside the way to open a file why one was not taken", () => {
    const faults = [{ code: "unknown_key", path: "/years", message: "years is not a key" }] as const;
    const said = wordsOf(sharing(mockView({ notices: [{ kind: "fileFaults", name: "plan.json", faults }] })));
    expect(said).toContain("Open a plan “plan.json” cannot be used: one fault was found. Your plan stays as it is. /years");
  });

  it("offers the results in three formats, and says what became of the file", () => {
    const said = (saving: AppState["saving"]): string => wordsOf(sharing(mockView({ saving })));
    expect(said(undefined)).toContain("Save as CSV Save as Excel Save as JSON Every future as a file");
    expect(said({ format: "csv", kind: "making" })).toContain("Save as JSON The file is being made…");
    expect(said({ format: "csv", kind: "saved", name: "zz-7.csv" })).toContain("Saved: zz-7.csv");
    expect(said({ format: "csv", kind: "failed", message: "The disk is full." })).toContain("No file was saved: The disk is full.");
    expect(said({ format: "csv", kind: "late" })).toContain("No file was saved: the calculator did not answer");
    expect(said({ format: "csv", kind: "planChanged" })).toContain("because the plan changed meanwhile");
  });

  it("offers the draws, at most as many as a spreadsheet bears, and a way to stop while they are written", () => {
    const said = (sampling: AppState["sampling"], draws = 65_536): string =>
      wordsOf(sharing(mockView({ sampling, plan: { ...plan, draws } })));
    expect(said(undefined)).toContain("32,768 rows, for the first of 65,536 futures: what was drawn");
    expect(said(undefined, 512)).toContain("512 rows, one for each future: what was drawn");
    expect(said(undefined)).toContain("Futures as CSV Futures as Excel Reproduce");
    const making = { format: "csv", kind: "making", done: 0.25 } as const;
    expect(said(making)).toContain("The file is being made… Stop");
    expect(staticHtml(sharing(mockView({ sampling: making })))).toMatch(/<progress[^>]* max="1" value="0.25"/);
    expect(said({ format: "csv", kind: "stopped" })).toContain("Stopped; no file was saved. Reproduce");
  });

  it("says all that is needed to get the same numbers again", () => {
    const said = wordsOf(sharing(mockView({ plan })));
    expect(said).toContain("Version 1.0 of the model with data 2026.1.0");
    const command = `echo '{"schema":1,"pack":"zz","draws":1024,"onboarding":{"newSellers":7}}' | npm run -s cli -- run -`;
    expect(said.replaceAll("&quot;", '"')).toContain(command);
    expect(said).toContain("export-potential run zz-7-sellers.json");
    // The answer that the page was built with does not say it.
    expect(said).not.toContain("one standard error");
    // The draws of a link are offered beside the usual ones.
    expect(staticHtml(sharing(mockView({ plan }))).match(/<option/g)).toHaveLength(5);
  });

  it("says how far the figure of the year depends on the random numbers", () => {
    const p50 = [0, 0, 0, 1.26e6];
    const result = { ...mockResult(100e6), standardError: { exportsAdditional: { mean: p50, p50 } } };
    const whole = { result, answered: plan };
    // A part of the page has the plan behind a proxy.
    expect(wordsOf(sharing(mockView({ plan: new Proxy(plan, {}), whole, year: 2030 })))).toContain(
      "With other random numbers the middle figure of 2030 would be off by about $1.3 million (one standard error).",
    );
    const other = { ...plan, newSellers: 8 };
    expect(wordsOf(sharing(mockView({ plan: other, whole, year: 2030 })))).not.toContain("one standard error");
  });
});
