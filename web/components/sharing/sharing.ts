import { html, nothing, type TemplateResult } from "lit";
import type { Copied, ResultFormat, SampleFormat, Saving } from "../../state/app_state.ts";
import { shownYear } from "../../state/app_state.ts";
import { samplesSize } from "../../state/file_saving.ts";
import { planField } from "../../state/plan/plan_fields.ts";
import { sameValue } from "../../state/plan/same_value.ts";
import { scenarioText } from "../../state/plan/scenario.ts";
import { headlineAt, yearIndex } from "../../state/readings.ts";
import { embedCode } from "../../state/embed_code.ts";
import { reproductionOf } from "../../state/scenario_files.ts";
import { isOfEngine } from "../../state/whole_answer.ts";
import { dateInWords } from "../../text/dates.ts";
import { formatMoney, formatMoneyRange, formatNumber } from "../../text/format.ts";
import { todayInDigits } from "../../text/today.ts";
import { localWords, planInShort } from "../answer/answer.ts";
import { fileFaults } from "../notices/file_faults.ts";
import { numberField } from "../number_field/number_field.ts";
import { displayOf, say, type LaterView } from "../view.ts";

export { fileFaults };

const kSampleFormats = ["csv", "xlsx"] as const satisfies readonly SampleFormat[];
const kFormats = ["csv", "xlsx", "json"] as const satisfies readonly ResultFormat[];

/** Draws that are offered; a link or a file may ask for others. */
const kDraws = [4096, 16_384, 65_536, 262_144];

/** A button that copies something, and whether that worked. */
function copyButton(view: LaterView, what: Copied, label: string, copyable: string): TemplateResult {
  const { actions, state, text } = view;
  const { copied } = state;
  const said = copied?.what === what ? (copied.isDone ? text.sharing.copied : text.sharing.notCopied) : "";
  return html`<span class="copy"><button class="button" type="button" @click=${() => actions.copy(what, copyable)}>${label}</button>
    <span class="hint" aria-live="polite">${said}</span></span>`;
}

function linkPart(view: LaterView, link: string): TemplateResult {
  const { text } = view;
  const { sharing } = text;
  const select = (event: Event): void => (event.currentTarget as HTMLInputElement).select();
  return html`<div class="sharing-part">
    <h3><label for="share-link">${sharing.link}</label></h3>
    <p class="hint" id="share-link-hint">${sharing.linkHint}</p>
    <input class="select" id="share-link" type="text" readonly dir="ltr" aria-describedby="share-link-hint"
      .value=${link} @focus=${select} />
    <p>${copyButton(view, "link", sharing.copyLink, link)}</p>
  </div>`;
}

/** What stands in a text that cites the answer shown. `date` is that of today as in 2026-11-28. */
function citation(view: LaterView, date: string): string {
  const { actions, pack, state, text } = view;
  const { answered, result, year } = state;
  const { version, packVersion } = result.model;
  const { p05, p50, p95 } = headlineAt(result, yearIndex(result, year));
  const [low, high] = formatMoneyRange(p05, p95, displayOf(view));
  return text.sharing.citation({
    plan: planInShort(text, answered),
    country: say(view, pack.label),
    year,
    amount: formatMoney(p50, displayOf(view)),
    low,
    high,
    baseYear: pack.baseYear,
    local: localWords(view) || "none",
    model: version,
    pack: say(view, pack.label),
    packVersion,
    date: dateInWords(text, date),
    link: actions.shareLink(answered),
  });
}

function citing(view: LaterView, date: string): TemplateResult {
  const { sharing } = view.text;
  const words = citation(view, date);
  return html`<div class="sharing-part">
    <h3>${sharing.cite}</h3>
    <p class="hint figures">${words}</p>
    <p class="sharing-ways">${copyButton(view, "citation", sharing.copyCitation, words)}</p>
  </div>`;
}

