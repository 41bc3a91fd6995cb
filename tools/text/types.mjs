import { compileMessage } from "./messages.mjs";

/** @typedef {import("./catalogue.mjs").Texts} Texts */

/** @param {"argument" | "plural" | readonly string[]} kind of a parameter */
function parameterType(kind) {
  if (kind === "argument") return "string | number";
  if (kind === "plural") return "number";
  return kind.includes("other") ? "string" : kind.map((option) => JSON.stringify(option)).join(" | ");
}

/** @param {string} text */
function messageType(text) {
  const { shape } = compileMessage(text);
  const result = shape.marks.length > 0 ? "Phrase" : "string";
  if (shape.parameters.size === 0) return result;
  const parameters = [...shape.parameters].map(([name, kind]) => `readonly ${name}: ${parameterType(kind)}`);
  return `(values: { ${parameters.join("; ")} }) => ${result}`;
}

/**
 * @param {Texts} texts
 * @param {string} indent
 * @returns {string}
 */
function groupType(texts, indent) {
  const members = Object.entries(texts).map(([key, value]) => {
    const name = /^\w+$/.test(key) ? key : JSON.stringify(key);
    return typeof value === "string"
      ? `${indent}/** ${value.replaceAll("*/", "* /")} */\n${indent}readonly ${name}: ${messageType(value)};\n`
      : `${indent}readonly ${name}: ${groupType(value, `${indent}  `)};\n`;
  });
  return `{\n${members.join("")}${indent.slice(2)}}`;
}

/**
 * The TypeScript type of the texts of one language, from the catalogue of the reference language.
 * @param {Texts} texts
 * @returns {string} the text of a module
 */
export function catalogueTypes(texts) {
  return `import type { Phrase } from "../../web/text/phrase.ts";

/** The texts of one language, each with its English words. */
export type Texts = ${groupType(texts, "  ")};
`;
}
