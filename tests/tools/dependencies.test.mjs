import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { inRepository } from "../../tools/paths.mjs";

/** @param {string[]} path */
const read = (...path) => readFileSync(inRepository(...path), "utf8");

test("docs/decisions/dependencies.md names every package of package.json, in the version that it has", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json"));
  const rows = read("docs", "decisions", "dependencies.md")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    // Of a link, what it is called: its address may hold the names of others.
    .map((line) => line.replaceAll(/\]\([^)]*\)/g, "]"));
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    const named = new RegExp(String.raw`(?<![\w@/-])${name}(?![\w/-])`);
    const row = rows.find((line) => named.test(line.split("|").slice(1, 3).join("|")));
    assert.ok(row, `${name} is not named`);
    assert.ok(row.split("|")[2]?.includes(version), `${name} is ${version}, which its line does not say`);
  }
});
