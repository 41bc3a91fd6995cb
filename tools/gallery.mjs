import { buildImports } from "./build/site.mjs";
import { showNode } from "./checks/lint.mjs";
import { UserError, findFirst, runTool } from "./command.mjs";
import { readOptions } from "./options.mjs";
import { inRepository } from "./paths.mjs";
import { chosenPort } from "./server/port.mjs";
import { browserCommands } from "./setup/packages.mjs";
import { setUp } from "./setup/set-up.mjs";

const usage = `npm run gallery [-- --update]
Shows every component in its states on a local address (PORT chooses the port).
--update takes the pictures of them in tests/e2e/gallery again, as they look now.`;

const defaultPort = 8090;

/** @returns {Promise<boolean>} */
function takePictures() {
  const browser = findFirst(browserCommands);
  if (!browser) throw new UserError(`There is none of ${browserCommands.join(", ")}.`);
  return showNode("@playwright/test/cli.js", ["test", "gallery.spec", "--update-snapshots", "changed"], {
    env: { ...process.env, BROWSER_PATH: browser },
  });
}

// npm run gallery: the components in both directions, beside the pictures that tests hold them against.
await runTool(async () => {
  const { update = false } = readOptions(usage, { update: { type: "boolean" } });
  await setUp({ tests: true });
  await buildImports();
  if (update) return (await takePictures()) ? 0 : 1;
  if (!(await showNode("vite/bin/vite.js", ["build", "--mode", "gallery", "--logLevel", "warn"]))) return 1;
  // Only after set-up: the server stands on an npm package.
  const { serve } = await import("./server/server.mjs");
  const server = await serve(inRepository("build", "gallery"), chosenPort(defaultPort));
  process.stdout.write(`Ready: ${server.url} and ${server.url}?language=ur\n`);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void server.close());
  return 0;
});
