import type { Plugin } from "vite";

const kName = "d3-interpolate";
const kScale = /[\\/]d3-scale[\\/]src[\\/]continuous\.js$/;
const kNumbersOnly = "\0numbers-only";

/**
 * Gives d3-scale d3's own interpolation between numbers in the place of that between anything: charts map figures to
 * positions, and colours, dates and texts were more than half of what d3-scale would add to the first load.
 */
export function numbersOnly(): Plugin {
  return {
    name: "export-potential:numbers-only",
    enforce: "pre",
    resolveId: (source, importer) => (source === kName && kScale.test(importer ?? "") ? kNumbersOnly : undefined),
    load: (id) =>
      id === kNumbersOnly
        ? `export { interpolateNumber as interpolate, interpolateNumber, interpolateRound } from "${kName}";`
        : undefined,
  };
}
