import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { inRepository } from "../../tools/paths.mjs";

/** @param {string} path */
const address = (path) => JSON.stringify(new URL(path, import.meta.url).href);

test("without root the compiler's root is refused with the command that root has to run", () => {
  const cache = mkdtempSync(join(tmpdir(), "cache-"));
  const program = `
    import { makePrivateRoot } from ${address("../../tools/setup/private-root.mjs")};
    import { fakeMachine } from ${address("./fake_machine.mjs")};
    await makePrivateRoot(fakeMachine()).catch(({ name, message }) => console.log(name, message));`;
  try {
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
      encoding: "utf8",
      env: { ...process.env, XDG_CACHE_HOME: cache },
    });
    assert.match(stdout, /^UserError /);
    const command = `sudo env XDG_CACHE_HOME='${cache}' '${process.execPath}' '${inRepository("tools", "setup.mjs")}' --compiler`;
    assert.ok(stdout.includes(`\n    ${command}\n`), stdout);
  } finally {
    rmSync(cache, { recursive: true });
  }
});
