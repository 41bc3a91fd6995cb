import { html, nothing, type TemplateResult } from "lit";
import type { Notice } from "../../state/notices.ts";
import { formatNumber } from "../../text/format.ts";
import type { LaterView } from "../view.ts";
import { noticeList } from "./notices.ts";

type Faults = Extract<Notice, { readonly kind: "fileFaults" | "planFaults" }>;

/** What the engine says of a fault beside its kind: in its own words, which are English, or what of them is in figures. */
function detail({ text }: LaterView, code: string, message: string): TemplateResult | string {
  const { codes, limits } = text.notices;
  if (text.tag === "en" || code === "internal" || !Object.hasOwn(codes, code)) return html`<span lang="en" dir="ltr">${message}</span>`;
  const [, min, max] = / from (-?\d\S*) to (-?\d[^\s,]*)/.exec(message) ?? [];
  if (min !== undefined && max !== undefined) return limits({ min: formatNumber(Number(min), 6), max: formatNumber(Number(max), 6) });
  const [, line, column] = /line (\d+), column (\d+)/.exec(message) ?? [];
  return line !== undefined && column !== undefined ? text.fileFaults.place({ line, column }) : "";
}

function fileFault(view: LaterView, { code, path, message }: Faults["faults"][number]): TemplateResult {
  const { codes } = view.text.notices;
  const words = new Map<string, string>(Object.entries(codes)).get(code) ?? codes.other;
  return html`${path === "" ? nothing : html`<code dir="ltr">${path}</code> `}${words}
    ${detail(view, code, message)}`;
}

/** Why a file, or the plan of the page around a frame, was not taken. */
export function fileFaults(view: LaterView, notice: Faults): TemplateResult {
  const { faults } = notice;
  const { refused, refusedPlan } = view.text.fileFaults;
  return html`<p>${notice.kind === "planFaults" ? refusedPlan : refused({ name: notice.name, count: faults.length })}</p>
    ${noticeList(view, faults, (fault) => fileFault(view, fault))}`;
}
