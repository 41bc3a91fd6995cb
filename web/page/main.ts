import defaultHeadline from "virtual:default-headline";
import fileTexts from "virtual:file-texts";
import languages from "virtual:languages";
import { render } from "lit";
import { createEngine } from "../engine/index.ts";
import { workOffline } from "../offline/register.ts";
import { catalogueOf, type Catalogue, type FileTexts, type WholeCatalogue } from "../text/catalogue.ts";
import type { CompiledCatalogue } from "../text/message.ts";
import { languageLinks, rootFrom } from "../text/languages.ts";
import type { ChartSaving } from "../components/chart_files/chart_files.ts";
import { engineInWords } from "./engine_in_words.ts";
import { loadChanges, loadPack, loadPresets } from "./load_data.ts";
import { mount } from "./mount.ts";
import { packFault } from "./pack_fault.ts";

/** Letters that stand straight, for what is looked at. */
const kChartFont = "Page Naskh";

/** The font of charts that the style sheets of the language bring. */
function chartFont(): ChartSaving["font"] {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const family = rule.style.getPropertyValue("font-family").replaceAll('"', "");
      const file = /url\("(?<file>[^"]+)"\)/.exec(rule.style.getPropertyValue("src"))?.groups?.["file"];
      if (file !== undefined && family === kChartFont) return { family, address: new URL(file, sheet.href ?? document.baseURI) };
    }
  }
  return undefined;
}

/** The texts of files in the language of `text`. */
async function loadFileTexts({ tag }: Catalogue): Promise<FileTexts> {
  const load = fileTexts[tag];
  if (!load) throw new Error(`There are no texts of files in "${tag}".`);
  return (catalogueOf((await load()).default) as WholeCatalogue).files;
}

/** The places of the page, and what is known before its program runs. */
interface Beginning {
  readonly text: Catalogue;
  readonly root: HTMLElement;
  readonly fault: HTMLElement;
  readonly newVersion: Promise<() => void>;
}

async function begin(beginning: Beginning): Promise<void> {
  const { text, root, fault, newVersion } = beginning;
  render(undefined, fault);
  try {
    const at = (path: string): URL => new URL(`${rootFrom(text.tag)}${path}`, document.baseURI);
    const [pack, { presets }] = await Promise.all([
      loadPack(at("packs/pk.json")),
      loadPresets(at("presets/pk.json")),
    ]);
    mount(root, {
      pack,
      presets,
      result: defaultHeadline,
      text,
      languages: languageLinks(languages, text.tag, "index"),
      loadResults: async () => {
        const [module, { default: result }] = await Promise.all([
          import("../components/results/results.ts"),
          import("virtual:default-result"),
        ]);
        return { module, result };
      },
      loadEngine: async (signal) => engineInWords(await createEngine({ pack, signal }), text),
      chartFont: chartFont(),
      newVersion,
      loadFileTexts: () => loadFileTexts(text),
      loadChanges: () => loadChanges(at("versions/changes.json")),
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    render(
      packFault(text, message, () => void begin(beginning)),
      fault,
    );
  }
}

/** Takes the calculator's page over in the language of `catalogue`. */
export function start(catalogue: CompiledCatalogue): void {
  const root = document.getElementById("page");
  const fault = document.getElementById("fault");
  const text = catalogueOf(catalogue);
  const newVersion = new Promise<() => void>((onNewVersion) => {
    void workOffline(new URL(`${rootFrom(text.tag)}service_worker.js`, document.baseURI), { onNewVersion });
  });
  if (root && fault) void begin({ text, root, fault, newVersion });
}
