import { rmSync } from "node:fs";
import { runTool } from "./command.mjs";
import { inRepository } from "./paths.mjs";
import { thisMachine } from "./setup/machine.mjs";
import { removeCache } from "./setup/private-root.mjs";

// npm run clean: removes what builds made; with -- --toolchain also the user's cache of compilers.
await runTool(async () => {
  for (const folder of ["build", "dist"]) {
    rmSync(inRepository(folder), { recursive: true, force: true });
  }
  if (process.argv.includes("--toolchain")) await removeCache(thisMachine);
});
