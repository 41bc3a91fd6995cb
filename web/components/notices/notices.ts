import { html, nothing, type TemplateResult } from "lit";
import type { EngineFault } from "../../engine/errors.ts";
import type { LinkFault } from "../../state/link/read_link.ts";
import type { Notice } from "../../state/notices.ts";
import type { Versions } from "../../state/versions.ts";
import { formatNumber } from "../../text/format.ts";
import { say, type View } from "../view.ts";

/** The most faults that are written out; the rest is counted. */
const kMostShown = 20;

function list<Item>(view: View, items: readonly Item[], one: (item: Item) => TemplateResult): TemplateResult {
  const rest = items.length - kMostShown;
  return html`<ul class="notice-list">
    ${items.slice(0, kMostShown).map((item) => html`<li>${one(item)}</li>`)}
    ${rest > 0 ? html`<li>${view.text.notices.more({ count: rest })}</li>` : nothing}
  </ul>`;
}

function linkFault(view: View, { key, value, problem, limits, isYear, figure = 0 }: LinkFault): TemplateResult {
  const { notices } = view.text;
  const end = (value: number): string => (isYear ? String(value) : formatNumber(value, 6));
  const range = limits ? html` ${notices.limits({ min: end(limits.min), max: end(limits.max) })}` : nothing;
  const words = notices.linkProblems[problem];
  return html`<code dir="ltr">${key}=${value}</code> ${typeof words === "string" ? words : words({ figure: end(figure) })}${range}`;
}

/** What the engine says of a fault beside its kind: in its own words, which are English, or what of them is in figures. */
function detail({ text }: View, code: string, message: string): TemplateResult | string {
  const { codes, limits, place } = text.notices;
  if (text.tag === "en" || code === "internal" || !Object.hasOwn(codes, code)) return html`<span lang="en" dir="ltr">${message}</span>`;
  const [, min, max] = / from (-?\d\S*) to (-?\d[^\s,]*)/.exec(message) ?? [];
  if (min !== undefined && max !== undefined) return limits({ min: formatNumber(Number(min), 6), max: formatNumber(Number(max), 6) });
  const [, line, column] = /line (\d+), column (\d+)/.exec(message) ?? [];
  return line !== undefined && column !== undefined ? place({ line, column }) : "";
}

function fileFault(view: View, { code, path, message }: EngineFault): TemplateResult {
  const { codes } = view.text.notices;
  const words = new Map<string, string>(Object.entries(codes)).get(code) ?? codes.other;
  return html`${path === "" ? nothing : html`<code dir="ltr">${path}</code> `}${words}
    ${detail(view, code, message)}`;
}

/** Why a file was not taken. */
export function fileFaults(view: View, { name, faults }: Extract<Notice, { readonly kind: "fileFaults" }>): TemplateResult {
  return html`<p>${view.text.notices.fileFaults({ name, count: faults.length })}</p>
    ${list(view, faults, (fault) => fileFault(view, fault))}`;
}

/** What a link says of the versions that it was made with. */
function versionsOf({ text }: View, { model, pack }: Versions): string {
  const { versionOf } = text.notices;
  const said = [
    ...(model === undefined ? [] : [versionOf.model({ version: model })]),
    ...(pack === undefined ? [] : [versionOf.pack({ version: pack })]),
  ];
  return said.join(text.figures.comma);
}

function body(view: View, notice: Notice): TemplateResult {
  const { notices: words } = view.text;
  switch (notice.kind) {
    case "newVersion":
      return html`<p>${words.newVersion}</p>
        <p><button class="button" type="button" @click=${() => notice.takeOver()}>${words.takeOver}</button></p>`;
    case "linkFaults":
      return html`<p>${words.linkFaults({ count: notice.faults.length })}</p>
        ${list(view, notice.faults, (fault) => linkFault(view, fault))}`;
    case "linkVersion":
      return html`<p>${words.linkVersion({ format: notice.format })}</p>`;
    case "linkFormat":
      return html`<p>${words.linkFormat({ format: notice.format })}</p>`;
    case "olderLink":
      return html`<p>${words.olderLink({ versions: versionsOf(view, notice.link) })}</p>
        ${notice.problem === "" ? nothing : html`<p>${words.changesUnknown({ message: notice.problem })}</p>`}
        ${list(
          view,
          notice.releases.flatMap(({ date, changes }) => changes.map((change) => ({ date, change }))),
          ({ date, change }) => html`<span class="figures">${date}</span> ${say(view, change)}`,
        )}`;
    case "newerLink":
    case "unknownLink":
      return html`<p>${words[notice.kind]({ versions: versionsOf(view, notice.link) })}</p>`;
    case "fileFaults":
      return fileFaults(view, notice);
  }
}

/** What a visitor has to know about the page, the link or the file that was opened, until it is dismissed. */
export function notices(view: View): TemplateResult {
  const { state, text, actions } = view;
  return html`<div class="notices" aria-live="polite">${state.notices.map(
      (notice) => html`<div class="notice stale">
        ${body(view, notice)}
        <button class="link" type="button" @click=${() => actions.dismissNotice(notice)}>${text.notices.dismiss}</button>
      </div>`,
    )}</div>`;
}
