import { html, type TemplateResult } from "lit";
import { isPart, madeOf } from "../../web/components/part/part.ts";
import { kNoActions } from "../../web/page/static_page.ts";
import type { Actions } from "../../web/state/actions.ts";
import { markupOf } from "./markup.ts";

type Listener = (event: object) => unknown;

/** What is shown of a value in a template, with listeners as attributes that number them. */
function numbered(value: unknown, listeners: Listener[]): unknown {
  if (typeof value === "function") return listeners.push(value as Listener) - 1;
  if (Array.isArray(value)) return value.map((one) => numbered(one, listeners));
  if (isPart(value)) return numbered(madeOf(value), listeners);
  if (typeof value !== "object" || value === null || !("strings" in value)) return value;
  const template = value as TemplateResult;
  return {
    ...template,
    strings: template.strings.map((string) => string.replace(/@(\w+)=$/, "data-on-$1=")),
    values: template.values.map((one) => numbered(one, listeners)),
  };
}

/**
 * Has the one element of a template that listens to `event` and whose tag, with the words right behind it, has `mark`
 * in it hear that event, with what the listener reads of it.
 */
export function hear(template: TemplateResult, event: string, mark: string, read: object = {}): void {
  const listeners: Listener[] = [];
  const markup = markupOf(html`${numbered(template, listeners)}`);
  const elements = [...markup.matchAll(/<[^<>]*>[^<]*/g)].map(([element]) => element).filter((element) => element.includes(mark));
  const found = elements.flatMap((element) => new RegExp(` data-on-${event}="(\\d+)"`).exec(element)?.[1] ?? []);
  if (found.length !== 1) throw new Error(`${found.length} elements with “${mark}” listen to ${event}.`);
  listeners[Number(found[0])]?.(read);
}

/** Actions that only write down with what they were called. */
export function writtenActions(): { readonly actions: Actions; readonly calls: unknown[][] } {
  const calls: unknown[][] = [];
  const actions = new Proxy(kNoActions, {
    get: (_, name) => (...given: unknown[]) => void calls.push([name, ...given]),
  });
  return { actions, calls };
}
