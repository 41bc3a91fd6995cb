import { runTool } from "./command.mjs";
import { buildSite, siteFolder } from "./build/site.mjs";
import { readOptions } from "./options.mjs";
import { chosenPort } from "./server/port.mjs";
import { setUp } from "./setup/set-up.mjs";

const defaultPort = 8080;

// npm start: set-up, build, then the calculator on a local address.
await runTool(async () => {
  readOptions("npm start\nPORT=3000 npm start serves on another port, PORT=0 on a free one.", {});
  const port = chosenPort(defaultPort);
  await setUp();
  await buildSite();
  // Only after set-up: the server stands on an npm package.
  const { serve } = await import("./server/server.mjs");
  const server = await serve(siteFolder, port);
  process.stdout.write(`Ready: ${server.url}\n`);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => void server.close());
  }
});
