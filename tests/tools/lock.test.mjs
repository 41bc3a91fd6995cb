import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { promisify } from "node:util";
import { withLock } from "../../tools/lock.mjs";

const run = promisify(execFile);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("processes take turns", async () => {
  const counter = join(folder, "counter");
  writeFileSync(counter, "0");
  const program = `
    import { withLock } from ${JSON.stringify(new URL("../../tools/lock.mjs", import.meta.url).href)};
    import { readFileSync, writeFileSync } from "node:fs";
    import { setTimeout } from "node:timers/promises";
    for (let i = 0; i < 5; ++i) await withLock(${JSON.stringify(join(folder, "lock"))}, async () => {
      const count = Number(readFileSync(${JSON.stringify(counter)}, "utf8"));
      await setTimeout(5);
      writeFileSync(${JSON.stringify(counter)}, String(count + 1));
    });`;
  const one = () => run(process.execPath, ["--input-type=module", "--eval", program]);
  await Promise.all([one(), one(), one()]);
  assert.equal(readFileSync(counter, "utf8"), "15");
});

test("the lock of a dead process is taken over", async () => {
  const lock = join(folder, "lock");
  const { stdout } = await run(process.execPath, ["--print", "process.pid"]);
  mkdirSync(lock);
  writeFileSync(join(lock, "owner"), stdout.trim());
  assert.equal(await withLock(lock, () => "done"), "done");
});

test("a lock is free again after work that failed", async () => {
  const lock = join(folder, "lock");
  const failing = withLock(lock, () => {
    throw new Error("fault");
  });
  await assert.rejects(failing, /fault/);
  assert.ok(!existsSync(lock));
});
