import { html, nothing, type TemplateResult } from "lit";
import { fault } from "../fault/fault.ts";
import type { Part } from "../part/part.ts";
import { isLater, type LaterView, type View } from "../view.ts";

/** Parts of the page whose programs come when their places are near the window, with their modules. */
export interface LaterModules {
  readonly results: typeof import("../results/results.ts");
  readonly compare: typeof import("../compare/compare.ts");
  readonly sharing: typeof import("../sharing/sharing.ts");
  /** What stands behind the figures: readings of the sources, the register of assumptions. */
  readonly assumptions: typeof import("../assumptions/assumption_list.ts");
  /** Has no place of its own: it is drawn when the page is printed. */
  readonly report: typeof import("../report/report.ts");
  /** What the search for the sellers of a ready-made plan has found. */
  readonly goalWords: typeof import("../presets/goal_words.ts");
  /** Of the ready-made plan that is set. */
  readonly storySources: typeof import("../sources/sources.ts");
}
export type LaterName = keyof LaterModules;

/** What has come of them. */
export interface Later {
  readonly modules: Partial<LaterModules>;
  /** Why a part did not come. */
  readonly problems: Readonly<Partial<Record<LaterName, string>>>;
  retry(name: LaterName): void;
}

/** Nothing has come, nothing will: a page without its program. */
export const kNothingLater: Later = { modules: {}, problems: {}, retry: () => undefined };

/**
 * The place of a part that comes later: it keeps room while it waits, and says so where it did not
 * come. `data-part` names it to whoever watches the window. `anchor` is an id in the part that links
 * lead to: the place has it until the part does.
 */
export function later<Name extends LaterName>(
  view: View,
  name: Name,
  show: (module: LaterModules[Name], view: LaterView) => Part,
  anchor?: string,
): TemplateResult {
  const { modules, problems } = view.later;
  const module: LaterModules[Name] | undefined = modules[name];
  const problem = problems[name];
  const isThere = module !== undefined && isLater(view);
  const isWaiting = !isThere && problem === undefined;
  return html`<div class=${isWaiting ? "later waiting" : "later"} id=${isThere ? nothing : (anchor ?? nothing)} data-part=${name}>${
    isThere
      ? show(module, view)
      : problem === undefined
        ? html`<p>${view.text.later.waiting}</p>`
        : fault(view, view.text.later.failed, { message: problem, retry: () => view.later.retry(name) })
  }</div>`;
}
