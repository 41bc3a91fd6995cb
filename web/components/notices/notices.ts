import { html, nothing, type TemplateResult } from "lit";
import type { LinkFault } from "../../state/link/read_link.ts";
import type { Notice } from "../../state/notices.ts";
import type { Versions } from "../../state/versions.ts";
import { formatNumber } from "../../text/format.ts";
import { isLater, say, type View } from "../view.ts";

/** The most faults that are written out; the rest is counted. */
const kMostShown = 20;

/** The first of `items`, each as `one` writes it, and how many more there are. */
export function noticeList<Item>(view: View, items: readonly Item[], one: (item: Item) => TemplateResult): TemplateResult {
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

/** What a link says of the versions that it was made with. */
function versionsOf({ text }: View, { model, pack }: Versions): string {
  const { versionOf } = text.notices;
  const said = [
    ...(model === undefined ? [] : [versionOf.model({ version: model })]),
    ...(pack === undefined ? [] : [versionOf.pack({ version: pack })]),
  ];
  return said.join(text.figures.comma);
}

/** What is to be said; nothing until what has the words is there. */
function body(view: View, notice: Notice): TemplateResult | undefined {
  const { notices: words } = view.text;
  switch (notice.kind) {
    case "newVersion":
      return html`<p>${words.newVersion}</p>
        <p><button class="button" type="button" @click=${() => notice.takeOver()}>${words.takeOver}</button></p>`;
    case "linkFaults":
      return html`<p>${words.linkFaults({ count: notice.faults.length })}</p>
        ${noticeList(view, notice.faults, (fault) => linkFault(view, fault))}`;
    case "linkVersion":
      return html`<p>${words.linkVersion({ format: notice.format })}</p>`;
    case "linkFormat":
      return html`<p>${words.linkFormat({ format: notice.format })}</p>`;
    case "olderLink":
      return html`<p>${words.olderLink({ versions: versionsOf(view, notice.link) })}</p>
        ${notice.problem === "" ? nothing : html`<p>${words.changesUnknown({ message: notice.problem })}</p>`}
        ${noticeList(
          view,
          notice.releases.flatMap(({ date, changes }) => changes.map((change) => ({ date, change }))),
          ({ date, change }) => html`<span class="figures">${date}</span> ${say(view, change)}`,
        )}`;
    case "newerLink":
    case "unknownLink":
      return html`<p>${words[notice.kind]({ versions: versionsOf(view, notice.link) })}</p>`;
    case "fileFaults":
    case "planFaults":
      // Who chose the file did so in the part that has the words for it; a frame loads it for them.
      return (isLater(view) && view.later.modules.sharing?.fileFaults(view, notice)) || undefined;
  }
}

/** What a visitor has to know about the page, the link or the file that was opened, until it is dismissed. */
export function notices(view: View): TemplateResult {
  const { state, text, actions } = view;
  return html`<div class="notices" aria-live="polite">${state.notices.map((notice) => {
      const words = body(view, notice);
      return words && html`<div class="notice stale">
        ${words}
        <button class="link" type="button" @click=${() => actions.dismissNotice(notice)}>${text.notices.dismiss}</button>
      </div>`;
    })}</div>`;
}