/** How another site shows this plan: HTML for its page. */
function embedding(view: LaterView, link: string): TemplateResult {
  const { sharing } = view.text;
  const code = embedCode(link, view.text);
  return html`<details class="sharing-part reproducing">
    <summary><h3>${sharing.embed}</h3></summary>
    <p class="hint">${sharing.embedHint}</p>
    <pre dir="ltr" tabindex="0"><code>${code}</code></pre>
    <p>${copyButton(view, "embed", sharing.copyEmbed, code)}</p>
  </details>`;
}

/** The report, to be printed or kept as a PDF, which browsers do where they print. `printReport` hears the button. */
function printing({ text }: LaterView): TemplateResult {
  const { report, sharing } = text;
  return html`<div class="sharing-part" data-part="report">
    <h3>${sharing.printed}</h3>
    <p class="hint">${sharing.printedHint}</p>
    <p class="sharing-ways"><button class="button" type="button" data-prints>${report.print}</button></p>
  </div>`;
}

function files(view: LaterView): TemplateResult {
  const { actions, state, text } = view;
  const { sharing } = text;
  const open = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) actions.openScenario(file);
    // So that the same file can be chosen again after it was changed.
    input.value = "";
  };
  return html`<div class="sharing-part">
    <h3>${sharing.files}</h3>
    <p class="hint">${sharing.filesHint}</p>
    <p class="sharing-ways">
      <button class="button" type="button" @click=${() => actions.saveScenario()}>${sharing.save}</button>
      <label class="button file">${sharing.open}<input class="hidden" type="file" accept=".json,application/json" @change=${open} /></label>
    </p>
    ${state.notices.map((notice) => (notice.kind === "fileFaults" ? html`<div class="problem file-faults">${fileFaults(view, notice)}</div>` : nothing))}
  </div>`;
}

/** What became of the file that was asked for. */
function savingWords({ text }: LaterView, saving: Saving): string {
  const { sharing } = text;
  switch (saving.kind) {
    case "making":
      return sharing.making;
    case "saved":
      return sharing.saved({ name: saving.name });
    case "planChanged":
      return sharing.planChanged;
    case "late":
      return sharing.notSaved({ message: sharing.late });
    case "stopped":
      return sharing.stopped;
    case "failed":
      return sharing.notSaved({ message: saving.message });
  }
}

function resultFiles(view: LaterView): TemplateResult {
  const { actions, state, text } = view;
  const { sharing } = text;
  const { saving } = state;
  return html`<div class="sharing-part">
    <h3>${sharing.results}</h3>
    <p class="hint">${sharing.resultsHint}</p>
    <p class="sharing-ways">${kFormats.map((format) => html`<button class="button" type="button"
      @click=${() => actions.saveResults(format)}>${sharing.saveAs({ format: sharing.formats[format] })}</button>`)}</p>
    <p class="hint" id="saving" aria-live="polite">${saving ? savingWords(view, saving) : ""}</p>
  </div>`;
}

/** Every draw behind the answer as a file, which takes a while. */
function sampleFiles(view: LaterView): TemplateResult {
  const { actions, state, text } = view;
  const { sharing } = text;
  const { sampling } = state;
  const { draws } = state.plan;
  const { rows, megabytes } = samplesSize(state.plan, view.pack);
  const size = {
    part: rows < draws ? ("first" as const) : ("all" as const),
    count: formatNumber(rows),
    all: formatNumber(draws),
    csv: megabytes.csv,
    excel: megabytes.xlsx,
  };
  return html`<div class="sharing-part">
    <h3>${sharing.samples}</h3>
    <p class="hint">${sharing.samplesHint(size)}</p>
    <p class="sharing-ways">${kSampleFormats.map((format) => html`<button class="button" type="button"
      ?disabled=${sampling?.kind === "making"} @click=${() => actions.saveSamples(format)}>${sharing.samplesAs({
        format: sharing.formats[format],
      })}</button>`)}</p>
    <p class="hint" id="sampling" aria-live="polite">${sampling ? savingWords(view, sampling) : ""}</p>
    ${sampling?.kind === "making"
      ? html`<p class="sharing-progress"><progress aria-label=${sharing.samples} max="1" .value=${sampling.done ?? 0}></progress>
          <button class="link" type="button" @click=${() => actions.stopSamples()}>${sharing.stop}</button></p>`
      : nothing}
  </div>`;
}

