import { html, nothing, type TemplateResult } from "lit";
import type { View } from "../view.ts";

/** What is known of a fault beside that it is there. */
export interface FaultDetails {
  /** What follows from it. */
  readonly consequence?: string | undefined;
  /** What a browser or the engine says of it. */
  readonly message?: string | undefined;
  /** Tries again; left out where that cannot help. */
  readonly retry?: (() => void) | undefined;
}

/** That something of the page did not come or does not work: `title`, a way to try again, technical details. */
export function fault(view: View, title: string, { consequence = "", message, retry }: FaultDetails): TemplateResult {
  const { engine: words } = view.text;
  return html`<div class="notice fault" role="alert">
    <p><strong>${title}</strong> ${consequence}</p>
    ${retry ? html`<p><button class="button" type="button" @click=${retry}>${words.retry}</button></p>` : nothing}
    ${message === undefined
      ? nothing
      : html`<details><summary>${words.details}</summary><p class="small" lang="en" dir="ltr">${message}</p></details>`}
  </div>`;
}
