import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { UserError, show, step } from "../command.mjs";
import { Stamp, fingerprint } from "../fingerprint.mjs";
import { withLock } from "../lock.mjs";
import { inRepository } from "../paths.mjs";
import { cmakeFile } from "../setup/set-up.mjs";

/** @typedef {"native" | "native-debug" | "wasm" | "bench" | "bits-clang" | "javascript" | "coverage" | "fuzz" | "by-file"} Preset */

/** The command-line program. */
export const program = inRepository("build", "native", "export-potential");

/**
 * Configures a preset where it has not been, or where the toolchain is another one now. The caller
 * holds the lock of the preset.
 * @param {Preset} preset
 */
async function configure(preset) {
  const folder = inRepository("build", preset);
  const stamp = new Stamp(`${folder}/toolchain.stamp`);
  const print = fingerprint([cmakeFile, inRepository("CMakePresets.json")]);
  if (existsSync(`${folder}/build.ninja`) && stamp.matches(print)) return;
  await stamp.around(print, () =>
    step(`Configuring ${preset}…`, "cmake", ["--preset", preset, "--fresh"]),
  );
}

/** @param {Preset} preset @param {() => Promise<void>} work */
const alone = (preset, work) => withLock(inRepository("build", `${preset}.lock`), work);

/**
 * Configures without building, for tools that read the compile commands.
 * @param {Preset} preset
 */
export const configureOnly = (preset) => alone(preset, () => configure(preset));

/**
 * Builds targets of a preset as one step; the compiler's messages show when it fails.
 * @param {Preset} preset
 * @param {readonly string[]} [targets] all of them unless given
 */
export function compile(preset, targets = []) {
  const names = targets.length > 0 ? ` (${targets.join(", ")})` : "";
  return alone(preset, async () => {
    await configure(preset);
    await step(`Compiling ${preset}${names}…`, "cmake", buildArguments(preset, targets));
  });
}

/** What the program is made of; CMake's own dependencies are finer, but slower to ask. */
const programSources = [
  "CMakeLists.txt",
  "CMakePresets.json",
  "build/setup.cmake",
  "cmake",
  "core",
].map((path) => inRepository(path));

const programStamp = new Stamp(inRepository("build", "native", "program.stamp"));

/** Whether the program is there and none of its sources changed since it was built. */
export const programIsFresh = () =>
  existsSync(program) && programStamp.matches(fingerprint(programSources));

/** Builds the command-line program. */
export async function compileProgram() {
  // Taken before the build: what is edited during it counts as changed after it.
  const print = fingerprint(programSources);
  await programStamp.around(print, () => compile("native", ["export-potential"]));
}

/**
 * Builds all targets of a preset with Ninja's own output on the terminal.
 * @param {Preset} preset
 */
export function compileAloud(preset) {
  return alone(preset, async () => {
    await configure(preset);
    if (!(await show("cmake", buildArguments(preset, [])))) {
      throw new UserError(`The ${preset} build failed.`);
    }
  });
}

/** @param {Preset} preset @param {readonly string[]} targets */
function buildArguments(preset, targets) {
  const parallel = String(availableParallelism());
  const chosen = targets.length > 0 ? ["--target", ...targets] : [];
  return ["--build", "--preset", preset, "--parallel", parallel, ...chosen];
}
