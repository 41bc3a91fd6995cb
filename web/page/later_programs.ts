import type { Later, LaterModules, LaterName } from "../components/later/later.ts";
import { messageOf } from "../engine/errors.ts";

/** How each part of the page that comes later is had. */
export type Loaders = { readonly [Name in LaterName]: () => Promise<LaterModules[Name]> };

/** Loads parts of the page when they are asked for, each once unless it fails. */
export class LaterPrograms {
  readonly #loaders: Loaders;
  readonly #onChange: () => void;
  readonly #asked = new Set<LaterName>();
  #state: Later;

  /** `onChange` hears of every part that has come or failed. */
  constructor(loaders: Loaders, onChange: () => void) {
    this.#loaders = loaders;
    this.#onChange = onChange;
    this.#state = { modules: {}, problems: {}, retry: (name) => this.#retry(name) };
  }

  /** What has come. */
  get state(): Later {
    return this.#state;
  }

  /** Loads a part unless it was asked for before; what is no part's name is passed over. */
  load(name: string): void {
    if (!this.#isName(name) || this.#asked.has(name)) return;
    this.#asked.add(name);
    void this.#load(name);
  }

  /** Loads all parts. */
  loadAll(): void {
    for (const name of Object.keys(this.#loaders)) this.load(name);
  }

  #isName(name: string): name is LaterName {
    return Object.hasOwn(this.#loaders, name);
  }

  #retry(name: LaterName): void {
    const { [name]: _, ...problems } = this.#state.problems;
    this.#change({ problems });
    void this.#load(name);
  }

  async #load(name: LaterName): Promise<void> {
    try {
      const module = await this.#loaders[name]();
      this.#change({ modules: { ...this.#state.modules, [name]: module } });
    } catch (error) {
      this.#change({ problems: { ...this.#state.problems, [name]: messageOf(error) } });
    }
  }

  #change(patch: Partial<Later>): void {
    this.#state = { ...this.#state, ...patch };
    this.#onChange();
  }
}
