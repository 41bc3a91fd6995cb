import { spawn } from "node:child_process";
import { constants } from "node:os";
import { compileProgram, program, programIsFresh } from "./build/native.mjs";
import { runTool } from "./command.mjs";

// npm run cli -- ARGS: the command-line program, built first where it is missing or its sources
// changed. Standard output is the program's alone.

await runTool(async () => {
  if (!programIsFresh()) {
    const { setUp } = await import("./setup/set-up.mjs");
    await setUp();
    await compileProgram();
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
