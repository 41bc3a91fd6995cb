import { Ajv2020 } from "ajv/dist/2020.js";
import { read } from "./built_engine.ts";

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
for (const name of ["pack", "scenario", "result", "analysis"]) {
  ajv.addSchema(JSON.parse(read(`public/schemas/${name}.schema.json`)) as object);
}

/** Faults that the schema of analyses finds. */
export function analysisFaults(result: unknown): string[] {
  ajv.validate("analysis.schema.json", result);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
