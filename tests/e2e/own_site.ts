import { cpSync } from "node:fs";
import { resolve } from "node:path";
import { test as base } from "./calculator.ts";

const kSite = resolve(import.meta.dirname, "../../dist");
const kServer = new URL("../../tools/server/server.mjs", import.meta.url).href;

interface Server {
  readonly url: string;
  close(): Promise<void>;
}

/** A copy of the site with a server of its own, which a test may change and end. */
export interface OwnSite {
  readonly folder: string;
  readonly url: string;
  /** Ends the server: from then on there is no network. */
  disconnect(): Promise<void>;
}

/** A test with a site of its own. */
export const test = base.extend<{ readonly site: OwnSite }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from it
  site: async ({}, use, info) => {
    const folder = info.outputPath("site");
    cpSync(kSite, folder, { recursive: true });
    const { serve } = (await import(kServer)) as { serve(folder: string, port: number): Promise<Server> };
    const server = await serve(folder, 0);
    let isOpen = true;
    const disconnect = async (): Promise<void> => {
      if (isOpen) await server.close();
      isOpen = false;
    };
    await use({ folder, url: server.url, disconnect });
    await disconnect();
  },
});
