import { runTool } from "./command.mjs";
import { format } from "./checks/clang.mjs";
import { readOptions } from "./options.mjs";
import { setUp } from "./setup/set-up.mjs";

// npm run format: clang-format for all of the C++.
await runTool(async () => {
  readOptions("npm run format", {});
  await setUp({ tests: true });
  return (await format()) ? 0 : 1;
});
