import { html, nothing, type TemplateResult } from "lit";
import type { Replacement } from "../../state/notices.ts";
import type { View } from "../view.ts";

/** The offer to bring back the plan that one of `kinds` replaced last, or nothing. */
export function undoOffer(view: View, kinds: readonly Replacement[]): TemplateResult | typeof nothing {
  const { actions, state, text } = view;
  const { replaced } = state;
  if (replaced === undefined || !kinds.includes(replaced.by)) return nothing;
  const { undo } = text;
  return html`<div class="undo">
    <p>${replaced.isUndone ? undo.isBack : undo.done[replaced.by]}</p>
    <button class="link" type="button" @click=${() => actions.undo()}>${replaced.isUndone ? undo.again : undo.bringBack}</button>
    <button class="link" type="button" @click=${() => actions.dismissUndo()}>${undo.dismiss}</button>
  </div>`;
}
