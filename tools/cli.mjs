import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { runTool } from "./command.mjs";
import { inRepository } from "./paths.mjs";

// npm run cli -- ARGS: the command-line program, built first where it is missing. Standard output
// is the program's alone.
const program = inRepository("build", "native", "export-potential");

await runTool(async () => {
  if (!existsSync(program)) {
    const { setUp } = await import("./setup/set-up.mjs");
    const { compile } = await import("./build/native.mjs");
    await setUp();
    await compile("native", ["export-potential"]);
  }
  const child = spawn(program, process.argv.slice(2), { stdio: "inherit" });
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM"];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      resolve(code ?? 128 + constants.signals[signal ?? "SIGTERM"]);
    });
  });
});
