import { readFileSync } from "node:fs";
import { parseSync } from "rolldown/utils";
import { inRepository } from "../paths.mjs";
import { projectFiles } from "./files.mjs";

/** Attributes whose value is read out or shown. */
const spokenAttribute = /\s(aria-label|aria-description|aria-valuetext|title|alt|placeholder)=("[^"]*"|'[^']*')/g;
/** Stands in for what a template binds: neither a letter nor a bracket. */
const binding = "\uFFFC";
const letter = /\p{L}/u;

/**
 * The words that stand in markup itself instead of coming from the catalogue.
 * @param {string} markup
 * @returns {string[]}
 */
export function literalsIn(markup) {
  const spoken = [...markup.matchAll(spokenAttribute)].map(([, , value = ""]) => value.slice(1, -1));
  const shown = markup
    .replaceAll(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/g, "")
    .replaceAll(/\{\{\w+\}\}/g, binding)
    .split(/<[^>]*>|\uFFFC/);
  return [...spoken, ...shown].map((words) => words.trim()).filter((words) => letter.test(words));
}

/**
 * @param {unknown} node of a syntax tree
 * @param {(node: { readonly [key: string]: any }) => void} visit
 */
function walk(node, visit) {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit);
  } else if (typeof node === "object" && node !== null) {
    visit(node);
    for (const child of Object.values(node)) walk(child, visit);
  }
}

/**
 * The words that stand in the templates of a module.
 * @param {string} name of the file
 * @param {string} source
 * @returns {string[]} as "line: words"
 */
export function templateLiterals(name, source) {
  /** @type {string[]} */
  const found = [];
  walk(parseSync(name, source).program, (node) => {
    if (node["type"] !== "TaggedTemplateExpression" || !["html", "svg"].includes(node["tag"].name)) return;
    const strings = /** @type {{ value: { raw: string } }[]} */ (node["quasi"].quasis).map(({ value }) => value.raw);
    const line = source.slice(0, node["start"]).split("\n").length;
    found.push(...literalsIn(strings.join(binding)).map((words) => `${line}: "${words}"`));
  });
  return found;
}

/** @returns {string[]} words outside the catalogue in templates and static pages, as "file:line: words" */
export function checkLiterals() {
  return projectFiles().flatMap((name) => {
    const read = () => readFileSync(inRepository(name), "utf8");
    if (/^web\/(components|charts|page)\/.*(?<!\.test|\.spec)\.ts$/.test(name)) {
      return templateLiterals(name, read()).map((fault) => `${name}:${fault} belongs into public/text`);
    }
    if (/^(public|web)\/.*\.html$/.test(name)) {
      return literalsIn(read()).map((words) => `${name}: "${words}" belongs into public/text`);
    }
    return [];
  });
}
