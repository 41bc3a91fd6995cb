import { readFileSync } from "node:fs";
import { inRepository } from "../paths.mjs";
import { projectFiles } from "./files.mjs";

const lineLimit = 400;
const sourceFile = /(\.(cpp|hpp|ts|mjs|js|css|html|cmake|py|sh)|CMakeLists\.txt|^\.ci\/run)$/;

/** The core knows no country, no shop and no browser: they come in through packs and bindings. */
const foreignToCore =
  /\b(pakistan\w*|india\w*|china|chinese|vietnam\w*|bangladesh\w*|united states|america\w*|pkr|rupees?|urdu|amazon|alibaba|daraz|ebay|etsy|shopify|tiktok|emscripten|browser|javascript)\b/i;

/**
 * @param {string} name path in the clone
 * @param {string} text
 * @returns {string[]} faults as "file:line: what"
 */
export function structureFaults(name, text) {
  const lines = text.split("\n");
  const count = text.endsWith("\n") ? lines.length - 1 : lines.length;
  const faults = [];
  if (count > lineLimit) faults.push(`${name}: ${count} lines; at most ${lineLimit}`);
  if (name.startsWith("core/") && !name.endsWith("CMakeLists.txt")) {
    lines.forEach((line, index) => {
      const word = foreignToCore.exec(line)?.[0];
      if (word) faults.push(`${name}:${index + 1}: "${word}" has no place in the core`);
    });
  }
  return faults;
}

/** Components that draw nothing of their own, so that axe has nothing to look at. */
const withoutLooks = new Set(["part"]);

/**
 * @param {readonly string[]} names of all files, as paths in the clone
 * @returns {string[]} the tests that components lack, as "folder: what"
 */
export function componentFaults(names) {
  const components = new Set(names.flatMap((name) => /^web\/components\/(\w+)\//.exec(name)?.[1] ?? []));
  const present = new Set(names);
  return [...components].flatMap((component) => {
    const wanted = [`${component}.test.ts`, ...(withoutLooks.has(component) ? [] : [`${component}.axe.spec.ts`])];
    const folder = `web/components/${component}`;
    return wanted.filter((file) => !present.has(`${folder}/${file}`)).map((file) => `${folder}: has no ${file}`);
  });
}

/** @returns {string[]} the faults of all source files and components */
export function checkStructure() {
  const names = projectFiles();
  const faults = names
    .filter((name) => sourceFile.test(name))
    .flatMap((name) => structureFaults(name, readFileSync(inRepository(name), "utf8")));
  return [...faults, ...componentFaults(names)];
}
