import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import test from "node:test";
import { projectFiles } from "../../tools/checks/files.mjs";
import { inRepository } from "../../tools/paths.mjs";

/** @param {string} path */
const read = (path) => readFileSync(inRepository(path), "utf8");

/** All that the first group of `pattern` finds. @param {string} text @param {RegExp} pattern */
const found = (text, pattern) => [...text.matchAll(pattern)].map(([, first = ""]) => first);

/** The part of a document under a heading. @param {string} path @param {string} heading */
const section = (path, heading) => read(path).split(/^#+ /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";

/** The headings of a document. @param {string} path */
const headings = (path) => found(read(path), /^#+ (.*)$/gm);

/** What a link to a heading is called. @param {string} heading */
const anchor = (heading) => heading.toLowerCase().replaceAll(/[^\w\- ]/g, "").replaceAll(" ", "-");

const documents = projectFiles().filter((path) => path.endsWith(".md"));

for (const path of documents) {
  test(`the links of ${path} lead to files and headings that there are`, () => {
    for (const link of found(read(path), /\]\((?!https?:)([^)]+)\)/g)) {
      const [file = "", heading] = link.split("#");
      const target = file === "" ? path : new URL(file, `file:///${dirname(path)}/`).pathname.slice(1);
      assert.ok(existsSync(inRepository(target)), link);
      if (heading !== undefined) assert.ok(headings(target).map(anchor).includes(heading), link);
    }
  });
}

test("comments of the core name sections of docs/model.md that there are", () => {
  const known = headings("docs/model.md");
  let count = 0;
  for (const path of projectFiles().filter((name) => /^core\/.*\.[ch]pp$/.test(name))) {
    for (const named of found(read(path), /docs\/model\.md, "([^"]+)"/g)) {
      count += 1;
      assert.ok(known.includes(named), `${path} names "${named}"`);
    }
  }
  assert.ok(count > 0);
});

test("docs/architecture.md names every file of the core", () => {
  const table = section("docs/architecture.md", "The core, file by file");
  const names = found(table, /`([\w*.]+)`/g).map((name) => new RegExp(`^${name.replaceAll(".", "\\.").replaceAll("*", "\\w*")}$`));
  const folders = ["core/src", "core/include/export_potential"].map((folder) => readdirSync(inRepository(folder)));
  const files = folders.flat();
  assert.ok(files.length > 100);
  for (const file of files) {
    const stem = file.replace(/\.[ch]pp$/, "");
    assert.ok(names.some((name) => name.test(stem) || name.test(file)), `${file} is not named`);
  }
});

test("docs/model.md lists the parameters in the order of the inputs, with what a pack may split them by", () => {
  const written = found(section("docs/model.md", "Symbols"), /^(\| `.*)$/gm).flatMap((row) => {
    const [, symbols = "", by = ""] = row.split("|").map((cell) => cell.trim());
    const names = found(symbols, /`(\w+)`/g);
    const sets = by.split(",").map((set) => set.trim().replace("–", ""));
    return names.map((name, index) => `${name} ${sets[index] ?? sets[0]}`.trim());
  });
  const rows = [...read("core/src/symbol.cpp").matchAll(/\{Symbol::(\w+), "\w+", \{(\w+), (\w+)\}/g)];
  const known = rows.map(([, name = "", ...sets]) => `${name} ${sets.filter((set) => set !== "none").join(" or ")}`.trim());
  assert.equal(known.length, 48);
  assert.deepEqual(written, known);
});

test("docs/model.md lists every output, measure, distribution and check", () => {
  const model = read("docs/model.md");
  /** @param {string} heading */
  const firstCells = (heading) => found(section("docs/model.md", heading), /^\| ([^|]+) \|/gm).join(" ");
  const { $defs } = JSON.parse(read("public/schemas/scenario.schema.json"));
  /** @param {{ oneOf: readonly { properties?: Record<string, { const?: string }> }[] }} of @param {string} key */
  const kinds = ({ oneOf }, key) => [...new Set(oneOf.flatMap(({ properties }) => properties?.[key]?.const ?? []))];
  const outputs = JSON.parse(read("public/schemas/analysis.schema.json")).$defs.output.enum;
  const checks = found(read("core/src/result_checks.cpp"), /push_back\(\s*\{"(\w+)"/g);
  const lists = {
    Outputs: outputs,
    Measures: kinds($defs.measure, "type"),
    Uncertainty: kinds($defs.distribution, "dist"),
  };
  for (const [heading, names] of Object.entries(lists)) {
    assert.ok(names.length > 6, heading);
    for (const name of names) assert.match(firstCells(heading), new RegExp(`\\b${name}\\b`), heading);
  }
  assert.equal(checks.length, 5);
  for (const check of checks) assert.ok(model.includes(`\`${check}\``), check);
});

test("the help of the command line has every option of every command", () => {
  const source = read("core/cli/arguments.cpp");
  const lines = found(source, /^\s+(?:return )?"(.*)\\n"$/gm).join("\n");
  const commands = [...source.matchAll(/\{"(\w+)",\s*Command::\w+,\s*\{([^}]*)\}/g)];
  assert.equal(commands.length, 8);
  for (const [, command = "", options = ""] of commands) {
    const usage = lines.split(/^ {2}export-potential /m).find((part) => part.startsWith(command))?.split("\n\n")[0] ?? "";
    for (const option of found(options, /"(--\w+)"/g)) {
      // What JSON alone is written in has no choice.
      if (option === "--format" && !["run", "samples"].includes(command)) continue;
      assert.ok(usage.includes(option), `${command} ${option}`);
    }
  }
});

test("the help of the command line says every status that it ends with", () => {
  const statuses = found(read("core/cli/main.cpp"), /^constexpr int k\w+ = (\d+);/gm);
  const [line = ""] = /Exit status:.*/.exec(read("core/cli/arguments.cpp")) ?? [];
  assert.equal(statuses.length, 4);
  for (const status of statuses) assert.match(line, new RegExp(`\\b${status} `), status);
});

test("docs/engine.md explains every code of faults around the core", () => {
  const [, codes = ""] = /type HostErrorCode =(.*?)\n\n/s.exec(read("web/engine/errors.ts")) ?? [];
  const names = found(codes, /\| "(\w+)"/g);
  assert.ok(names.length > 5);
  for (const name of names) assert.ok(section("docs/engine.md", "Errors").includes(`| \`${name}\` |`), name);
});
