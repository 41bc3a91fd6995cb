import { describe, expect, it } from "vitest";
import { en } from "../../tests/web/english.ts";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { kNoEngine } from "../../tests/web/surroundings.ts";
import { compileCatalogue } from "../../tools/text/catalogue.mjs";
import { abortError, engineError } from "../engine/errors.ts";
import type { PageEngine } from "../state/controller.ts";
import { catalogueOf } from "../text/catalogue.ts";
import { engineInWords } from "./engine_in_words.ts";

const ur = catalogueOf(compileCatalogue("ur"));
const question = { schema: 1, pack: mockPack.id } as const;
const options = { draws: 256, signal: new AbortController().signal, onProgress: () => undefined };
const refusing = (thrown: unknown): PageEngine => ({
  ...kNoEngine,
  run: () => Promise.reject(thrown),
  headline: () => Promise.reject(thrown),
  evaluate: () => Promise.reject(thrown),
  sensitivity: () => Promise.reject(thrown),
  goal: () => Promise.reject(thrown),
  samples: () => Promise.reject(thrown),
  compare: () => Promise.reject(thrown),
});

describe("engineInWords", () => {
  it("says a refusal in the language of the page", async () => {
    const refusal = engineError("no_memory", "1048576 draws do not fit.");
    const engine = engineInWords(refusing(refusal), ur);
    for (const answer of [
      engine.run(question, options),
      engine.headline(question, options),
      engine.sensitivity(question, options),
      engine.goal(question, { ...options, target: 1 }),
      engine.samples(question, options),
      engine.compare([question], options),
    ]) {
      await expect(answer).rejects.toMatchObject({
        message: "اتنی زیادہ صورتیں اس آلے کی میموری میں نہیں سماتیں۔",
        code: "no_memory",
        cause: refusal,
      });
    }
  });

  it("leaves faults of files, stopped calls and pages in the engine's language as they are", async () => {
    const fault = engineError("wrong_sum", "The shares sum to 1.2.");
    await expect(engineInWords(refusing(fault), ur).evaluate("{}")).rejects.toBe(fault);
    await expect(engineInWords(refusing(fault), en).run(question, options)).rejects.toBe(fault);
    const stopped = abortError("A newer run has taken the place of this one.");
    await expect(engineInWords(refusing(stopped), ur).run(question, options)).rejects.toBe(stopped);
  });
});
