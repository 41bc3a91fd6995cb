import { describe, expect, test } from "vitest";
import { languages, readTexts } from "../../tools/text/catalogue.mjs";
import { checkWords } from "../../web/components/answer/check_words.ts";
import { isOfHost, type EngineErrorCode } from "../../web/engine/errors.ts";
import { catalogueOf, type LaterCatalogue } from "../../web/text/catalogue.ts";
import { compileCatalogue } from "../../tools/text/catalogue.mjs";
import { read } from "./built_engine.ts";
import { mockPack } from "./mock_pack.ts";
import { mockView } from "./mock_view.ts";

/** All that `pattern` captures as "found" in a file of the repository. */
const foundIn = (path: string, pattern: RegExp): string[] =>
  [...read(path).matchAll(pattern)].map(({ groups }) => groups?.["found"] ?? "");

/** The faults that the program can find. */
const programCodes = foundIn("core/src/error.cpp", /return "(?<found>\w+)";/g);
/** Those of the core, without the two that only the command line has. */
const errorCodes = programCodes.filter((code) => code !== "usage" && code !== "unreadable");
/** What the core can say of a result. */
const checkCodes = foundIn("core/src/result_checks.cpp", /push_back\(\s*\{"(?<found>\w+)"/g);
/** The faults around the core. */
const hostCodes = foundIn("web/engine/errors.ts", /^ {2}\| "(?<found>\w+)"/gm);

test("the sources are read as meant", () => {
  expect(errorCodes).toHaveLength(17);
  expect(errorCodes).toContain("json_syntax");
  expect(checkCodes).toEqual(["above_pool", "above_ecommerce_ceiling", "above_sector_exports", "trainees_above_registrants", "correlations_adjusted"]);
  expect(hostCodes).toEqual(expect.arrayContaining([...errorCodes, "no_memory", "bad_option"]));
});

test("the schema of faults has every code that the program writes", () => {
  const { $defs } = JSON.parse(read("public/schemas/result.schema.json"));
  const { code } = $defs.failure.properties.errors.items.properties;
  expect(code.enum.toSorted()).toEqual(programCodes.toSorted());
});

test("faults of the host are those that the core does not find, and what broke the engine down", () => {
  const ofHost = (hostCodes as EngineErrorCode[]).filter(isOfHost);
  expect(ofHost.toSorted()).toEqual([...hostCodes.filter((code) => !errorCodes.includes(code)), "internal"].toSorted());
  expect(ofHost).toContain("worker_failed");
});

describe.each(languages())("in %s", (language) => {
  test("every fault has words, and nothing else has", () => {
    const { codes } = readTexts(language)["notices"] as unknown as { readonly codes: Record<string, string> };
    expect(Object.keys(codes).toSorted()).toEqual([...hostCodes, "other"].toSorted());
  });

  test("everything that the core says of a result has words", () => {
    const text = catalogueOf(compileCatalogue(language)) as LaterCatalogue;
    const view = mockView({}, { text });
    const message = `the additional exports of "${mockPack.sectors[0]?.id}" in 2030`;
    for (const code of checkCodes) {
      const words = checkWords(view, { code, message });
      expect(words, code).toBeTypeOf("string");
      expect(words).not.toBe("");
    }
  });
});
