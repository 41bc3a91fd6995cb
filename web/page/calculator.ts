import defaultHeadline from "virtual:default-headline";
import fileTexts from "virtual:file-texts";
import languages from "virtual:languages";
import laterTexts from "virtual:later-texts";
import type { FirstData } from "../state/first_data.ts";
import { catalogueOf, withLaterTexts, type WholeCatalogue } from "../text/catalogue.ts";
import type { CompiledCatalogue } from "../text/message.ts";
import { languageLinks, rootFrom } from "../text/languages.ts";
import { completeAddresses } from "./address.ts";
import { loadChanges, loadPack, once } from "./load_data.ts";
import { mount, type Mounted, type MountOptions } from "./mount.ts";
import { nextTask } from "./painted.ts";

/** Loads texts in the language `tag` that the page did not start with. */
async function loadTexts(loaders: typeof fileTexts, tag: string): Promise<CompiledCatalogue> {
  const load = loaders[tag];
  if (!load) throw new Error(`There are no such texts in "${tag}".`);
  return (await load()).default;
}

/** A page that shows the calculator. */
export interface CalculatorPage extends Pick<MountOptions, "page" | "framedFrom" | "theme"> {
  /** As it is called in the addresses of the site. */
  readonly name: string;
}

/** An address as from the root of the site, in the language `tag` of a page. */
export function fromRoot(path: string, tag: string, name: string): URL {
  return new URL(`${rootFrom(tag, name)}${path}`, document.baseURI);
}

/** Takes a page with the calculator over in the language of `catalogue`, which has been painted as it was built. */
export async function startCalculator(
  catalogue: CompiledCatalogue,
  { pack, presets }: FirstData,
  { name, ...page }: CalculatorPage,
): Promise<Mounted> {
  completeAddresses();
  const root = document.getElementById("page");
  if (!root) throw new Error("The page has no place for the calculator.");
  await nextTask();
  const text = catalogueOf(catalogue);
  await nextTask();
  const { tag } = text;
  const at = (path: string): URL => fromRoot(path, tag, name);
  return mount(root, {
    ...page,
    pack,
    presets,
    result: defaultHeadline,
    text,
    languages: languageLinks(languages, tag, name),
    loadResult: async () => (await import("virtual:default-result")).default,
    loadWholePack: once(() => loadPack(at(`packs/${pack.id}.json`))),
    loadLaterTexts: once(async () => withLaterTexts(text, await loadTexts(laterTexts, tag))),
    loadEngine: async (signal) => {
      const { startEngine } = await import("./start_engine.ts");
      return startEngine(pack, text, signal);
    },
    loadFileTexts: async () => (catalogueOf(await loadTexts(fileTexts, tag)) as WholeCatalogue).files,
    loadChanges: () => loadChanges(at("versions/changes.json")),
  });
}
