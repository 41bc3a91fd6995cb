import { TYPE, parse } from "@formatjs/icu-messageformat-parser";

/** @typedef {import("@formatjs/icu-messageformat-parser").MessageFormatElement} Element */
/** @typedef {import("../../web/text/message.ts").Message} Message */
/** @typedef {import("../../web/text/message.ts").Part} Part */

/**
 * What a message takes and how it is made, for types and for comparing languages.
 * @typedef {object} MessageShape
 * @property {Map<string, "argument" | "plural" | readonly string[]>} parameters by name; for a
 *   select the options
 * @property {string[]} marks in alphabetical order, each as often as it stands in the text
 * @property {string[][]} plurals the classes of each plural, without exact ones such as "=0"
 */

/** The inline marks that a text may hold: what each of them means is decided by the page. */
const inlineMarks = ["em", "strong"];

/** Compiled parts begin with one of these; web/text/message.ts knows the same. */
const kArgument = 0;
const kSelect = 1;
const kPlural = 2;
const kMark = 3;

/**
 * @param {MessageShape} shape
 * @param {string} name
 * @param {"argument" | "plural" | readonly string[]} kind
 */
function addParameter(shape, name, kind) {
  const known = shape.parameters.get(name);
  if (known === undefined || known === "argument") shape.parameters.set(name, kind);
  else if (kind !== "argument" && String(known) !== String(kind)) {
    throw new SyntaxError(`{${name}} is used in two ways`);
  }
}

/**
 * @param {readonly Element[]} elements
 * @param {MessageShape} shape takes up what is found
 * @returns {Message}
 */
function compileElements(elements, shape) {
  const parts = elements.map((element) => compileElement(element, shape));
  const [only = ""] = parts;
  return parts.length < 2 && typeof only === "string" ? only : parts;
}

/**
 * @param {Readonly<Record<string, { readonly value: readonly Element[] }>>} options
 * @param {MessageShape} shape
 */
const compileOptions = (options, shape) =>
  Object.fromEntries(Object.entries(options).map(([key, { value }]) => [key, compileElements(value, shape)]));

/**
 * @param {Element} element
 * @param {MessageShape} shape
 * @returns {Part}
 */
function compileElement(element, shape) {
  switch (element.type) {
    case TYPE.literal:
      return element.value;
    case TYPE.argument:
      addParameter(shape, element.value, "argument");
      return [kArgument, element.value];
    case TYPE.select:
      addParameter(shape, element.value, Object.keys(element.options));
      return [kSelect, element.value, compileOptions(element.options, shape)];
    case TYPE.plural: {
      if (element.offset !== 0 || element.pluralType === "ordinal") {
        throw new SyntaxError("neither offset nor selectordinal is part of our subset");
      }
      if (element.options["other"] === undefined) throw new SyntaxError(`the plural of {${element.value}} has no "other"`);
      addParameter(shape, element.value, "plural");
      shape.plurals.push(Object.keys(element.options).filter((key) => !key.startsWith("=")));
      return [kPlural, element.value, compileOptions(element.options, shape)];
    }
    case TYPE.tag:
      if (!inlineMarks.includes(element.value)) {
        throw new SyntaxError(`<${element.value}> is none of the marks ${inlineMarks.join(", ")}`);
      }
      shape.marks.push(element.value);
      return [kMark, element.value, compileElements(element.children, shape)];
    case TYPE.pound:
      throw new SyntaxError("# is not part of our subset; name the parameter, or pass it written out");
    default:
      throw new SyntaxError("numbers, dates and times come in written out");
  }
}

/**
 * Compiles a message of our subset of ICU MessageFormat: `{name}`, `{n, plural, =0 {} one {}
 * other {}}`, `{x, select, a {} b {}}` and the inline marks, inside one another as needed.
 * @param {string} text
 * @returns {{ message: Message, shape: MessageShape }}
 * @throws {SyntaxError} when it is none
 */
export function compileMessage(text) {
  /** @type {MessageShape} */
  const shape = { parameters: new Map(), marks: [], plurals: [] };
  const options = { requiresOtherClause: false, shouldParseSkeletons: false };
  const message = compileElements(parse(text, options), shape);
  shape.marks.sort();
  return { message, shape };
}