function randomNumbers(view: LaterView): TemplateResult {
  const { actions, pack, state, text } = view;
  const { sharing } = text;
  const { draws } = state.plan;
  const seed = planField("seed", state.plan, pack);
  const offered = [...new Set([...kDraws, draws])].toSorted((a, b) => a - b);
  return html`<div class="sharing-numbers">
    ${seed
      ? numberField(view, {
          field: "seed",
          label: sharing.seed,
          control: seed,
          spoken: String(seed.value),
          example: "1",
          isSmall: true,
        })
      : nothing}
    <div class="number small">
      <label class="number-label" for="draws">${sharing.draws}</label>
      <select class="select" id="draws"
        @change=${(event: Event) => actions.chooseDraws(Number((event.currentTarget as HTMLSelectElement).value))}>
        ${offered.map((count) => html`<option value=${String(count)} .selected=${count === draws}>${formatNumber(count)}</option>`)}
      </select>
    </div>
  </div>`;
}

/** How far the headline depends on the random numbers, where the engine has said so. */
function accuracy(view: LaterView): TemplateResult | typeof nothing {
  const { state, text } = view;
  const { whole } = state;
  if (!whole || !sameValue(whole.answered, state.plan) || !isOfEngine(whole.result)) return nothing;
  const year = shownYear(whole.result, whole.answered, state.year);
  const error = whole.result.standardError.exportsAdditional.p50[yearIndex(whole.result, year)] ?? 0;
  return html`<p class="hint">${text.sharing.accuracy({ year, amount: formatMoney(error, displayOf(view)) })}</p>`;
}

function reproducing(view: LaterView): TemplateResult {
  const { pack, state, text } = view;
  const { sharing } = text;
  const scenario = scenarioText(pack, state.plan);
  const { modelVersion, packVersion, commands } = reproductionOf(pack, state.plan, state.result.model.version);
  return html`<details class="sharing-part reproducing">
    <summary><h3>${sharing.reproduce}</h3></summary>
    <p class="hint">${sharing.reproduceHint({ model: modelVersion, pack: packVersion })}</p>
    ${randomNumbers(view)}
    ${accuracy(view)}
    <h4>${sharing.scenario}</h4>
    <pre dir="ltr" tabindex="0"><code>${scenario}</code></pre>
    <p>${copyButton(view, "scenario", sharing.copyScenario, scenario)}</p>
    <h4>${sharing.command}</h4>
    <pre dir="ltr" tabindex="0"><code>${commands[0]}</code></pre>
    <p>${copyButton(view, "command", sharing.copyCommand, commands[0])}</p>
    <p class="hint">${sharing.program}</p>
    <pre dir="ltr" tabindex="0"><code>${commands[1]}</code></pre>
  </details>`;
}

/**
 * Ways to pass a plan on: its link, the printed report, files, all that gets the same numbers elsewhere, and the calculator itself
 * on other sites. A page without its program has no link. `date` is that of today as in 2026-11-28.
 */
export function sharing(view: LaterView, link = view.actions.shareLink(), date = todayInDigits()): TemplateResult {
  const { text } = view;
  return html`<section class="sharing" id="share" aria-labelledby="share-title" data-asks ?inert=${view.isStatic}>
    <h2 id="share-title">${text.sharing.title}</h2>
    <div class="sharing-parts">${linkPart(view, link)}${link === "" ? nothing : citing(view, date)}${printing(view)}${files(view)}${resultFiles(view)}${sampleFiles(view)}</div>
    ${reproducing(view)}
    ${link === "" ? nothing : embedding(view, link)}
  </section>`;
}
