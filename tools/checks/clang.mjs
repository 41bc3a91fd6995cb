import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { capture, show } from "../command.mjs";
import { Stamp, fingerprint } from "../fingerprint.mjs";
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
 * Looks through the core with clang-tidy. A file is looked at again only when it, a header or the
 * rules changed.
 * @returns {Promise<boolean>}
 */
export async function tidy() {
  await configureOnly("native");
  const names = cppFiles();
  const sources = names.filter((name) => /^core\/.*\.cpp$/.test(name));
  const shared = names.filter((name) => /^core\/.*\.hpp$/.test(name)).map((name) => inRepository(name));
  const compileOptions = readFileSync(inRepository("cmake", "compile_options.cmake"), "utf8");
  const rules = fingerprint([inRepository(".clang-tidy"), ...shared], [compileOptions]);
  const run = promisify(execFile);
  const findings = new Map();

  const queue = [...sources];
  const worker = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const stamp = new Stamp(inRepository("build", "tidy", `${name}.stamp`));
      const print = fingerprint([inRepository(name)], [rules]);
      if (stamp.matches(print)) continue;
      const options = ["-p", "build/native", "--quiet", "--warnings-as-errors=*"];
      try {
        await stamp.around(print, () => run("clang-tidy", [...options, gccFlags, name], { cwd: inRepository() }));
      } catch (error) {
        const { stdout } = /** @type {{ stdout?: string }} */ (error);
        findings.set(name, stdout || String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));

  for (const text of findings.values()) process.stdout.write(`${text}\n`);
  process.stdout.write(`clang-tidy: ${sources.length} files, ${findings.size} with findings\n`);
  return findings.size === 0 || !isDecisive("clang-tidy");
}
