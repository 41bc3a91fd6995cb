// Plain JavaScript beside the core: js_peer.mjs FOLDER. Evaluates the draws that native_run exported
// and answers "evaluate" with its time; "write" puts the outputs beside the core's.

import { readFileSync, writeFileSync } from "node:fs";
import { answerLines } from "./answers.mjs";
import { makeEvaluator, outputCount } from "./js_evaluate.mjs";
import { compile } from "./js_model.mjs";
import { stopwatch } from "./stopwatch.mjs";
import { readColumns, toColumns, toRows } from "./tables.mjs";

const [folder = ""] = process.argv.slice(2);
const { draws, inputs: names, years } = JSON.parse(readFileSync(`${folder}/export.json`, "utf8"));
const pack = JSON.parse(readFileSync(new URL("../../public/packs/pk.json", import.meta.url), "utf8"));

const inputs = toRows(readColumns(`${folder}/inputs.f64`), draws);
const outputs = new Float64Array(draws * outputCount * years);
const evaluate = makeEvaluator(compile(pack, names));

await answerLines((command) => {
  if (command === "write") {
    writeFileSync(`${folder}/js.f64`, toColumns(outputs, draws));
    return {};
  }
  const lap = stopwatch();
  evaluate(inputs, draws, outputs);
  return { evaluate: lap() };
});
