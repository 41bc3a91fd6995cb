import { html, type TemplateResult } from "lit";
import type { Phrase } from "../../text/phrase.ts";

/** A phrase with the elements of what stands out. */
export function phrase(pieces: Phrase): TemplateResult {
  return html`${pieces.map((piece) => {
    if (typeof piece === "string") return piece;
    const words = phrase(piece.words);
    return piece.mark === "em" ? html`<em>${words}</em>` : html`<strong>${words}</strong>`;
  })}`;
}
