import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { UserError, capture, show } from "../command.mjs";
import { Stamp, fingerprint, writeWhole } from "../fingerprint.mjs";
import { configureOnly } from "../build/native.mjs";
import { inRepository } from "../paths.mjs";
import { parseVersion } from "../setup/version.mjs";
import { projectFiles } from "./files.mjs";

/** The version whose verdict counts; the rules of others differ, so theirs is only shown. */
const decisiveVersion = 14;

/** @param {string} tool */
function isDecisive(tool) {
  const [major] = parseVersion(capture(tool, ["--version"]).stdout);
  if (major === decisiveVersion) return true;
  process.stdout.write(`${tool} ${major} instead of ${decisiveVersion}: its findings do not count\n`);
  return false;
}

/** The compile commands are GCC's, and clang does not know all of its warnings. */
const gccFlags = "--extra-arg=-Wno-unknown-warning-option";

const cppFiles = () => projectFiles().filter((name) => /\.(cpp|hpp)$/.test(name));

/** @returns {Promise<boolean>} */
export async function checkFormat() {
  const files = cppFiles();
  const ok = await show("clang-format", ["--dry-run", "-Werror", ...files]);
  process.stdout.write(`clang-format: ${files.length} files ${ok ? "in form" : "looked at (npm run format mends them)"}\n`);
  return ok || !isDecisive("clang-format");
}

/** Formats every C++ file in place. */
export const format = () => show("clang-format", ["-i", ...cppFiles()]);

/**
 * @typedef {object} Source
 * @property {string} name path in the clone
 * @property {Stamp} stamp holds while its last look was without findings
 * @property {string} print
 */

/**
 * The files of the core that clang-tidy has not yet passed as they are now.
 * @param {readonly string[]} names
 * @returns {Source[]}
 */
function unpassed(names) {
  const shared = cppFiles().filter((name) => /^core\/.*\.hpp$/.test(name)).map((name) => inRepository(name));
  const compileOptions = readFileSync(inRepository("cmake", "compile_options.cmake"), "utf8");
  const rules = fingerprint([inRepository(".clang-tidy"), ...shared], [compileOptions]);
  return names
    .map((name) => ({
      name,
      stamp: new Stamp(inRepository("build", "tidy", `${name}.stamp`)),
      print: fingerprint([inRepository(name)], [rules]),
    }))
    .filter(({ stamp, print }) => !stamp.matches(print));
}

/**
 * @param {string} database folder of the compile commands
 * @param {string} name
 * @param {readonly string[]} options
 * @returns {Promise<string>} the findings, empty where there are none
 */
async function findings(database, name, options = []) {
  const words = ["-p", database, "--quiet", "--warnings-as-errors=*", gccFlags, ...options, name];
  try {
    await promisify(execFile)("clang-tidy", words, { cwd: inRepository() });
    return "";
  } catch (error) {
    return /** @type {{ stdout?: string }} */ (error).stdout || String(error);
  }
}

/** clang-tidy looks for unused ones in the main file only. */
const usingDeclaration = /^\s*using [\w:]+::\w+;/m;

/**
 * Deals the files of each folder, which share their compile options, out to translation units.
 * @param {readonly Source[]} sources
 * @returns {[string, Source[]][]} name and files of each unit
 */
function dealOut(sources) {
  /** @type {Map<string, Source[]>} */
  const units = new Map();
  sources.forEach((source, index) => {
    const byItself = usingDeclaration.test(readFileSync(inRepository(source.name), "utf8"));
    const place = byItself ? source.name : `${dirname(source.name)}-${index % availableParallelism()}`;
    const unit = place.replaceAll("/", "-");
    units.set(unit, [...(units.get(unit) ?? []), source]);
  });
  return [...units];
}

/**
 * Writes one file that includes all sources of a unit, and the command that compiles it.
 * @param {string} unit
 * @param {readonly Source[]} sources
 * @returns {string} the file
 */
function writeUnit(unit, sources) {
  const folder = inRepository("build", "tidy", unit);
  const path = join(folder, "unit.cpp");
  /** @type {{ directory: string, command: string, file: string }[]} */
  const commands = JSON.parse(readFileSync(inRepository("build", "by-file", "compile_commands.json"), "utf8"));
  const first = inRepository(sources[0]?.name ?? "");
  const command = commands.find(({ file }) => file === first);
  if (command === undefined) throw new UserError(`${first} is not part of the core.`);
  const adapted = { ...command, command: command.command.replaceAll(first, path), file: path };
  writeWhole(path, sources.map(({ name }) => `#include "${inRepository(name)}"\n`).join(""));
  writeWhole(join(folder, "compile_commands.json"), JSON.stringify([adapted]));
  return path;
}

/** What is no fault in a file that includes others: that it does, and names that shadow another file's. */
const unitOptions = ["--checks=-bugprone-suspicious-include", "--extra-arg=-Wno-shadow"];

/**
 * Looks through the sources of a unit at once, since most of the time goes into the headers that
 * they share; where that finds something, or they do not compile together, through each alone.
 * @param {string} unit
 * @param {readonly Source[]} sources
 * @returns {Promise<string[]>} findings
 */
async function tidyUnit(unit, sources) {
  const several = sources.length > 1;
  const path = several ? writeUnit(unit, sources) : "";
  const together = several ? await findings(dirname(path), path, unitOptions) : "";
  const found = [];
  for (const { name, stamp, print } of sources) {
    const alone = several && !together ? "" : await findings("build/by-file", name);
    if (alone) found.push(alone);
    else await stamp.around(print, async () => {});
  }
  return together && found.length === 0 ? [together] : found;
}

/**
 * Looks through the core with clang-tidy. A file is looked at again only when it, a header or the
 * rules changed.
 * @returns {Promise<boolean>}
 */
export async function tidy() {
  await configureOnly("by-file");
  const names = cppFiles().filter((name) => /^core\/.*\.cpp$/.test(name));
  const units = dealOut(unpassed(names));
  const found = (await Promise.all(units.map(([unit, sources]) => tidyUnit(unit, sources)))).flat();

  for (const text of found) process.stdout.write(`${text}\n`);
  process.stdout.write(`clang-tidy: ${names.length} files, ${found.length} with findings\n`);
  return found.length === 0 || !isDecisive("clang-tidy");
}
