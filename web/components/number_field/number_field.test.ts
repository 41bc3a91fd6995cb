import { describe, expect, it } from "vitest";
import { hear, writtenActions } from "../../../tests/web/controls_of.ts";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import type { Draft } from "../../state/fields.ts";
import { defaultPlan } from "../../state/plan/plan.ts";
import { numberField, type NumberField } from "./number_field.ts";

const plan = defaultPlan(mockPack);
const share: NumberField = {
  field: "split:food/b2c",
  label: "Consumer",
  hint: "of all food",
  control: { rule: { min: 0, max: 1, isWhole: false, isPercent: true }, scale: [0, 0.25, 1], value: 0.25, set: () => plan },
  spoken: "a quarter",
  example: "60 %",
};
const count: NumberField = {
  field: "years",
  label: "Years",
  control: { rule: { min: 1, max: 15, isWhole: true, isPercent: false }, value: 3, set: () => plan },
  spoken: "3 years",
  example: "5",
};
const inputsOf = (markup: string): string[] => markup.match(/<input[^>]*>/g) ?? [];
const refused = (field: string, draft: Draft): Parameters<typeof mockView>[0] => ({ drafts: { [field]: draft } });

describe("numberField", () => {
  it("offers of two meanings only those that it takes", () => {
    const words = (text: string): string => wordsOf(numberField(mockView(refused("years", { text, problem: "unclear" })), count));
    expect(words("250.000")).toContain("“250.000” may mean 250,000 or 250. Write one of these.");
    expect(words("1.500")).toContain("“1.500” may mean 1,500 or 1.5. Only whole numbers are allowed here: write 1,500 if you mean that.");
  });

  it("has one label and one hint for the field and its slider", () => {
    const markup = markupOf(numberField(mockView(), share));
    expect(markup).toContain('<label class="number-label" id="split-food-b2c-label" for="split-food-b2c">Consumer</label>');
    expect(markup).toContain('<p class="hint" id="split-food-b2c-hint">of all food</p>');
    expect(inputsOf(markup)).toEqual([
      '<input class="number-input" id="split-food-b2c" type="text" inputmode="decimal" autocomplete="off" spellcheck="false" dir="ltr"' +
        ' aria-describedby="split-food-b2c-hint" value="25 %" />',
      '<input class="slider" type="range" data-field="split:food/b2c" min="0" max="2" step="1" aria-labelledby="split-food-b2c-label"' +
        ' aria-valuetext="a quarter" aria-describedby="split-food-b2c-hint" value="1" />',
    ]);
  });

  it("has no slider where there are no stops, and digits alone for whole numbers", () => {
    expect(inputsOf(markupOf(numberField(mockView(), count)))).toEqual([
      '<input class="number-input" id="years" type="text" inputmode="numeric" autocomplete="off" spellcheck="false" dir="ltr" value="3" />',
    ]);
  });

  it("offers the whole keyboard where a minus sign or a word may be typed", () => {
    const keyboard = (field: NumberField): string | undefined => /inputmode="(\w+)"/.exec(markupOf(numberField(mockView(), field)))?.[1];
    const days = { ...count, control: { ...count.control, rule: { min: -10, max: 30, isWhole: false, isPercent: false } } };
    expect([days, { ...count, example: "100k or 1 lakh" }, { ...count, example: "1 لاکھ" }].map(keyboard)).toEqual(["text", "text", "text"]);
    expect([share, count].map(keyboard)).toEqual(["decimal", "numeric"]);
  });

  it("keeps what is being typed", () => {
    const [field] = inputsOf(markupOf(numberField(mockView(refused("years", { text: "4." })), count)));
    expect(field).toContain('value="4."');
    expect(field).not.toContain("aria-invalid");
  });

  it("says what is wrong with what was typed, and ties that to the field", () => {
    const words = (field: NumberField, draft: Draft): string => wordsOf(numberField(mockView(refused(field.field, draft)), field));
    expect(words(count, { text: "many", problem: "notNumber" })).toBe("Years “many” is not a number. Enter one from 1 to 15, such as 5.");
    expect(words(count, { text: " ", problem: "notNumber" })).toBe("Years Enter a number from 1 to 15, such as 5.");
    expect(words(count, { text: "2.5", problem: "notWhole" })).toBe("Years “2.5” is not a whole number. Enter one from 1 to 15.");
    expect(words(share, { text: "120", problem: "outOfRange" })).toBe(
      "Consumer of all food “120” is outside what is allowed. Enter a number from 0 % to 100 %.",
    );
    const markup = markupOf(numberField(mockView(refused(share.field, { text: "120", problem: "outOfRange" })), share));
    expect(markup).toContain('<p class="problem" id="split-food-b2c-problem">');
    for (const input of inputsOf(markup)) expect(input).toContain('aria-describedby="split-food-b2c-hint split-food-b2c-problem"');
    expect(inputsOf(markup)[0]).toContain('aria-invalid="true"');
  });

  it("says what a number would do to the roadmap", () => {
    const words = (fault: NonNullable<Draft["fault"]>): string =>
      wordsOf(numberField(mockView(refused("years", { text: "9", problem: "outOfRange", fault })), count));
    expect(words({ kind: "tooMuch", field: "points", sum: 0.31, most: 0.3 })).toBe(
      "Years Together with the other measures this makes 31 % in some year; at most 30 % is possible.",
    );
  });

  it("keeps figures from the left among words from the right", () => {
    const view = mockView(refused("years", { text: "-1", problem: "outOfRange" }), { text: ur });
    expect(wordsOf(numberField(view, count))).toContain("\u206615\u2069");
    expect(markupOf(numberField(view, count))).toContain('dir="ltr"');
  });

  it("tells of every letter, of leaving, of Enter and of no other key, and of the value at which the slider stands", () => {
    const { actions, calls } = writtenActions();
    const shown = numberField(mockView({}, { actions }), share);
    hear(shown, "input", 'type="text"', { currentTarget: { value: "3" } });
    hear(shown, "keydown", 'type="text"', { key: "3" });
    hear(shown, "keydown", 'type="text"', { key: "Enter" });
    hear(shown, "change", 'type="text"');
    hear(shown, "blur", 'type="text"');
    hear(shown, "input", 'type="range"', { currentTarget: { valueAsNumber: 2 } });
    const commit = ["commit", "split:food/b2c"];
    expect(calls).toEqual([["type", "split:food/b2c", "3"], commit, commit, commit, ["slide", "split:food/b2c", 1]]);
  });
});
