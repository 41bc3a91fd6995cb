import { html, nothing, type TemplateResult } from "lit";
import { fieldText } from "../../state/fields.ts";
import type { MeasureFault } from "../../state/plan/measures.ts";
import type { PlanField } from "../../state/plan/plan_fields.ts";
import { positionOf, valueAt } from "../../state/slider_scale.ts";
import { formatNumber, formatPercent } from "../../text/format.ts";
import { numberWithDot, parseNumber } from "../../text/parse_number.ts";
import type { View } from "../view.ts";

/** A number field with its slider. */
export interface NumberField {
  /** Field id in the state. */
  readonly field: string;
  readonly label: string;
  readonly hint?: string;
  readonly control: PlanField;
  /** The value with its unit, for screen readers at the slider. */
  readonly spoken: string;
  /** A number that would be accepted, for the words of a refusal. */
  readonly example: string;
  readonly isSmall?: boolean;
}

/** The refusal of what stands in the field, or empty. */
function problemText(view: View, field: NumberField): string {
  const draft = view.state.drafts[field.field];
  if (draft?.problem === undefined) return "";
  if (draft.fault) return faultWords(view, draft.fault);
  const { rule } = field.control;
  const [min, max] = [fieldText(rule.min, rule), fieldText(rule.max, rule)];
  const { problems } = view.text;
  const said = draft.text.trim();
  switch (draft.problem) {
    case "notNumber":
      return said === ""
        ? problems.empty({ min, max, example: field.example })
        : problems.notNumber({ text: said, min, max, example: field.example });
    case "unclear": {
      const few = parseNumber(said) ?? 0;
      return problems.unclear({
        text: said,
        many: formatNumber(numberWithDot(said) ?? 0),
        few: formatNumber(few, 3),
        kind: Number.isInteger(few) ? "whole" : "other",
      });
    }
    case "notWhole":
      return problems.notWhole({ text: said, min, max });
    case "outOfRange":
      return problems.outOfRange({ text: said, min, max });
  }
}

/** What a number would do to the roadmap that is not allowed, in words. */
function faultWords({ text }: View, fault: MeasureFault): string {
  const { faults } = text.roadmap;
  switch (fault.kind) {
    case "outOfRange":
      return faults.outOfRange({ min: String(fault.limits.min), max: String(fault.limits.max) });
    case "wrongOrder":
      return faults.wrongOrder;
    case "unknown":
      return faults.unknown;
    case "tooMuch":
      return faults.tooMuch({ sum: formatPercent(fault.sum), most: formatPercent(fault.most) });
  }
}

/** The element id that belongs to a field id. */
export function elementId(field: string): string {
  return field.replaceAll(/[:/]/g, "-");
}

/** The keys that a phone offers: only the whole keyboard has a minus sign on every phone, and letters for words of size. */
function keyboardFor({ control: { rule }, example }: NumberField): "text" | "numeric" | "decimal" {
  if (rule.min < 0 || /\p{L}/u.test(example)) return "text";
  return rule.isWhole ? "numeric" : "decimal";
}

/**
 * The field and the slider of one number, with label, hint and, where needed, the refusal. What a field shows is its
 * `defaultValue` too: on the way back to a page WebKit gives this to all that bring nothing to remember.
 */
export function numberField(view: View, field: NumberField): TemplateResult {
  const { actions, state } = view;
  const { rule, scale, value } = field.control;
  const shown = state.drafts[field.field]?.text ?? fieldText(value, rule);
  const id = elementId(field.field);
  const problem = problemText(view, field);
  const commit = (): void => actions.commit(field.field);
  const described = [field.hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""]
    .filter((part) => part !== "")
    .join(" ");
  return html`<div class=${field.isSmall ? "number small" : "number"}>
    <label class="number-label" id=${`${id}-label`} for=${id}>${field.label}</label>
    ${field.hint ? html`<p class="hint" id=${`${id}-hint`}>${field.hint}</p>` : nothing}
    ${problem ? html`<p class="problem" id=${`${id}-problem`}>${problem}</p>` : nothing}
    <div class="pair">
      <input class="number-input" id=${id} type="text" inputmode=${keyboardFor(field)}
        autocomplete="off" spellcheck="false" dir="ltr"
        aria-invalid=${problem ? "true" : nothing} aria-describedby=${described || nothing}
        .defaultValue=${shown} .value=${shown}
        @input=${(event: Event) => actions.type(field.field, (event.currentTarget as HTMLInputElement).value)}
        @change=${commit} @blur=${commit}
        @keydown=${({ key }: KeyboardEvent) => key === "Enter" && commit()} />
      ${scale
        ? html`<input class="slider" type="range" data-field=${field.field} min="0" max=${scale.length - 1} step="1"
            aria-labelledby=${`${id}-label`} aria-valuetext=${field.spoken} aria-describedby=${described || nothing}
            .value=${String(positionOf(scale, value))}
            @input=${(event: Event) =>
              actions.slide(field.field, valueAt(scale, (event.currentTarget as HTMLInputElement).valueAsNumber))} />`
        : nothing}
    </div>
  </div>`;
}
