import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { mathMl } from "./equation.ts";
import { kEquations } from "./equations.ts";

const kModel = readFileSync("docs/model.md", "utf8");

/** The only number that `pattern` finds in the document of the model. */
function numberOfTheModel(pattern: RegExp): string {
  const found = [...kModel.matchAll(pattern)].map(([, figure = ""]) => figure);
  expect(found).toHaveLength(1);
  return found[0] ?? "";
}

it.each([
  ["the part of the year of registration that is left", "sales", /at a = 0 also times ([\d.]+)/g, "<mn>#</mn>"],
  ["how steep the S-curve is", "registrations", /L\(u\) = 1 \/ \(1 \+ exp\(−(\d+) /g, "<mo form=\"prefix\" stretchy=\"false\" lspace=\"0em\" rspace=\"0em\">−</mo><mn>#</mn>"],
] as const)("the equations have the constants of the model: %s", (_, section, pattern, markup) => {
  const page = kEquations[section].map(({ latex }) => mathMl(latex)).join("");
  expect(page).toContain(markup.replace("#", numberOfTheModel(pattern)));
});
