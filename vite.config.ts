import { relative, resolve } from "node:path";
import { defineConfig, type UserConfig } from "vite";
import { languages, readTexts } from "./tools/text/catalogue.mjs";
import { numbersOnly } from "./web/charts/interpolation_plugin.ts";
import { precacheOf } from "./web/offline/precache.ts";
import { pageInputs, prerender } from "./web/page/prerender_plugin.ts";

const root = resolve(import.meta.dirname, "public");
const site = resolve(import.meta.dirname, "dist");

/** What every bundle shares. Relative addresses: dist/ works from any path on any host. */
const shared: UserConfig = {
  root,
  base: "./",
  publicDir: false,
  server: { fs: { allow: [import.meta.dirname] } },
};

/** Whether a module is one of the repository, which may stand in any folder, that `path` matches as from its root. */
const ours =
  (path: RegExp) =>
  (module: string): boolean =>
    path.test(relative(import.meta.dirname, module).replaceAll("\\", "/"));

/** Every page in every language, with hashed names for what it loads. */
const pages: UserConfig = {
  ...shared,
  plugins: [prerender(import.meta.dirname), numbersOnly()],
  worker: { format: "es" },
  build: {
    outDir: site,
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: pageInputs(import.meta.dirname),
      output: {
        // What the calculator starts with is one file, and what it shares with other programs another: a phone that
        // asks for a dozen small ones waits for each.
        codeSplitting: {
          groups: [
            { name: "texts", test: ours(/^web\/(?:text\/(?:catalogue|message|phrase|languages)|page\/address)\.ts$/), priority: 1 },
            { name: "calculator", test: ours(/^(?:web|node_modules)\/(?!page\/evidence|embed\/(?!query)).*\.[jt]s$/), tags: ["$initial"] },
          ],
        },
      },
    },
  },
};

/** Names without a hash: other people's code asks for them. */
const plainNames = {
  entryFileNames: "[name].js",
  chunkFileNames: "[name].js",
  assetFileNames: "[name][extname]",
};

/** The engine as an ES module for other people's code, with its exports kept. */
const engine: UserConfig = {
  ...shared,
  worker: {
    format: "es",
    // Not the names of the chunks that the page's own thread may load: what they import differs.
    rolldownOptions: { output: { ...plainNames, chunkFileNames: "worker-[name].js" } },
  },
  build: {
    outDir: resolve(import.meta.dirname, "dist/engine"),
    assetsDir: "",
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: { index: resolve(import.meta.dirname, "web/engine/index.ts") },
      preserveEntrySignatures: "strict",
      output: plainNames,
    },
  },
};

/** What a frame with the calculator is called in a language. */
const frameTitle = (tag: string): string => (readTexts(tag)["site"] as { readonly frame: string }).frame;

/** A service worker, which knows the files of the site: to be built after all of them, each alone so that it is one file. */
function serviceWorker(name: string): UserConfig {
  const { paths, version } = precacheOf(site);
  return {
    ...shared,
    define: { kPrecache: JSON.stringify(paths), kVersion: JSON.stringify(version) },
    build: {
      outDir: site,
      emptyOutDir: false,
      target: "es2022",
      modulePreload: false,
      rolldownOptions: {
        input: { [name]: resolve(import.meta.dirname, "web/offline", `${name}.ts`) },
        output: plainNames,
      },
    },
  };
}

/** The script for pages of other sites that show the calculator in a frame: one file, which they name by its address. */
const embed: UserConfig = {
  ...shared,
  define: {
    kFrameTitles: JSON.stringify(Object.fromEntries(languages().map((tag) => [tag, frameTitle(tag)]))),
  },
  build: {
    outDir: resolve(site, "embed/v1"),
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    rolldownOptions: { input: { host: resolve(import.meta.dirname, "web/embed/host.ts") }, output: plainNames },
  },
};

/** Every component in its states, for those who work on them; no part of the site. */
const gallery: UserConfig = {
  ...shared,
  root: resolve(import.meta.dirname, "tests/gallery"),
  plugins: [prerender(import.meta.dirname), numbersOnly()],
  build: {
    outDir: resolve(import.meta.dirname, "build/gallery"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
};

export default defineConfig(({ mode }) => {
  if (mode === "gallery") return gallery;
  if (mode.endsWith("_worker")) return serviceWorker(mode);
  return mode === "engine" ? engine : mode === "embed" ? embed : pages;
});
