import { html, type nothing, type TemplateResult } from "lit";
import { foldable } from "../foldable/foldable.ts";
import type { View } from "../view.ts";

/** A part of the plan that is a list of lines, each with its years. */
export interface DatedLines {
  /** Of the control; also the class of its body. */
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  /** How many lines there are, in words. */
  readonly count: string;
  /** Whether it must be open, because a field in it needs attention. */
  readonly isHeldOpen: boolean;
  readonly lines: readonly TemplateResult[];
  readonly adding: TemplateResult | typeof nothing;
}

/** One line: its name, a way to take it away, and its fields. */
export interface DatedLine {
  /** Id of the name. */
  readonly id: string;
  readonly name: string;
  readonly remove: string;
  /** The same with the name, for who hears the button alone. */
  readonly removeOne: string;
  onRemove(): void;
  readonly fields: TemplateResult;
}

export function datedLine({ id, name, remove, removeOne, onRemove, fields }: DatedLine): TemplateResult {
  return html`<li class="measure"><div role="group" aria-labelledby=${id}>
    <div class="measure-head">
      <p class="measure-name" id=${id}>${name}</p>
      <button class="link" type="button" aria-label=${removeOne} @click=${onRemove}>${remove}</button>
    </div>
    ${fields}
  </div></li>`;
}

/** The choice of a line to add. */
export interface Adding {
  /** Of the choice. */
  readonly id: string;
  readonly label: string;
  readonly button: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly isFull: boolean;
  onAdd(id: string): void;
}

export function addingLine({ id, label, button, options, isFull, onAdd }: Adding): TemplateResult {
  const add = (event: Event): void => {
    const box = (event.currentTarget as HTMLElement).closest(".measure-adding");
    const select = box?.querySelector("select");
    if (select) onAdd(select.value);
  };
  return html`<div class="measure-adding">
    <label class="number-label" for=${id}>${label}</label>
    <div class="measure-choice">
      <select class="select" id=${id}>
        ${options.map((option) => html`<option value=${option.id}>${option.name}</option>`)}
      </select>
      <button class="button" type="button" ?disabled=${isFull} @click=${add}>${button}</button>
    </div>
  </div>`;
}

/** The control of such a part. */
export function datedLines(view: View, { id, title, hint, count, isHeldOpen, lines, adding }: DatedLines): TemplateResult {
  return foldable(
    view,
    { id, label: title, summary: count, isHeldOpen },
    html`<div class=${id}>
      <p class="number-label control-title">${title}</p>
      <p class="hint">${hint}</p>
      <ol class="measures">${lines}</ol>
      ${adding}
    </div>`,
  );
}
