import { html, type TemplateResult } from "lit";
import { sources } from "../../components/sources/sources.ts";
import { say } from "../../components/view.ts";
import type { Pack, Text } from "../../engine/types.ts";
import { dollarDisplay } from "../../text/currency.ts";
import { dateInWords } from "../../text/dates.ts";
import { formatMoney, formatMoneyRange, formatSignificant } from "../../text/format.ts";
import { setIn } from "../../text/message.ts";
import type { PageView } from "../pages.ts";

/** What one reading of the priors says of one interval, US$ of the day. */
interface Prediction {
  readonly quantiles: Readonly<Record<"p05" | "p50" | "p95", number>>;
  readonly inside: { readonly 90: boolean };
}

/** How one reading of the priors did. */
interface Reading {
  readonly intervals: readonly Prediction[];
  /** Geometric mean. */
  readonly observedOverMedian: number;
}

/** The back-test of a programme as `export-potential hindcast` writes it, as far as it is shown, with what is said of the programme. */
export interface BackTest {
  readonly label: Text;
  readonly note: Text;
  readonly sources: Pack["sources"];
  /** Months as "YYYY-MM"; amounts are gross sales from the end of the one to the end of the other, US$ of the day. */
  readonly after: readonly { readonly from: string; readonly to: string; readonly observed: number }[];
  /** What was reported until the end of this month is taken as known. */
  readonly split: string;
  readonly readings: Readonly<Record<"prior" | "matched", Reading>>;
}

function cells(view: PageView, test: BackTest, index: number): TemplateResult[] {
  const display = dollarDisplay(view.text);
  return (["prior", "matched"] as const).map((name) => {
    const { p05 = 0, p50 = 0, p95 = 0 } = test.readings[name].intervals[index]?.quantiles ?? {};
    const [low, high] = formatMoneyRange(p05, p95, display);
    return html`<td>${setIn(view.text, view.text.backTest.range({ middle: formatMoney(p50, display), low, high }))}</td>`;
  });
}

function finding({ text }: PageView, name: keyof BackTest["readings"], { after, readings }: BackTest): string {
  const { intervals, observedOverMedian } = readings[name];
  return text.backTest.finding[name]({
    inside: intervals.filter(({ inside }) => inside[90]).length,
    count: after.length,
    ratio: formatSignificant(observedOverMedian, 2),
  });
}

/** How the assumptions would have done for a programme of the past. */
export function backTest(view: PageView, test: BackTest): TemplateResult {
  const { text, pack } = view;
  const words = text.backTest;
  const display = dollarDisplay(text);
  return html`<section class="back-test" aria-labelledby="back-test">
    <h2 id="back-test">${words.title}</h2>
    <p>${words.text({ programme: say(view, test.label), split: dateInWords(text, test.split) })}</p>
    <div class="table-box" role="group" tabindex="0" aria-label=${words.title}>
      <table>
        <caption>${words.caption}</caption>
        <thead><tr>
          <th scope="col">${words.months}</th><th scope="col">${words.reported}</th>
          <th scope="col">${words.prior}</th><th scope="col">${words.matched}</th>
        </tr></thead>
        <tbody>${test.after.map(
          ({ from, to, observed }, index) => html`<tr>
            <th scope="row">${setIn(text, words.between({ from: dateInWords(text, from), to: dateInWords(text, to) }))}</th>
            <td>${setIn(text, formatMoney(observed, display))}</td>
            ${cells(view, test, index)}
          </tr>`,
        )}</tbody>
      </table>
    </div>
    <ul class="points">
      <li>${finding(view, "prior", test)}</li>
      <li>${finding(view, "matched", test)}</li>
      <li>${words.caution}</li>
    </ul>
    <p class="small">${say(view, test.note)}</p>
    <details><summary>${words.sources}</summary>${sources({ ...view, pack: { ...pack, sources: test.sources } }, Object.keys(test.sources))}</details>
  </section>`;
}
