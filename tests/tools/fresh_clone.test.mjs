import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { inRepository } from "../../tools/paths.mjs";

/** @param {string} name @returns {any} */
const readJson = (name) => JSON.parse(readFileSync(inRepository(name), "utf8"));

test("every npm script gets as far as the set-up without a single npm package", () => {
  const clone = mkdtempSync(join(tmpdir(), "clone-"));
  try {
    cpSync(inRepository("tools"), join(clone, "tools"), { recursive: true });
    cpSync(inRepository("package.json"), join(clone, "package.json"));
    const programs = Object.values(readJson("package.json").scripts).flatMap((script) =>
      /tools\/(?!cli)\w+\.mjs/.exec(script)?.[0] ?? [],
    );
    assert.ok(programs.length >= 11);
    for (const program of programs) {
      const { status, stderr } = spawnSync(process.execPath, [program, "--help"], {
        cwd: clone,
        encoding: "utf8",
      });
      assert.equal(status, 0, stderr);
    }
  } finally {
    rmSync(clone, { recursive: true });
  }
});

test("what is asked for by a tag has its address in the lock file and no override", () => {
  // Without an address npm takes the tag's newest version and refuses the lock file; npm 9 fails on
  // an override of a tag.
  const { packages } = readJson("package-lock.json");
  const overridden = Object.keys(readJson("package.json").overrides);
  for (const { dependencies = {}, peerDependencies = {} } of Object.values(packages)) {
    for (const [name, range] of Object.entries({ ...dependencies, ...peerDependencies })) {
      if (!/^[a-z]+$/.test(range)) continue;
      assert.ok(!overridden.includes(name), name);
      assert.match(packages[`node_modules/${name}`].resolved, /^https:.*\.tgz$/);
    }
  }
});
