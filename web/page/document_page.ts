import { html, type TemplateResult } from "lit";
import { footer } from "../components/footer/footer.ts";
import { header, type PageName } from "../components/header/header.ts";
import type { PageView } from "./pages.ts";

/** A page to read: the header, its text, the footer. */
export function documentPage(view: PageView, page: PageName, content: TemplateResult): TemplateResult {
  return html`
    <a class="skip" href="#content">${view.text.site.skipToText}</a>
    ${header(view, page)}
    <main class="page document" id="content" tabindex="-1">${content}</main>
    ${footer(view, page)}`;
}
