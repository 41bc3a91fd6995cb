import { runTool } from "./command.mjs";
import { buildSite, missingAddress, siteFolder } from "./build/site.mjs";
import { readOptions } from "./options.mjs";
import { setUp } from "./setup/set-up.mjs";

// npm run build: dist/, the static site.
await runTool(async () => {
  readOptions("npm run build", {});
  await setUp();
  await buildSite();
  process.stderr.write(`Built ${siteFolder}\n`);
  const hint = missingAddress(process.env);
  if (hint !== "") process.stderr.write(`${hint}\n`);
});
