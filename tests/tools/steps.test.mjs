import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
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

test("what a failed step and its commands wrote last is repeated before the table", async () => {
  const program = `
    import { runSteps } from ${JSON.stringify(steps)};
    import { show } from ${JSON.stringify(new URL("../../tools/command.mjs", import.meta.url).href)};
    const count = "for (let i = 1; i <= 100; i++) console.log('line ' + i); console.error('fault'); process.exit(3)";
    await runSteps([
      { name: "quiet", run: () => show(process.execPath, ["--eval", "console.log('all is well')"]) },
      { name: "loud", run: () => show(process.execPath, ["--eval", count]) },
    ]);`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program]);
  const [log, repeated] = stdout.split("── loud failed; the last it wrote:\n");
  assert.match(log ?? "", /all is well\n[^]*line 1\n[^]*line 100\n/);
  assert.match(repeated ?? "", /^line \d\d\n[^]*line 100\n[^]*1 passed, 1 failed\n$/);
  assert.match(repeated ?? "", /^fault$/m);
  assert.doesNotMatch(repeated ?? "", /all is well|line 20\n/);
});

test("a command is over when it has ended, also where it leaves something running that could still write", async () => {
  const left = "setTimeout(() => {}, 20_000)";
  const command = `require("node:child_process").spawn(process.execPath, ["--eval", "${left}"], { stdio: "inherit", detached: true }).unref(); console.log("left")`;
  const program = `
    import { show } from ${JSON.stringify(new URL("../../tools/command.mjs", import.meta.url).href)};
    console.log(await show(process.execPath, ["--eval", ${JSON.stringify(command)}]));`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], { stdio: ["ignore", "pipe", "inherit"] });
  const started = performance.now();
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
  const [code] = await once(child, "exit");
  assert.equal(code, 0);
  assert.equal(stdout, "left\ntrue\n");
  assert.ok(performance.now() - started < 15_000);
});
