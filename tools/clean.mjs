import { rmSync } from "node:fs";
import { runTool } from "./command.mjs";
import { readOptions } from "./options.mjs";
import { inRepository } from "./paths.mjs";
import { thisMachine } from "./setup/machine.mjs";
import { removeCache } from "./setup/private-root.mjs";

// npm run clean: removes what builds made; with -- --toolchain also the user's cache of compilers.
await runTool(async () => {
  const { toolchain } = readOptions("npm run clean [-- --toolchain]", { toolchain: { type: "boolean" } });
  for (const folder of ["build", "dist"]) {
    rmSync(inRepository(folder), { recursive: true, force: true });
  }
  if (toolchain) await removeCache(thisMachine);
});
