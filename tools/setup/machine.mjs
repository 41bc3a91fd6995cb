import { existsSync, readFileSync } from "node:fs";
import { capture, findCommand } from "../command.mjs";

/**
 * What set-up asks of the machine. Tests give another one.
 * @typedef {object} Machine
 * @property {() => { id: string, codename: string }} distribution os-release; empty where unknown
 * @property {() => boolean} hasApt
 * @property {(name: string) => string | undefined} command absolute path of a command
 * @property {(path: string) => boolean} fileExists
 * @property {(command: string) => string} versionOf first line of `command --version`, or ""
 * @property {(name: string) => string} candidate version that apt would install, or ""
 * @property {() => string} highwayVersion version of the headers in /usr/include, or ""
 * @property {() => boolean} isRoot
 * @property {() => boolean} canSudo
 */

/** @returns {Record<string, string>} */
function osRelease() {
  if (!existsSync("/etc/os-release")) return {};
  const lines = readFileSync("/etc/os-release", "utf8").matchAll(/^(\w+)="?(.*?)"?$/gm);
  return Object.fromEntries([...lines].map(([, key, value]) => [key, value]));
}

/**
 * Version macros of a header, joined with dots.
 * @param {string} path
 * @param {string} prefix
 */
export function headerVersion(path, prefix) {
  if (!existsSync(path)) return "";
  const text = readFileSync(path, "utf8");
  const parts = ["MAJOR", "MINOR", "PATCH"].map(
    (part) => new RegExp(`^#define ${prefix}_${part}\\s+(\\d+)`, "m").exec(text)?.[1],
  );
  return parts.every((part) => part !== undefined) ? parts.join(".") : "";
}

/** @type {Machine} */
export const thisMachine = {
  distribution() {
    const { ID = "", VERSION_CODENAME = "" } = osRelease();
    return { id: ID, codename: VERSION_CODENAME };
  },
  hasApt: () => findCommand("apt-get") !== undefined,
  command: findCommand,
  fileExists: existsSync,
  versionOf: (command) => capture(command, ["--version"]).stdout.split("\n")[0] ?? "",
  candidate(name) {
    const policy = capture("apt-cache", ["policy", name], {
      env: { ...process.env, LC_ALL: "C" },
    }).stdout;
    const candidate = /Candidate: (\S+)/.exec(policy)?.[1] ?? "";
    return candidate === "(none)" ? "" : candidate;
  },
  highwayVersion: () => headerVersion("/usr/include/hwy/base.h", "HWY"),
  isRoot: () => process.getuid?.() === 0,
  canSudo: () =>
    findCommand("sudo") !== undefined &&
    (process.stdin.isTTY || capture("sudo", ["-n", "true"]).ok),
};
