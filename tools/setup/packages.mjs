import { UserError, step } from "../command.mjs";
import { isAtLeast } from "./version.mjs";

/** @typedef {import("./machine.mjs").Machine} Machine */
/** @typedef {import("./toolchain.mjs").Source} Source */

/**
 * @typedef {object} Requirement
 * @property {string} package what to install where it is missing
 * @property {readonly string[]} [commands] any of these will do
 * @property {string} [file] a file that proves it
 * @property {string} [floor] oldest version of the command
 */

/** @type {readonly Requirement[]} */
const always = [
  { package: "g++", commands: ["g++"] },
  { package: "cmake", commands: ["cmake"], floor: "3.25" },
  { package: "ninja-build", commands: ["ninja"] },
];

/** @type {readonly Requirement[]} */
const forTests = [
  { package: "clang", commands: ["clang++"] },
  // The sanitizers of Clang, which not every release installs with it. Their files have Clang's version in their names, so
  // the package itself has to prove that it is there.
  { package: "libclang-rt-dev", file: "/var/lib/dpkg/info/libclang-rt-dev.list" },
  { package: "clang-format", commands: ["clang-format"] },
  { package: "clang-tidy", commands: ["clang-tidy"] },
];

/**
 * What only the benchmark uses; `npm run bench` asks for it.
 * @type {readonly Requirement[]}
 */
export const forBench = [
  { package: "libbenchmark-dev", file: "/usr/include/benchmark/benchmark.h" },
  { package: "python3-numpy", file: "/usr/lib/python3/dist-packages/numpy/__init__.py" },
];

/**
 * What only the measurement of coverage uses.
 * @type {readonly Requirement[]}
 */
export const forCoverage = [{ package: "gcovr", commands: ["gcovr"] }];

/** @type {readonly Requirement[]} */
const forPrivateRoot = [
  { package: "bubblewrap", commands: ["bwrap"] },
  { package: "debootstrap", commands: ["debootstrap", "/usr/sbin/debootstrap"] },
];

/** @type {readonly Requirement[]} */
const headerLibraries = [
  { package: "libhwy-dev", file: "/usr/include/hwy/highway.h" },
  { package: "nlohmann-json3-dev", file: "/usr/include/nlohmann/json.hpp" },
  { package: "libgtest-dev", file: "/usr/src/googletest/googletest/src/gtest-all.cc" },
];

/** The names under which a Chromium may be installed. */
export const browserCommands = ["chromium", "chromium-browser", "google-chrome"];

/** Chromium without windows: what it draws letters with differs, but tests of the pages take two thirds to three quarters of the time. */
const headlessShell = "chromium-headless-shell";

/** The names of what runs most tests of the pages. */
export const headlessCommands = [headlessShell, ...browserCommands];

/**
 * @typedef {object} Plan
 * @property {Source} emscripten
 * @property {Source} headers
 * @property {boolean} tests also what only the tests use
 */

/**
 * What the machine has to have for a plan.
 * @param {Machine} machine
 * @param {Plan} plan
 * @returns {Requirement[]}
 */
export function requirements(machine, plan) {
  const list = [...always];
  if (plan.tests) {
    const browser = machine.distribution().id === "ubuntu" ? "chromium-browser" : "chromium";
    list.push(...forTests, { package: browser, commands: browserCommands });
    if (machine.candidate(headlessShell) !== "") list.push({ package: headlessShell, commands: [headlessShell] });
  }
  if (plan.emscripten === "packages") list.push({ package: "emscripten", commands: ["emcc"] });
  if (plan.headers !== "private-root") list.push(...headerLibraries);
  if (plan.emscripten === "private-root" || plan.headers === "private-root") {
    list.push(...forPrivateRoot);
    if (machine.distribution().id !== "debian") {
      list.push({
        package: "debian-archive-keyring",
        file: "/usr/share/keyrings/debian-archive-keyring.gpg",
      });
    }
  }
  return list;
}

/**
 * @param {Machine} machine
 * @param {Requirement} requirement
 */
function isMet(machine, { commands, file, floor }) {
  if (file !== undefined) return machine.fileExists(file);
  const found = commands?.find((name) =>
    name.startsWith("/") ? machine.fileExists(name) : machine.command(name) !== undefined,
  );
  if (found === undefined) return false;
  return floor === undefined || isAtLeast(machine.versionOf(found), floor);
}

/**
 * The packages that the machine lacks.
 * @param {Machine} machine
 * @param {readonly Requirement[]} list
 * @returns {string[]}
 */
export function missingPackages(machine, list) {
  return list.filter((one) => !isMet(machine, one)).map((one) => one.package);
}

/** @param {readonly string[]} packages */
const installArguments = (packages) => ["install", "--no-install-recommends", ...packages];

/**
 * How this process may act as root.
 * @param {Machine} machine
 * @returns {readonly string[] | undefined} the words before the command; undefined where it may not
 */
export function asRoot(machine) {
  if (machine.isRoot()) return [];
  return machine.canSudo() ? ["sudo"] : undefined;
}

/**
 * Installs packages, with fresh package lists only where the present ones do not do.
 * @param {Machine} machine
 * @param {readonly string[]} packages
 * @throws {UserError} with the command to run, where this process may not install
 */
export async function installPackages(machine, packages) {
  if (packages.length === 0) return;
  const prefix = machine.hasApt() ? asRoot(machine) : undefined;
  if (prefix === undefined) {
    const names = packages.join(" ");
    throw new UserError(
      machine.hasApt()
        ? `Packages are missing. Install them and start again:\n\n    sudo apt-get ${installArguments(packages).join(" ")}\n`
        : `These are missing (names of the Debian packages): ${names}. Install them and start again.`,
    );
  }
  /** @param {string} title @param {readonly string[]} args */
  const apt = (title, args) => {
    const words = [...prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-y"];
    const [command = "", ...rest] = [...words, "-o", "DPkg::Lock::Timeout=300", ...args];
    return step(title, command, rest);
  };
  const title = `Installing system packages (${packages.join(", ")})…`;
  try {
    await apt(title, installArguments(packages));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    await apt("Reading the newest package lists…", ["update"]);
    await apt(title, installArguments(packages));
  }
}
