import { html, nothing, type TemplateResult } from "lit";
import type { Limits } from "../../state/fields.ts";
import type { AssumptionName } from "../../state/plan/assumptions.ts";
import {
  assumptionText,
  formFields,
  isInUnit,
  kAssumptionForms,
  type AssumptionDraft,
  type AssumptionForm,
  type AssumptionProblem,
} from "../../state/plan/assumption_drafts.ts";
import { valueInUnit } from "../../text/distribution_words.ts";
import type { LaterView } from "../view.ts";

/** The fields of an assumption by their names. */
type FieldName = keyof LaterView["text"]["register"]["fields"];

function fieldName(view: LaterView, field: string): string {
  return view.text.register.fields[field as FieldName];
}

/** The id of an element that belongs to an assumption. */
function assumptionId(key: string, part: string): string {
  return `assume-${key.replaceAll(".", "-")}-${part}`;
}

function rangeIn(view: LaterView, { min, max }: Limits, unit: string): { min: string; max: string } {
  return { min: valueInUnit(view.text, min, unit), max: valueInUnit(view.text, max, unit) };
}

function problemWords(view: LaterView, problem: AssumptionProblem, unit: string): string {
  const { problems } = view.text.register;
  switch (problem.kind) {
    case "notNumber":
      return problems.notNumber({ field: fieldName(view, problem.field) });
    case "outOfRange": {
      const { field, isOpen } = problem;
      const [min, max] = [problem.limits.min, problem.limits.max].map((end) => assumptionText(field, end, unit));
      const values = { field: fieldName(view, field), min: min ?? "", max: max ?? "" };
      return isOpen ? problems.outOfOpenRange(values) : problems.outOfRange(values);
    }
    case "wrongOrder":
      return problems.wrongOrder({
        order: problem.order.map((field) => fieldName(view, field)).join(view.text.figures.comma),
      });
    case "noRoom":
      return problems.noRoom(rangeIn(view, problem.limits, unit));
    case "notFromZeroToOne":
      return problems.notFromZeroToOne;
  }
}

/** Whether what is wrong is said with what is allowed. */
function saysLimits(problem: AssumptionProblem | undefined): boolean {
  return problem !== undefined && "limits" in problem;
}

function isWrong(problem: AssumptionProblem | undefined, field: string): boolean {
  if (problem === undefined) return false;
  if (problem.kind === "wrongOrder") return problem.order.includes(field);
  return "field" in problem ? problem.field === field : true;
}

interface NumberInput {
  readonly field: string;
  readonly isOptional: boolean;
  /** Whether the parameter can be below zero. */
  readonly isSigned: boolean;
}

function numberInput(view: LaterView, key: string, draft: AssumptionDraft, { field, isOptional, isSigned }: NumberInput): TemplateResult {
  const { actions, text } = view;
  const id = assumptionId(key, field);
  const label = fieldName(view, field);
  const described = [
    ...(draft.problem ? [assumptionId(key, "problem")] : []),
    ...(isInUnit(field) && !saysLimits(draft.problem) ? [assumptionId(key, "allowed")] : []),
  ].join(" ");
  return html`<div class="number small">
    <label class="number-label" for=${id}>${isOptional ? text.register.optional({ field: label }) : label}</label>
    <input class="number-input" id=${id} type="text" inputmode=${isSigned ? "text" : "decimal"} autocomplete="off" spellcheck="false" dir="ltr"
      aria-invalid=${isWrong(draft.problem, field) ? "true" : nothing}
      aria-describedby=${described || nothing}
      .defaultValue=${draft.texts[field] ?? ""} .value=${draft.texts[field] ?? ""}
      @input=${(event: Event) => actions.typeAssumption(key, field, (event.currentTarget as HTMLInputElement).value)} />
  </div>`;
}

/** The form in which a visitor writes an assumption: as a range, or as a distribution with its numbers. */
export function assumptionEditor(
  view: LaterView,
  { key }: AssumptionName,
  draft: AssumptionDraft,
  unit: string,
  range: Limits,
): TemplateResult {
  const { actions, text } = view;
  const { register: words } = text;
  const { numbers, optional } = formFields(draft.form);
  const formId = assumptionId(key, "form");
  const isSigned = range.min < 0;
  const submit = (event: Event): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    actions.commitAssumption(key);
    // The page is drawn before this. A press of the button must not open the keyboard of a phone.
    queueMicrotask(() => {
      if (form.querySelector("input:focus")) form.querySelector<HTMLElement>("[aria-invalid]")?.focus();
    });
  };
  const choose = (event: Event): void =>
    actions.editAssumption(key, (event.currentTarget as HTMLSelectElement).value as AssumptionForm);
  return html`<form class="assumption-editor" @submit=${submit}>
    <label class="number-label" for=${formId}>${words.form}</label>
    <select class="select" id=${formId} @change=${choose}>
      ${kAssumptionForms.map(
        (form) => html`<option value=${form} .selected=${form === draft.form}>${words.forms[form]}</option>`,
      )}
    </select>
    <div class="assumption-fields">
      ${numbers.map((field) => numberInput(view, key, draft, { field, isOptional: false, isSigned }))}
      ${optional.map((field) => numberInput(view, key, draft, { field, isOptional: true, isSigned }))}
    </div>
    ${draft.problem
      ? html`<p class="problem" id=${assumptionId(key, "problem")} role="alert">${problemWords(view, draft.problem, unit)}</p>`
      : nothing}
    ${saysLimits(draft.problem) ? nothing : html`<p class="hint" id=${assumptionId(key, "allowed")}>${words.allowed(rangeIn(view, range, unit))}</p>`}
    <p class="assumption-ways">
      <button class="button" type="submit">${words.apply}</button>
      <button class="link" type="button" @click=${() => actions.leaveAssumption(key)}>${words.cancel}</button>
    </p>
  </form>`;
}
