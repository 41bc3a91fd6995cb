import { describe, expect, it } from "vitest";
import { hear } from "../../../tests/web/controls_of.ts";
import { markupOf, wordsOf } from "../../../tests/web/markup.ts";
import { choice, type Choice } from "./choice.ts";

const group = (chosen: "even" | "odd" | undefined, choose: (value: string) => void = () => undefined): Choice<"even" | "odd"> => ({
  id: "how",
  label: "How they come",
  options: [
    { value: "even", label: "Evenly", hint: "the same every year" },
    { value: "odd", label: "Oddly", hint: "never the same" },
  ],
  chosen,
  choose,
});

describe("choice", () => {
  it("is a group of its own name, each way with what it means, one of them chosen", () => {
    expect(wordsOf(choice(group("odd")))).toBe("How they come Evenly the same every year Oddly never the same");
    const radios = markupOf(choice(group("odd"))).match(/<input[^>]*>/g);
    expect(radios).toEqual([
      '<input type="radio" name="how" value="even" />',
      '<input type="radio" name="how" value="odd" checked />',
    ]);
  });

  it("has none chosen where what is set is not among them", () => {
    expect(markupOf(choice(group(undefined)))).not.toContain("checked");
  });

  it("chooses the one that is clicked", () => {
    const chosen: string[] = [];
    hear(choice(group("odd", (value) => chosen.push(value))), "change", 'value="even"');
    expect(chosen).toEqual(["even"]);
  });
});
