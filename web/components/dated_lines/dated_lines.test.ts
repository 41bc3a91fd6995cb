import { html } from "lit";
import { describe, expect, it } from "vitest";
import { hear } from "../../../tests/web/controls_of.ts";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { addingLine, datedLine, datedLines, type Adding } from "./dated_lines.ts";

const adding = (change: Partial<Adding> = {}): Adding => ({
  id: "kind",
  label: "Add a measure",
  button: "Add",
  options: [
    { id: "training", name: "Training" },
    { id: "logistics", name: "Faster deliveries" },
  ],
  isFull: false,
  onAdd: () => undefined,
  ...change,
});

describe("datedLine", () => {
  it("is a group with its name, and a button that says what it takes away", () => {
    let removed = 0;
    const line = datedLine({
      id: "line-0",
      name: "Training",
      remove: "Remove",
      removeOne: "Remove: Training",
      onRemove: () => (removed += 1),
      fields: html`<p>from 2027</p>`,
    });
    expect(wordsOf(line)).toBe("Training Remove from 2027");
    expect(markupOf(line)).toContain('<div role="group" aria-labelledby="line-0">');
    expect(markupOf(line)).toContain('<p class="measure-name" id="line-0">Training</p>');
    hear(line, "click", 'aria-label="Remove: Training"');
    expect(removed).toBe(1);
  });
});

describe("addingLine", () => {
  it("adds what is chosen in the list beside it", () => {
    const added: string[] = [];
    const line = addingLine(adding({ onAdd: (id) => added.push(id) }));
    expect(markupOf(line)).toContain('<label class="number-label" for="kind">Add a measure</label>');
    expect(markupOf(line)).toContain('<option value="training">Training</option><option value="logistics">Faster deliveries</option>');
    const box = { querySelector: (name: string) => (name === "select" ? { value: "logistics" } : null) };
    const currentTarget = { closest: (name: string) => (name === ".measure-adding" ? box : null) };
    hear(line, "click", ">Add", { currentTarget });
    expect(added).toEqual(["logistics"]);
  });

  it("adds no more where there are as many as may be", () => {
    expect(markupOf(addingLine(adding({ isFull: true })))).toContain('<button class="button" type="button" disabled>');
    expect(markupOf(addingLine(adding()))).not.toContain("disabled");
  });
});

describe("datedLines", () => {
  it("is folded with the number of lines in words, which stand in their order", () => {
    const lines = [html`<li>one</li>`, html`<li>two</li>`];
    const part = { id: "measures", title: "Measures", hint: "Dated.", count: "2 measures", isHeldOpen: false, lines, adding: html`<p>more</p>` };
    expect(wordsOf(datedLines(mockView(), part))).toBe("Measures 2 measures Measures Dated. one two more");
    expect(markupOf(datedLines(mockView(), part))).toContain('aria-expanded="false" aria-controls="measures-body"');
    expect(markupOf(datedLines(mockView(), { ...part, isHeldOpen: true }))).toContain('aria-expanded="true"');
  });
});
