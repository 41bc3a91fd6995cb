import { noChange, nothing, type TemplateResult } from "lit";
import { AsyncDirective } from "lit/async-directive.js";
import { directive } from "lit/directive.js";
import { messageOf } from "../../engine/errors.ts";
import { fault } from "../fault/fault.ts";
import type { View } from "../view.ts";

/** What is made of a view: a part of the page, or nothing. */
export type Made = TemplateResult | typeof nothing;

/** Properties that were read of an object, with their values. */
type Reads = Map<PropertyKey, unknown>;

/** `target` with `instead` in the place of some of its properties; all else that is read of it is written down in `reads`. */
function watched<Target extends object>(target: Target, reads: Reads, instead: Partial<Target> = {}): Target {
  return new Proxy(target, {
    get: (from, key) => {
      if (Object.hasOwn(instead, key)) return Reflect.get(instead, key);
      const value: unknown = Reflect.get(from, key);
      reads.set(key, value);
      return value;
    },
  });
}

function isAsRead(target: object, reads: Reads): boolean {
  for (const [key, value] of reads) if (!Object.is(Reflect.get(target, key), value)) return false;
  return true;
}

/** What a part was made from. */
class Ingredients<Seen extends View> {
  readonly #view: Seen;
  readonly #others: readonly unknown[];
  readonly #ofState: Reads = new Map();
  readonly #ofPlan: Reads = new Map();

  constructor(view: Seen, others: readonly unknown[]) {
    this.#view = view;
    this.#others = others;
  }

  /** The view to make the part from, also of parts in it, which are made later. */
  view(): Seen {
    const { state } = this.#view;
    const plan = watched(state.plan, this.#ofPlan);
    return { ...this.#view, state: watched(state, this.#ofState, { plan }) };
  }

  /** Whether the part would be the same of `view` and `others`. */
  areIn(view: Seen, others: readonly unknown[]): boolean {
    const names = Object.keys(view) as (keyof Seen)[];
    return (
      others.length === this.#others.length &&
      others.every((one, index) => Object.is(one, this.#others[index])) &&
      names.every((name) => name === "state" || Object.is(view[name], this.#view[name])) &&
      isAsRead(view.state, this.#ofState) &&
      isAsRead(view.state.plan, this.#ofPlan)
    );
  }
}

type Show<Seen extends View, Others extends readonly unknown[]> = (view: Seen, ...others: Others) => Made;

/**
 * Makes a part of the page, and makes it again only when something that it was made from has changed. A part that
 * cannot be made says so at its place: what is around it is drawn all the same. While the page is drawn for the first
 * time the part waits for its turn.
 */
export class PartDirective extends AsyncDirective {
  #show: unknown;
  #ingredients: Ingredients<View> | undefined;

  override render(view: View, show: Show<View, readonly unknown[]>, ...others: readonly unknown[]): Made | typeof noChange {
    if (show === this.#show && this.#ingredients?.areIn(view, others)) return noChange;
    if (view.turns?.putOff(() => this.setValue(this.#make(view, show, others)))) return nothing;
    return this.#make(view, show, others);
  }

  #make(view: View, show: Show<View, readonly unknown[]>, others: readonly unknown[]): Made {
    const ingredients = new Ingredients(view, others);
    this.#ingredients = undefined;
    try {
      const made = show(ingredients.view(), ...others);
      this.#show = show;
      this.#ingredients = ingredients;
      return made;
    } catch (error) {
      reportError(error);
      return fault(view, view.text.later.failed, { message: messageOf(error) });
    }
  }
}

/** A part of the page in a template: what lit makes of the directive. */
export interface Part {
  readonly values: Parameters<PartDirective["render"]>;
}

const makePart = directive(PartDirective);

/**
 * A part of the page that `show` makes of `view` and `others`. In a live page `show` is asked again only when
 * something has changed that it read of the view's state, or anything else of the view, or one of `others`. So it may
 * depend on nothing else, listeners must not read the view when they are called, and the plan in the state is not to
 * be compared with another by identity.
 */
export function part<Seen extends View, Others extends readonly unknown[]>(
  view: Seen,
  show: Show<Seen, Others>,
  ...others: Others
): Part {
  return makePart(view, show as unknown as Show<View, readonly unknown[]>, ...others) as Part;
}

/** Whether `value` is a part, from `part`. */
export function isPart(value: unknown): value is Part {
  return typeof value === "object" && value !== null && "_$litDirective$" in value && value["_$litDirective$"] === PartDirective;
}

/** What a part is when it is made for the first time. */
export function madeOf({ values: [view, show, ...others] }: Part): Made {
  return show(view, ...others);
}
