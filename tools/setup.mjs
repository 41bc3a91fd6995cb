import { runTool } from "./command.mjs";
import { readOptions } from "./options.mjs";
import { setUp } from "./setup/set-up.mjs";

// npm run setup: everything that the build and the tests need.
await runTool(async () => {
  readOptions("npm run setup", {});
  const { emscripten, headers, googletest } = await setUp({ tests: true });
  process.stderr.write(`Emscripten ${emscripten}\nHeaders    ${headers}\nGoogleTest ${googletest}\n`);
});
