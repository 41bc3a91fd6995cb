import { html, type TemplateResult } from "lit";
import { limits } from "../../components/limits/limits.ts";
import { say } from "../../components/view.ts";
import { rootFrom } from "../../text/languages.ts";
import { documentPage } from "../document_page.ts";
import type { PageView } from "../pages.ts";

type SectionName = keyof PageView["text"]["about"]["sections"];

function section({ text }: PageView, name: SectionName, end: TemplateResult | "" = ""): TemplateResult {
  const { title, ...points } = text.about.sections[name];
  return html`<section aria-labelledby=${name}>
    <h2 id=${name}>${title}</h2>
    ${Object.values(points).map((words) => html`<p>${words}</p>`)}
    ${end}
  </section>`;
}

/** Leads to what those ask for whose work is in the calculator, in their own words. */
function notices({ text }: PageView): TemplateResult {
  return html`<p><a href=${`${rootFrom(text.tag)}licences.txt`} hreflang="en">${text.about.notices}</a></p>`;
}

/** How to name the calculator in a text of one's own; titles of works stay as they are in every language. */
function citation(view: PageView): TemplateResult {
  const { text, pack, state } = view;
  const { version, packVersion } = state.result.model;
  const { cite } = text.about;
  return html`<section aria-labelledby="cite">
    <h2 id="cite">${cite.title}</h2>
    <p>${cite.text}</p>
    <blockquote>${cite.example({ model: version, pack: say(view, pack.label), packVersion })}</blockquote>
  </section>`;
}

/** Who and what stands behind the calculator, its limits, licence and privacy. */
export function aboutView(view: PageView): TemplateResult {
  const { about } = view.text;
  return documentPage(
    view,
    "about",
    html`<h1>${about.heading}</h1>
    <p class="lead">${about.lead}</p>
    ${section(view, "who")}
    ${limits(view)}
    ${section(view, "privacy")}
    ${section(view, "licence", notices(view))}
    ${citation(view)}
    ${section(view, "access")}
    ${section(view, "embed")}`,
  );
}
