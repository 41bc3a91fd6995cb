import { runTool } from "./command.mjs";
import { lintSteps } from "./checks/lint.mjs";
import { readOptions } from "./options.mjs";
import { setUp } from "./setup/set-up.mjs";
import { runSteps } from "./steps.mjs";

// npm run lint
await runTool(async () => {
  readOptions("npm run lint", {});
  await setUp({ tests: true });
  return (await runSteps(lintSteps)) ? 0 : 1;
});
