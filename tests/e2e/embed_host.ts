import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Locator, Page } from "@playwright/test";
import { expect, test as base } from "./calculator.ts";

/** The page of another site than the calculator's. */
interface Portal {
  readonly url: string;
  /** Sets what it is made of, and under which policy. */
  show(html: string, policy: string): void;
}

/** Tests that know where the calculator is served, with a server of another site. */
export const test = base.extend<{ readonly site: string; readonly portal: Portal }>({
  site: ({ baseURL }, use) => use(baseURL ?? ""),
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from it
  portal: async ({}, use) => {
    let page = { html: "", policy: "" };
    const server = createServer((_, response) => {
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": page.policy }).end(page.html);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await use({ url: `http://127.0.0.1:${port}/`, show: (html, policy) => void (page = { html, policy }) });
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  },
});

const kMessages = ["ready", "height", "state", "error"];

export interface Heard {
  readonly type: string;
  /** The id of what the frame stands in. */
  readonly target: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface Host {
  readonly heard: Heard[];
}

/** A strict policy for pages around the calculator: its frames and its script, no styles in elements, no sink of text for scripts. */
const policyFor = (site: string): string =>
  `default-src 'none'; script-src ${site} 'unsafe-inline'; frame-src ${site}; style-src 'nonce-portal'; img-src data:; require-trusted-types-for 'script'`;

interface Place {
  readonly page: Page;
  readonly portal: Portal;
  readonly site: string;
}

/** Opens a page of another site with `body` in it, and waits until the calculator in its first frame is there. */
export async function openHost({ page, portal, site }: Place, body: string, { root = '<html lang="en">', styles = "" } = {}): Promise<Frame> {
  const listening = `<script>globalThis.heard = []; for (const type of ${JSON.stringify(kMessages)})
    addEventListener("export-potential:" + type, ({ target, detail }) => heard.push({ type, target: target.parentElement.id, detail }));</script>`;
  const html = `<!doctype html>${root}<head><meta charset="utf-8"><title>Portal</title><link rel="icon" href="data:,">
    <style nonce="portal">${styles}</style>${listening}</head><body><h1>Portal</h1>${body}<script type="module" src="${site}/embed/v1/host.js"></script></body></html>`;
  portal.show(html, policyFor(site));
  await page.goto(portal.url);
  await expect(page.locator("iframe").first()).toBeVisible();
  const frame = await (await page.locator("iframe").first().elementHandle())?.contentFrame();
  if (!frame) throw new Error("There is no frame.");
  return frame;
}

export const isLive = (frame: Frame): Promise<void> => expect(frame.locator(".side:not([inert])")).toBeAttached();

export const heardBy = (page: Page, type: string): Promise<Heard["detail"][]> =>
  page.evaluate((wanted) => (globalThis as unknown as Host).heard.filter((one) => one.type === wanted).map(({ detail }) => detail), type);

/** Waits for a "state" of so many sellers; undefined is the pack's own plan. */
export async function expectState(page: Page, newSellers: number | undefined): Promise<void> {
  await expect
    .poll(async () => (await heardBy(page, "state")).at(-1)?.["scenario"])
    .toEqual({ schema: 1, pack: "pk", ...(newSellers !== undefined && { onboarding: { newSellers } }) });
}

export const kElement = "export-potential-calculator";

interface CalculatorElement extends HTMLElement {
  set(wanted: object): Promise<{ readonly scenario: unknown }>;
}

/** What an element answers when it is set: its scenario, or the name and the faults of the error. */
export const setIn = (element: Locator, wanted: object): Promise<unknown> =>
  element.evaluate(
    (element, wanted) =>
      (element as CalculatorElement).set(wanted).then(
        ({ scenario }) => scenario,
        (error: { name: string; errors: unknown }) => [error.name, error.errors],
      ),
    wanted,
  );

export const scenarioOf = (newSellers: number): object => ({ schema: 1, pack: "pk", onboarding: { newSellers } });
