import assert from "node:assert/strict";
import test from "node:test";
import { installPackages, missingPackages, requirements } from "../../tools/setup/packages.mjs";
import { fakeMachine } from "./fake_machine.mjs";

/** What proves that the sanitizers of Clang are there. */
const sanitizers = "/var/lib/dpkg/info/libclang-rt-dev.list";
const build = { "g++": "g++ 12.2.0", cmake: "cmake version 3.25.1", ninja: "1.11.1" };
/** @type {import("../../tools/setup/packages.mjs").Plan} */
const fromPath = { emscripten: "path", headers: "private-root", tests: false };

/** @param {import("../../tools/setup/machine.mjs").Machine} machine @param {typeof fromPath} plan */
const missing = (machine, plan) => missingPackages(machine, requirements(machine, plan));

test("an empty machine lacks everything that the plan uses", () => {
  assert.deepEqual(
    missing(fakeMachine(), { emscripten: "private-root", headers: "private-root", tests: true }),
    [
      "g++",
      "cmake",
      "ninja-build",
      "clang",
      "libclang-rt-dev",
      "clang-format",
      "clang-tidy",
      "chromium",
      "bubblewrap",
      "debootstrap",
    ],
  );
});

test("a cmake that is too old counts as missing", () => {
  const commands = { ...build, cmake: "cmake version 3.22.1", bwrap: "", debootstrap: "" };
  assert.deepEqual(missing(fakeMachine({ commands }), fromPath), ["cmake"]);
});

test("any Chromium will do, and debootstrap outside PATH", () => {
  const commands = {
    ...build,
    "clang++": "",
    "clang-format": "",
    "clang-tidy": "",
    "google-chrome": "",
    bwrap: "",
  };
  const machine = fakeMachine({ commands, files: [sanitizers, "/usr/sbin/debootstrap"] });
  assert.deepEqual(missing(machine, { ...fromPath, tests: true }), []);
});

test("the browser without windows is asked for where there is such a package", () => {
  const commands = { ...build, "clang++": "", "clang-format": "", "clang-tidy": "", chromium: "", bwrap: "", debootstrap: "" };
  const machine = fakeMachine({ commands, files: [sanitizers], candidates: { "chromium-headless-shell": "156.0" } });
  assert.deepEqual(missing(machine, { ...fromPath, tests: true }), ["chromium-headless-shell"]);
  assert.deepEqual(missing(machine, fromPath), []);
});

test("another distribution needs Debian's keys for the private root", () => {
  const commands = { ...build, bwrap: "", debootstrap: "" };
  const machine = fakeMachine({ commands, distribution: { id: "ubuntu", codename: "noble" } });
  assert.deepEqual(missing(machine, fromPath), ["debian-archive-keyring"]);
});

test("the machine's own header libraries are packages like any other", () => {
  const machine = fakeMachine({ commands: { ...build, emcc: "" } });
  assert.deepEqual(missing(machine, { emscripten: "packages", headers: "packages", tests: false }), [
    "libhwy-dev",
    "nlohmann-json3-dev",
    "libgtest-dev",
  ]);
});

test("without root the exact command is shown", async () => {
  const machine = fakeMachine({ commands: { "apt-get": "" } });
  await assert.rejects(
    installPackages(machine, ["g++", "ninja-build"]),
    /sudo apt-get install --no-install-recommends g\+\+ ninja-build\n/,
  );
});

test("without apt the packages are named", async () => {
  const machine = fakeMachine({ root: true });
  await assert.rejects(installPackages(machine, ["cmake"]), /Debian packages\): cmake\./);
});

test("nothing missing is nothing to do", async () => {
  await installPackages(fakeMachine(), []);
});
