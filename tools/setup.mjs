import { runTool } from "./command.mjs";
import { setUp } from "./setup/set-up.mjs";

// npm run setup: everything that the build and the tests need.
await runTool(async () => {
  const { emscripten, headers, googletest } = await setUp({ tests: true });
  process.stderr.write(`Emscripten ${emscripten}\nHeaders    ${headers}\nGoogleTest ${googletest}\n`);
});
