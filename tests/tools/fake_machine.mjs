/** @typedef {import("../../tools/setup/machine.mjs").Machine} Machine */

/**
 * A machine with nothing on it, except what a test gives it.
 * @param {object} [facts]
 * @param {{ id: string, codename: string }} [facts.distribution]
 * @param {Record<string, string>} [facts.commands] name → first line of --version
 * @param {Record<string, string>} [facts.candidates] package → version
 * @param {readonly string[]} [facts.files]
 * @param {string} [facts.highway]
 * @param {boolean} [facts.root]
 * @param {boolean} [facts.sudo]
 * @returns {Machine}
 */
export function fakeMachine(facts = {}) {
  const { commands = {}, candidates = {}, files = [], highway = "" } = facts;
  return {
    distribution: () => facts.distribution ?? { id: "debian", codename: "bookworm" },
    hasApt: () => "apt-get" in commands,
    command: (name) => (name in commands ? `/usr/bin/${name}` : undefined),
    versionOf: (command) => commands[command.replace("/usr/bin/", "")] ?? "",
    fileExists: (path) => files.includes(path),
    candidate: (name) => candidates[name] ?? "",
    highwayVersion: () => highway,
    isRoot: () => facts.root ?? false,
    canSudo: () => facts.sudo ?? false,
  };
}

/** @param {string} version */
export const emcc = (version) =>
  `emcc (Emscripten gcc/clang-like replacement + linker emulating GNU ld) ${version} (abc)`;
