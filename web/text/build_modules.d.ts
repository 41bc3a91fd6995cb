/** The catalogues as the build reads and compiles them; the module itself says more. */
declare module "*/tools/text/catalogue.mjs" {
  import type { CompiledCatalogue, CompiledGroup } from "./message.ts";

  /** Messages by key. */
  export interface Texts {
    readonly [key: string]: string | Texts;
  }

  /** The languages that have a catalogue, the reference first. */
  export function languages(): string[];
  /** The catalogue of a language as written. */
  export function readTexts(language: string): Texts;
  /** Messages compiled, in the order of `order`. */
  export function compileTexts(texts: Texts, order?: Texts): CompiledGroup;
  /** The catalogue of a language as the page gets it. */
  export function compileCatalogue(language: string): CompiledCatalogue;
}
