import { html, type TemplateResult } from "lit";
import { setIn } from "../../text/message.ts";
import type { View } from "../view.ts";

/** A control that folds into one line on narrow screens. */
export interface Foldable {
  readonly id: string;
  readonly label: string;
  /** Its value in a few words, shown while it is folded. */
  readonly summary: string;
  /** Whether it must be open, because something in it needs attention. */
  readonly isHeldOpen?: boolean;
}

/** Wraps a control so that narrow screens show it as one line until it is opened. */
export function foldable(view: View, control: Foldable, body: TemplateResult): TemplateResult {
  const isOpen = control.isHeldOpen === true || view.state.unfolded.has(control.id);
  return html`<div class=${isOpen ? "control foldable open" : "control foldable"}>
    <button class="fold" type="button" aria-expanded=${String(isOpen)} aria-controls=${`${control.id}-body`}
      @click=${() => view.actions.toggle(control.id)}>
      <span class="fold-label">${control.label}</span>
      <span class="fold-value">${setIn(view.text, control.summary)}</span>
    </button>
    <div class="control-body" id=${`${control.id}-body`}>${body}</div>
  </div>`;
}
