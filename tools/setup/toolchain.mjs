import { UserError } from "../command.mjs";
import { isAtLeast } from "./version.mjs";

/** @typedef {import("./machine.mjs").Machine} Machine */

/** The first Emscripten whose output runs in Node 20 and in browsers alike. */
export const emscriptenFloor = "3.1.69";
/** The first Highway that the golden results are known to hold for. */
const highwayFloor = "1.2.0";

/**
 * Where a part of the toolchain comes from: the machine as it is (or will be once the named
 * packages are installed), or a private Debian root in the user's cache.
 * @typedef {"path" | "packages" | "private-root"} Source
 */

/** @param {Machine} machine */
function isDebianFamily(machine) {
  return machine.hasApt() && machine.distribution().id !== "";
}

/**
 * The compiler, in this order: an emcc on PATH, the distribution's package, a private root.
 * @param {Machine} machine
 * @returns {Source}
 * @throws {UserError} where none of these is possible
 */
export function chooseEmscripten(machine) {
  const emcc = machine.command("emcc");
  if (emcc !== undefined && isAtLeast(emccVersion(machine.versionOf(emcc)), emscriptenFloor)) {
    return "path";
  }
  if (machine.hasApt() && isAtLeast(machine.candidate("emscripten"), emscriptenFloor)) {
    return "packages";
  }
  if (isDebianFamily(machine)) return "private-root";
  throw new UserError(
    `No Emscripten ${emscriptenFloor} or newer, and no apt to install one. Install it with emsdk:\n\n` +
      "    git clone https://github.com/emscripten-core/emsdk\n" +
      "    cd emsdk && ./emsdk install latest && ./emsdk activate latest\n" +
      "    . ./emsdk_env.sh\n",
  );
}

/**
 * The header libraries and GoogleTest. They come from the private root wherever there is one.
 * @param {Machine} machine
 * @param {Source} emscripten
 * @returns {Source}
 */
export function chooseHeaders(machine, emscripten) {
  if (emscripten === "private-root") return "private-root";
  if (isAtLeast(machine.highwayVersion(), highwayFloor)) return "path";
  if (machine.hasApt() && isAtLeast(machine.candidate("libhwy-dev"), highwayFloor)) {
    return "packages";
  }
  if (isDebianFamily(machine)) return "private-root";
  throw new UserError(
    `No Highway ${highwayFloor} or newer in /usr/include. Install it with nlohmann_json and the ` +
      "sources of GoogleTest in /usr/src/googletest.",
  );
}

/**
 * "emcc (Emscripten gcc/clang-like replacement + linker emulating GNU ld) 3.1.69 ()" → "3.1.69".
 * @param {string} firstLine
 */
export function emccVersion(firstLine) {
  return /\)\s+(\d+(?:\.\d+)+)/.exec(firstLine)?.[1] ?? "";
}
