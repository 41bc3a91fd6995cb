import { resolve } from "node:path";
import type { PlaywrightWorkerArgs, WorkerFixture } from "@playwright/test";
import { build } from "vite";

const kRepository = resolve(import.meta.dirname, "../..");
const kServer = new URL("../../tools/server/server.mjs", import.meta.url).href;

/** Address of the gallery, which is built once for each worker and served under the policy of the pages. */
export const gallery: [WorkerFixture<string, PlaywrightWorkerArgs>, { scope: "worker" }] = [
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from it
  async ({}, use, { parallelIndex, project }) => {
    // Of its own, since a build empties its folder first.
    const outDir = resolve(project.outputDir, `gallery-${parallelIndex}`);
    await build({ configFile: resolve(kRepository, "vite.config.ts"), mode: "gallery", logLevel: "error", build: { outDir } });
    const { serve } = (await import(kServer)) as {
      serve(folder: string, port: number): Promise<{ readonly url: string; close(): Promise<void> }>;
    };
    const server = await serve(outDir, 0);
    await use(server.url);
    await server.close();
  },
  { scope: "worker" },
];
