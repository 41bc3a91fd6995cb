import { EngineError, engineError } from "../engine/errors.ts";
import type { PageEngine } from "../state/controller.ts";
import type { Catalogue } from "../text/catalogue.ts";

/** The language in which the engine says what it found. */
const kLanguageOfEngine = "en";

/** What was thrown, in the words of the page's language where that is not the engine's own. */
function inWords(thrown: unknown, { notices }: Catalogue): unknown {
  if (!(thrown instanceof EngineError)) return thrown;
  const { code, path } = thrown;
  return engineError(code, notices.codes[code], { path, cause: thrown });
}

/**
 * `engine`, with its refusals of questions in the language of `text`. What it finds in files goes through as it is:
 * there every fault stands with its place.
 */
export function engineInWords(engine: PageEngine, text: Catalogue): PageEngine {
  if (text.tag === kLanguageOfEngine) return engine;
  const said = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
    answer.catch((thrown: unknown) => {
      throw inWords(thrown, text);
    });
  return {
    isTranslated: engine.isTranslated,
    run: (scenario, options) => said(engine.run(scenario, options)),
    headline: (scenario, options) => said(engine.headline(scenario, options)),
    evaluate: (scenario) => engine.evaluate(scenario),
    sensitivity: (scenario, options) => said(engine.sensitivity(scenario, options)),
    goal: (scenario, options) => said(engine.goal(scenario, options)),
    samples: (scenario, options) => said(engine.samples(scenario, options)),
    compare: (scenarios, options) => said(engine.compare(scenarios, options)),
  };
}
