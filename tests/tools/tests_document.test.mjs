import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { inRepository } from "../../tools/paths.mjs";

test("docs/tests.md names tests that exist, for each of the 28 known answers", () => {
  const rows = readFileSync(inRepository("docs", "tests.md"), "utf8").matchAll(
    /^\| *(\d*) *\|.*\| `(\w+\.cpp)` \| (.*) \|$/gm,
  );
  const numbers = [];
  for (const [, number, file = "", tests = ""] of rows) {
    if (number) numbers.push(Number(number));
    const source = readFileSync(inRepository("tests", "core", file), "utf8");
    const names = [...tests.matchAll(/`(\w+)\.(\w+)`/g)];
    assert.ok(names.length > 0, `no test in the row of ${file}`);
    for (const [, suite, name] of names) {
      assert.ok(source.includes(`TEST(${suite}, ${name})`), `${file} has no ${suite}.${name}`);
    }
  }
  assert.deepEqual(
    numbers,
    Array.from({ length: 28 }, (_, index) => index + 1),
  );
});

test("docs/tests.md names no test anywhere that does not exist", () => {
  const folder = inRepository("tests", "core");
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith(".cpp"))
    .map((name) => readFileSync(inRepository("tests", "core", name), "utf8"))
    .join("\n");
  const names = [...readFileSync(inRepository("docs", "tests.md"), "utf8").matchAll(/`([A-Z]\w+)\.([A-Z]\w+)`/g)];
  assert.ok(names.length > 28);
  for (const [name, suite, subject] of names) {
    assert.ok(sources.includes(`TEST(${suite}, ${subject})`), `no test ${name}`);
  }
});
