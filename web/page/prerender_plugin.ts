import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin } from "vite";
import type { Pack, RunResult } from "../engine/types.ts";
import { compactResult } from "../state/compact_result.ts";
import type { Preset, PresetFile } from "../state/presets.ts";
import { en } from "../text/en.ts";
import { staticPage } from "./static_page.ts";

const kModule = "virtual:default-result";
const kResolved = `\0${kModule}`;

function readJson<T>(path: string, repository: string): T {
  return JSON.parse(readFileSync(resolve(repository, path), "utf8")) as T;
}

/**
 * Puts the answer for the pack's own plan into the page at build time: as HTML in the place of
 * `<!--page-->`, so that the first paint shows it, and as the module `virtual:default-result`, from
 * which the program starts. `repository` is the folder of the clone; the answer itself is
 * build/generated/default-result.json, which the build lets the native program compute.
 */
export function prerender(repository: string): Plugin {
  const pack = (): Pack => readJson("public/packs/pk.json", repository);
  const presets = (): readonly Preset[] =>
    readJson<PresetFile>("public/presets/pk.json", repository).presets;
  const result = (): ReturnType<typeof compactResult> =>
    compactResult(readJson<RunResult>("build/generated/default-result.json", repository));
  return {
    name: "export-potential:prerender",
    resolveId: (id) => (id === kModule ? kResolved : undefined),
    load: (id) => (id === kResolved ? `export default ${JSON.stringify(result())};` : undefined),
    transformIndexHtml: {
      order: "pre",
      handler(html) {
        if (!html.includes("<!--page-->")) return html;
        const country = pack().label.en;
        return html
          .replaceAll("<!--title-->", en.site.title(country))
          .replaceAll("<!--description-->", en.site.description(country))
          .replace("<!--page-->", () => staticPage(pack(), presets(), result()));
      },
    },
  };
}
