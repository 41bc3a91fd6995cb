/** Of the answer for the pack's own plan, computed by the native program while the site is built, what the first screen shows. */
declare module "virtual:default-headline" {
  const result: import("../state/readings.ts").HeadlineResult;
  export default result;
}

/** All that the page shows of that answer. */
declare module "virtual:default-result" {
  const result: import("../state/readings.ts").ShownResult;
  export default result;
}

/** The languages of the site, that of its root first. */
declare module "virtual:languages" {
  const languages: readonly import("../text/languages.ts").Language[];
  export default languages;
}

/** Loads the texts of files to save, by the tag of their language. */
declare module "virtual:file-texts" {
  const loaders: Readonly<Record<string, () => Promise<{ readonly default: import("../text/message.ts").CompiledCatalogue }>>>;
  export default loaders;
}

/** Loads what the calculator's texts are beyond those of its first screen, by the tag of their language. */
declare module "virtual:later-texts" {
  const loaders: Readonly<Record<string, () => Promise<{ readonly default: import("../text/message.ts").CompiledCatalogue }>>>;
  export default loaders;
}
