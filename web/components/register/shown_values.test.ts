import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "../../../tests/web/english.ts";
import { ur } from "../../../tests/web/urdu.ts";
import type { Dist, Pack } from "../../engine/types.ts";
import { centralRange } from "../../state/density.ts";
import { formFields, formOf, isInUnit, openDraft, readDraft } from "../../state/plan/assumption_drafts.ts";
import { givenDistribution, rangeOf, type AssumptionName } from "../../state/plan/assumptions.ts";
import { defaultPlan } from "../../state/plan/plan.ts";
import { figureInUnit, valueInUnit } from "../../text/distribution_words.ts";
import { namesOf } from "./parameter_entry.ts";

const pack = JSON.parse(readFileSync("public/packs/pk.json", "utf8")) as Pack;
const plan = defaultPlan(pack);
const names = Object.entries(pack.parameters).flatMap(([symbol, parameter]) => namesOf(symbol, parameter));
const unitOf = ({ symbol }: AssumptionName): string => pack.parameters[symbol]?.unit ?? "";

/** As an Urdu keyboard writes it. */
const inUrduDigits = (text: string): string =>
  text
    .replace(/\d/g, (digit) => String.fromCharCode(0x06f0 + Number(digit)))
    .replaceAll(".", "\u066B")
    .replaceAll(",", "\u066C")
    .replaceAll("%", "\u066A");

/** The one value that an assumption is given by `text`, or what is wrong with it. */
function read(name: AssumptionName, text: string): unknown {
  const { numbers: [field = ""] } = formFields("fixed");
  const said = readDraft({ form: "fixed", texts: { [field]: text } }, name, plan, pack);
  return "dist" in said ? said.dist : said.problem;
}

/** The values that the entry of an assumption shows: what its range ends at and what its distribution is told by. */
function shown(name: AssumptionName): number[] {
  const range = rangeOf(name, pack);
  const dist: Dist = givenDistribution(name, plan, pack);
  const { low, middle, high } = centralRange(dist, range);
  const own = typeof dist === "object" && "mode" in dist ? [dist.min, dist.mode, dist.max] : [];
  return [range.min, range.max, low, middle, high, ...own];
}

describe("what the register shows", () => {
  for (const text of [en, ur]) {
    it(`is taken where it is typed into a field, with its unit, in both kinds of digits: ${text.tag}`, () => {
      const refused: string[] = [];
      for (const name of names) {
        const unit = unitOf(name);
        for (const value of shown(name)) {
          for (const say of [valueInUnit, figureInUnit]) {
            const words = say(text, value, unit);
            for (const typed of [words, inUrduDigits(words)]) {
              const said = read(name, typed);
              // Not itself allowed, where a value may only come near it, as the refusal says.
              if (JSON.stringify(said).includes('"isOpen":true')) continue;
              if (typeof said !== "number" || say(text, said, unit) !== words) refused.push(`${name.key} ${unit}: ${typed} is ${JSON.stringify(said)}`);
            }
          }
        }
      }
      expect(refused).toEqual([]);
    });
  }

  it("stands in its fields in a way that they take, with its unit and without", () => {
    for (const name of names) {
      const held = givenDistribution(name, plan, pack);
      const opened = openDraft(name, formOf(held), plan, pack);
      const ends = en.units;
      const unit = unitOf(name);
      const withUnit = (field: string, said: string): string => (isInUnit(field) && unit === "share a year" ? ends.shareAYear({ percent: said }) : said);
      const texts = Object.fromEntries(Object.entries(opened.texts).map(([field, said]) => [field, `${inUrduDigits(withUnit(field, said))} `]));
      const said = readDraft({ ...opened, texts }, name, plan, pack);
      expect(said, name.key).toHaveProperty("dist");
    }
  });
});
