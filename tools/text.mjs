import { runTool } from "./command.mjs";
import { readOptions } from "./options.mjs";
import { setUp } from "./setup/set-up.mjs";

// npm run text: the types of the catalogue, after a change of public/text/en.json.
await runTool(async () => {
  readOptions("npm run text", {});
  await setUp();
  const { writeCatalogueTypes } = await import("./text/write_types.mjs");
  writeCatalogueTypes();
});
