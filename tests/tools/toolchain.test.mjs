import assert from "node:assert/strict";
import test from "node:test";
import { chooseEmscripten, chooseHeaders, emccVersion } from "../../tools/setup/toolchain.mjs";
import { emcc, fakeMachine } from "./fake_machine.mjs";

const apt = { "apt-get": "apt 2.6.1" };

test("reads emcc's version", () => {
  assert.equal(emccVersion(emcc("3.1.69")), "3.1.69");
  assert.equal(emccVersion("clang version 19.1.7"), "");
});

test("an emcc on PATH that is new enough comes first", () => {
  const machine = fakeMachine({
    commands: { ...apt, emcc: emcc("6.0.5") },
    candidates: { emscripten: "3.1.69~dfsg-3" },
  });
  assert.equal(chooseEmscripten(machine), "path");
});

test("an emcc that is too old is passed over for the package", () => {
  const machine = fakeMachine({
    commands: { ...apt, emcc: emcc("3.1.6") },
    candidates: { emscripten: "3.1.69~dfsg-3" },
  });
  assert.equal(chooseEmscripten(machine), "packages");
});

test("where the package is too old too, a private root is made", () => {
  const machine = fakeMachine({ commands: apt, candidates: { emscripten: "3.1.6~dfsg-5" } });
  assert.equal(chooseEmscripten(machine), "private-root");
});

test("without apt the way to emsdk is shown", () => {
  const machine = fakeMachine({ distribution: { id: "arch", codename: "" } });
  assert.throws(() => chooseEmscripten(machine), /emsdk install latest/);
});

test("header libraries come from the private root where there is one", () => {
  const machine = fakeMachine({ commands: apt, highway: "1.2.0" });
  assert.equal(chooseHeaders(machine, "private-root"), "private-root");
});

test("header libraries of the machine serve only when they are new enough", () => {
  const old = { "libhwy-dev": "1.0.3-3+deb12u1" };
  const recent = { "libhwy-dev": "1.2.0-2+b2" };
  /** @param {import("../../tools/setup/machine.mjs").Machine} machine */
  const choose = (machine) => chooseHeaders(machine, "path");
  assert.equal(choose(fakeMachine({ highway: "1.2.0" })), "path");
  assert.equal(choose(fakeMachine({ commands: apt, candidates: recent })), "packages");
  assert.equal(
    choose(fakeMachine({ commands: apt, highway: "1.0.3", candidates: old })),
    "private-root",
  );
});
