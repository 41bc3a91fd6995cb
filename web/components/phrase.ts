import { html, type TemplateResult } from "lit";
import type { Phrase } from "../text/phrase.ts";

/** A phrase with its words that stand out as `<strong>`. */
export function phrase(pieces: Phrase): TemplateResult {
  return html`${pieces.map((piece) =>
    typeof piece === "string" ? piece : html`<strong>${piece.strong}</strong>`,
  )}`;
}
