import type { Locator, Page } from "@playwright/test";
import { expect } from "./calculator.ts";
import { type Host, isLive, kElement, openHost, scenarioOf, setIn, test } from "./embed_host.ts";

/** What each element or frame of the page was told, by its id: the type, with the sellers of a "state" or the codes and places of an "error". */
const toldTo = (page: Page, id: string): Promise<string[]> =>
  page.evaluate((id) => {
    const kinds = (globalThis as unknown as Host).heard.filter(({ type, target }) => target === id && type !== "height");
    return kinds.map(({ type, detail }) => {
      const errors = (detail["errors"] ?? []) as { code: string; path: string }[];
      const { onboarding } = (detail["scenario"] ?? {}) as { onboarding?: { newSellers: number } };
      return [type, ...(type === "state" ? [onboarding?.newSellers ?? "pack's"] : []), ...errors.map(({ code, path }) => `${code} ${path}`), detail["id"]].join(" ").trim();
    });
  }, id);

const json = (text: string): string => text.replaceAll('"', "&quot;");

test("it begins with the scenario that its attribute holds, or tells why not and what is shown instead", async ({ page, portal, site }) => {
  const element = (id: string, text: string): string => `<${kElement} id="${id}" view="compact" scenario="${json(text)}"></${kElement}>`;
  const newSellers = (value: string): string => `{"schema":1,"pack":"pk","onboarding":{"newSellers":${value}}}`;
  const elements = [
    element("good", newSellers("12345")),
    element("refused", newSellers("-1")),
    element("twice", newSellers('5,"newSellers":6')),
    element("endless", newSellers("1e999")),
    element("broken", "{"),
  ];
  const frame = await openHost({ page, portal, site }, elements.join(""));
  await isLive(frame);
  const place = "/scenario/onboarding/newSellers";
  for (const [id, ...told] of [
    ["good", "state 12345"],
    ["refused", `error out_of_range ${place}`, "state pack's"],
    ["twice", `error duplicate_key ${place}`, "state pack's"],
    ["endless", `error not_finite ${place}`, "state pack's"],
    ["broken", "error json_syntax /scenario", "state pack's"],
  ] as const) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    // A frame may say again that it is ready.
    await expect.poll(async () => [...new Set(await toldTo(page, id))]).toEqual(["ready", ...told]);
  }
  const refused = page.locator("#refused").frameLocator("iframe");
  await expect(refused.locator(".notices")).toContainText("The page around this one asked for a plan that cannot be shown.");
  await expect(refused.locator(".notices")).toContainText(place);
  await expect(frame.locator("#newSellers")).toHaveValue("12,345");
  await expect(frame.locator(".undo")).toHaveCount(0);
  // A later one is read in the same words.
  await page.locator("#good").evaluate((element, text) => element.setAttribute("scenario", text), newSellers('5,"newSellers":6'));
  await expect.poll(async () => (await toldTo(page, "good")).at(-1)).toBe(`error duplicate_key ${place} set-1`);
  expect(await setIn(page.locator("#refused"), { scenario: scenarioOf(60_000) })).toEqual(scenarioOf(60_000));
  await expect(refused.locator(".notices")).toBeEmpty();
});

test("it tells what of its first link and of its attributes it refuses, before it tells its answer", async ({ page, portal, site }) => {
  const element = (id: string, attributes: string): string => `<${kElement} id="${id}" ${attributes}></${kElement}>`;
  const body = [
    element("part", 'scenario="v=1&newSellers=-5&years=3"'),
    element("format", 'view="headline" scenario="v=2&newSellers=500"'),
    element("none", 'view="headline" scenario="hello world"'),
    element("names", 'view="tiny" theme="red"'),
    `<div id="frame"><iframe src="${site}/embed/en.html?view=headline#v=1&newSellers=-5" title="Calculator" data-export-potential sandbox="allow-scripts"></iframe></div>`,
  ];
  await openHost({ page, portal, site }, body.join(""));
  for (const [id, ...told] of [
    ["part", "error out_of_range /link", "state pack's"],
    ["format", "error wrong_type /link", "state pack's"],
    ["none", "error wrong_type /link", "state pack's"],
    ["names", "error unknown_name /view unknown_name /theme", "state pack's"],
    ["frame", "error out_of_range /link", "state pack's"],
  ] as const) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await expect.poll(async () => [...new Set(await toldTo(page, id))]).toEqual(["ready", ...told]);
  }
  const notice = (id: string): Locator => page.locator(`#${id}`).frameLocator("iframe").locator(".notices");
  await expect(notice("part")).toContainText("newSellers=-5");
  await expect(notice("format")).toContainText("(version 2)");
  await expect(notice("none")).toContainText("The page around this one asked for a plan that cannot be shown.");
});
