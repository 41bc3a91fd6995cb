import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { engineLicences, siteLicences } from "../../tools/build/licences.mjs";
import { inRepository } from "../../tools/paths.mjs";

/** @param {string} text */
const names = (text) => [...text.matchAll(/^(.+)\n=+$/gm)].map(([, name]) => name ?? "");

test("the notices that go with the site are of all that the documents say a visitor downloads", () => {
  const section = /^## What a visitor downloads\n([\s\S]*?)^## /m.exec(readFileSync(inRepository("docs", "decisions", "dependencies.md"), "utf8"))?.[1] ?? "";
  const rows = section.split("\n").filter((line) => /^\| (?!\|)/.test(line)).map((line) => line.split("|")[1] ?? "");
  assert.equal(rows.length, 7);
  const notices = siteLicences();
  for (const row of rows) {
    const said = row.includes("[") ? [...row.matchAll(/\[([^\]]+)\]/g)].map(([, name]) => name ?? "") : [row.replace(/ \(.*/, "").trim()];
    for (const name of said) assert.ok(names(notices).includes(name), `${name} has no notice`);
  }
  // Those who hold the rights, as each of them writes it.
  for (const holder of ["Google LLC", "Mike Bostock", "Niels Lohmann", "the Highway Project Authors", "Rich Felker", "Frances Y. Kuo", "The Noto Project Authors"]) {
    assert.ok(notices.includes(holder), holder);
  }
});

test("what packages stand on is found, once, and no package of types", () => {
  const all = names(siteLicences());
  for (const name of ["lit-html", "@lit/reactive-element", "d3-path", "internmap", "d3-format"]) {
    assert.equal(all.filter((one) => one === name).length, 1, name);
  }
  assert.ok(!all.some((name) => name.startsWith("@types/")));
});

test("a copy of the engine has its own, and none of the pages'", () => {
  assert.deepEqual(names(engineLicences()), ["Export Potential Calculator", "Direction numbers of Joe and Kuo", "Emscripten", "Highway", "nlohmann_json"]);
});
