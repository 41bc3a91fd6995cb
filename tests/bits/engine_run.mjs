// The result of a scenario by a built engine that has no WebAssembly, for `npm test` to compare:
//
//   node --no-expose-wasm engine_run.mjs ENGINE PACK SCENARIO

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [engineFile = "", pack = "", scenario = ""] = process.argv.slice(2);
const { createEngine } = await import(pathToFileURL(engineFile).href);
const engine = await createEngine({ pack: readFileSync(pack, "utf8"), workers: 2 });
if (!engine.isTranslated || engine.workers !== 2) throw new Error("Not two workers without WebAssembly.");
process.stdout.write(`${await engine.runText(readFileSync(scenario, "utf8"))}\n`);
engine.dispose();
