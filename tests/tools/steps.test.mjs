import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import test from "node:test";
import { promisify } from "node:util";

const steps = new URL("../../tools/steps.mjs", import.meta.url).href;

test("a failure is counted, what needs it is not run, the rest is", async () => {
  const program = `
    import { runSteps } from ${JSON.stringify(steps)};
    const all = await runSteps([
      { name: "good", run: async () => true },
      { name: "bad", run: async () => { throw new Error("broken"); } },
      { name: "after", run: async () => true, needs: ["bad"] },
      { name: "other", run: async () => true, needs: ["good"] },
    ]);
    console.log(String(all));`;
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--input-type=module",
    "--eval",
    program,
  ]);
  assert.match(stdout, /broken/);
  assert.match(stdout, /after +0\.0 s {2}not run/);
  assert.match(stdout, /\n2 passed, 1 failed, 1 not run\nfalse\n$/);
});
