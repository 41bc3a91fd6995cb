/** The answer for the pack's own plan, computed by the native program while the site is built. */
declare module "virtual:default-result" {
  const result: import("../state/readings.ts").ShownResult;
  export default result;
}

/** The languages of the site, that of its root first. */
declare module "virtual:languages" {
  const languages: readonly import("../text/languages.ts").Language[];
  export default languages;
}
