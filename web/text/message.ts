/**
 * Makes texts of the messages that the build compiles from public/text/. What stands here goes to
 * every visitor, so it only puts together: the parser stays in the build.
 */

import { plainText, type Mark, type Marked, type Phrase } from "./phrase.ts";

/** A part of a compiled message: words, or what they depend on. The first figure tells the kind. */
export type Part =
  | string
  | readonly [kind: 0, parameter: string]
  | readonly [kind: 1 | 2, parameter: string, options: Readonly<Record<string, Message>>]
  | readonly [kind: 3, mark: string, words: Message];

/** A compiled message: its words, or its parts. */
export type Message = string | readonly Part[];

/** Compiled messages by key. */
export interface CompiledGroup {
  readonly [key: string]: Message | CompiledGroup;
}

/** The compiled catalogue of one language. */
export interface CompiledCatalogue {
  /** BCP 47, the name of its file. */
  readonly tag: string;
  readonly texts: CompiledGroup;
}

/** What comes into a message. */
export type Values = Readonly<Record<string, string | number>>;

/** What messages need to know about their language. */
interface Manner {
  readonly isRightToLeft: boolean;
  /** What a sentence says for "%". */
  readonly perCent: string;
  /** The plural class of a count. */
  classOf(count: number): string;
}

/** U+2066 and U+2069, between which words run from left to right whatever stands around them. */
const kIsolate = ["\u2066", "\u2069"] as const;
const kRightToLeftLetter = /[\u0590-\u08FF]/;
const kLeftToRight = /[0-9A-Za-z]/;
/** A percentage by itself, as `formatPercent` writes it. */
const kPercentage = /^(?<figure>[\d.,\u2212]+)\u00A0%$/;

/** `words` without the marks that `isolated` puts around figures, and without joiners: for what is measured, compared or saved. */
export function withoutIsolates(words: string): string {
  return words.replaceAll(/[\u2060\u2066\u2069]/g, "");
}

/** Where words begin: from the right wherever letters run so, whichever stand first. */
export function directionOf(words: string): "ltr" | "rtl" {
  return kRightToLeftLetter.test(words) ? "rtl" : "ltr";
}

/** A figure or Latin words between right-to-left words, so that signs and units stay at their side. */
export function isolated(words: string): string {
  const needsIt = kLeftToRight.test(words) && !kRightToLeftLetter.test(words) && !words.startsWith(kIsolate[0]);
  return needsIt ? kIsolate.join(words) : words;
}

/**
 * `words` as text of an SVG drawing, where WebKit passes isolates over: with marks in their place, of which the inner
 * ones keep signs at their figure, the outer ones two figures and the whole line in the order from the right.
 */
export function inDrawing(words: string): string {
  return words.replaceAll(kIsolate[0], "\u200F\u200E").replaceAll(kIsolate[1], "\u200E\u200F");
}

/** `words` as they are set in a language: isolated where it runs from right to left. */
export function setIn({ isRightToLeft }: { readonly isRightToLeft: boolean }, words: string): string {
  return isRightToLeft ? isolated(words) : words;
}

/** A value as it stands between the words of its language. */
function amongWords(value: string, manner: Manner): string {
  const { perCent } = manner;
  const figure = perCent === "%" ? undefined : kPercentage.exec(value)?.groups?.["figure"];
  return figure === undefined ? setIn(manner, value) : `${setIn(manner, figure)}\u00A0${perCent}`;
}

function valueOf(values: Values, parameter: string): string | number {
  const value = values[parameter];
  if (value === undefined) throw new TypeError(`The text needs a value for {${parameter}}.`);
  return value;
}

function optionFor(part: Exclude<Part, string>, values: Values, { classOf }: Manner): Message {
  const [kind, parameter, options] = part as readonly [1 | 2, string, Readonly<Record<string, Message>>];
  const value = valueOf(values, parameter);
  const wanted = kind === 1 ? [value] : [`=${value}`, classOf(Number(value))];
  const key = [...wanted, "other"].find((candidate) => Object.hasOwn(options, candidate));
  const option = key === undefined ? undefined : options[key];
  if (option === undefined) throw new TypeError(`The text has nothing for "${value}" as {${parameter}}.`);
  return option;
}

function pieces(message: Message, values: Values, manner: Manner): (string | Marked)[] {
  if (typeof message === "string") return [message];
  return message.flatMap((part): (string | Marked)[] => {
    if (typeof part === "string") return [part];
    switch (part[0]) {
      case 0:
        return [amongWords(String(valueOf(values, part[1])), manner)];
      case 3:
        return [{ mark: part[1] as Mark, words: joined(pieces(part[2], values, manner)) }];
      default:
        return pieces(optionFor(part, values, manner), values, manner);
    }
  });
}

/** Neighbouring words as one piece. */
function joined(parts: readonly (string | Marked)[]): Phrase {
  const whole: (string | Marked)[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (typeof part === "string" && typeof last === "string") whole[whole.length - 1] = last + part;
    else whole.push(part);
  }
  return whole;
}

function hasParameters(message: Message): boolean {
  if (typeof message === "string") return false;
  return message.some((part) => typeof part !== "string" && (part[0] !== 3 || hasParameters(part[2])));
}

function hasMarks(message: Message): boolean {
  if (typeof message === "string") return false;
  return message.some((part) => {
    if (typeof part === "string" || part[0] === 0) return false;
    return part[0] === 3 || Object.values(part[2]).some(hasMarks);
  });
}

/** A message with its values: a phrase where something can stand out, else a string. */
function write(message: Message, values: Values, manner: Manner): string | Phrase {
  const phrase = joined(pieces(message, values, manner));
  return hasMarks(message) ? phrase : plainText(phrase);
}

/** Messages as texts, and as functions where values come in. */
export function textsOf(group: CompiledGroup, manner: Manner): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(group).map(([key, value]): [string, unknown] => {
      if (typeof value !== "string" && !Array.isArray(value)) return [key, textsOf(value as CompiledGroup, manner)];
      const message = value as Message;
      return [
        key,
        hasParameters(message)
          ? (values: Values) => write(message, values, manner)
          : write(message, {}, manner),
      ];
    }),
  );
}
