import { runTool } from "./command.mjs";
import { readOptions } from "./options.mjs";
import { installCompiler, setUp } from "./setup/set-up.mjs";

// npm run setup: everything that the build and the tests need.
await runTool(async () => {
  const usage = "npm run setup [-- --compiler]\n--compiler: only system packages and the compiler, as root for another user";
  const { compiler } = readOptions(usage, { compiler: { type: "boolean" } });
  if (compiler) return installCompiler();
  const { emscripten, headers, googletest } = await setUp({ tests: true });
  process.stderr.write(`Emscripten ${emscripten}\nHeaders    ${headers}\nGoogleTest ${googletest}\n`);
});
