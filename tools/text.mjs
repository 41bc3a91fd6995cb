import { runTool } from "./command.mjs";
import { writeCatalogueTypes } from "./text/write_types.mjs";

// npm run text: the types of the catalogue, after a change of public/text/en.json.
await runTool(async () => writeCatalogueTypes());
