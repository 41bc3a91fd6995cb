import { describe, expect, it } from "vitest";
import { compileCatalogue, languages } from "../../tools/text/catalogue.mjs";
import { catalogueOf, withLaterTexts } from "./catalogue.ts";
import { firstTexts, groupsOf, laterTexts } from "./split_catalogue.ts";

/** The places of all texts, such as "answer.headline". */
function placesIn(texts: object): string[] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? placesIn(value).map((place) => `${key}.${place}`) : [key],
  );
}

describe.each(languages())("the catalogue in %s", (tag) => {
  const whole = compileCatalogue(tag);
  const { method: _, evidence: __, backTest: ___, about: ____, files: _____, missing: ______, ...ofCalculator } = whole.texts;

  it("comes in two pieces that are together what the calculator has, and each text in one only", () => {
    const first = placesIn(firstTexts(whole).texts);
    const later = placesIn(laterTexts(whole).texts).filter((place) => !place.startsWith("language."));
    expect([...first, ...later].toSorted()).toEqual(placesIn(ofCalculator).toSorted());
    expect(first).toContain("charts.fan.title");
    expect(later).toContain("charts.waterfall.title");
  });

  it("is whole again when the second piece has come", () => {
    const joined = withLaterTexts(catalogueOf(firstTexts(whole)), laterTexts(whole));
    expect(placesIn(joined).toSorted()).toEqual(placesIn(catalogueOf({ tag, texts: ofCalculator })).toSorted());
    expect(joined.tag).toBe(tag);
  });

  it("gives single groups", () => {
    expect(Object.keys(groupsOf(whole, ["language", "files", "nothing"]).texts)).toEqual(["language", "files"]);
  });
});
