import { html, nothing, type TemplateResult } from "lit";
import { phrase } from "../../components/phrase/phrase.ts";
import { say } from "../../components/view.ts";
import type { Phrase } from "../../text/phrase.ts";
import { documentPage } from "../document_page.ts";
import type { PageView } from "../pages.ts";
import { equation } from "./equation.ts";
import { kEquations, type Equation } from "./equations.ts";

type SectionName = keyof PageView["text"]["method"]["sections"];

/** In the order of the model. */
const kSections: readonly SectionName[] = [
  "question",
  "notation",
  "pool",
  "registrations",
  "active",
  "sales",
  "earnings",
  "follows",
  "interruptions",
  "luck",
  "domestic",
  "uncertainty",
  "analyses",
  "outside",
];

function paragraph(words: string | Phrase | undefined): TemplateResult | typeof nothing {
  if (words === undefined) return nothing;
  return html`<p>${typeof words === "string" ? words : phrase(words)}</p>`;
}

function section({ text }: PageView, name: SectionName): TemplateResult {
  const words: { readonly title: string; readonly before: string | Phrase; readonly after?: string | Phrase } =
    text.method.sections[name];
  const byName: Readonly<Record<string, readonly Equation[]>> = kEquations;
  const equations = byName[name] ?? [];
  return html`<section aria-labelledby=${name}>
    <h2 id=${name}>${words.title}</h2>
    ${paragraph(words.before)}
    ${equations.map((one) =>
      equation(one, one.number === undefined ? text.method.equation : text.method.numbered({ number: one.number })),
    )}
    ${paragraph(words.after)}
  </section>`;
}

function symbols(view: PageView): TemplateResult {
  const { symbols: words } = view.text.method;
  return html`<section aria-labelledby="symbols">
    <h2 id="symbols">${words.title}</h2>
    <p>${words.lead} <a href="evidence.html">${view.text.site.pages.evidence}</a></p>
    <div class="table-box" role="group" tabindex="0" aria-label=${words.title}>
      <table class="symbols">
        <thead><tr><th scope="col">${words.symbol}</th><th scope="col">${words.meaning}</th></tr></thead>
        <tbody>${Object.entries(view.pack.parameters).map(
          ([symbol, { label }]) => html`<tr><th scope="row"><code>${symbol}</code></th><td>${say(view, label)}</td></tr>`,
        )}</tbody>
      </table>
    </div>
  </section>`;
}

/** How the calculator computes, with the equations of the model. */
export function methodView(view: PageView): TemplateResult {
  const { method } = view.text;
  return documentPage(
    view,
    "method",
    html`<h1>${method.heading}</h1>
    <p class="lead">${method.lead}</p>
    ${kSections.map((name) => section(view, name))}
    ${symbols(view)}`,
  );
}
