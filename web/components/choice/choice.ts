import { html, type TemplateResult } from "lit";

/** One of several ways, with words that say what it means. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint: string;
}

/** A group of radio buttons. */
export interface Choice<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option<Value>[];
  /** None where what is set is not among them. */
  readonly chosen: Value | undefined;
  choose(value: Value): void;
}

/** A radio group in words. */
export function choice<Value extends string>(group: Choice<Value>): TemplateResult {
  return html`<fieldset class="choice">
    <legend class="number-label">${group.label}</legend>
    ${group.options.map(
      ({ value, label, hint }) => html`<label class="option">
        <input type="radio" name=${group.id} value=${value} .checked=${value === group.chosen}
          @change=${() => group.choose(value)} />
        <span>${label}<small>${hint}</small></span>
      </label>`,
    )}
  </fieldset>`;
}
