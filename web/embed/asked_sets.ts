import { jsonOf } from "../engine/json.ts";
import type { SetFault } from "./protocol.ts";

/** Why the calculator did not take what a page asked for. */
export class CalculatorError extends Error {
  override readonly name = "CalculatorError";
  /** Every fault; at least one. */
  readonly errors: readonly SetFault[];

  constructor(errors: readonly SetFault[]) {
    super(errors.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join(" "));
    this.errors = errors;
  }
}

/** What a page can ask a calculator for: a scenario, as an object or as JSON text, or a share link. */
export type Wanted = { readonly scenario: object | string } | { readonly link: string };

type Data = Readonly<Record<string, unknown>>;

interface Asked {
  data: Data;
  resolve(state: unknown): void;
  reject(error: Error): void;
}

/** What a page asks of a calculator, until each question is answered or refused: none is left without either. */
export class AskedSets {
  readonly #tell: (data: Data, id: string) => void;
  readonly #asked = new Map<string, Asked>();
  #count = 0;
  #isHeard = false;
  #refusal: readonly SetFault[] | undefined;

  /** `tell` sends the data of a "set" under its id. */
  constructor(tell: (data: Data, id: string) => void) {
    this.#tell = tell;
  }

  /** Whether the calculator hears what it is told. */
  get isHeard(): boolean {
    return this.#isHeard;
  }

  /** Whether there is none. */
  get isRefused(): boolean {
    return this.#refusal !== undefined;
  }

  /** Asks for `wanted` now or as soon as the calculator hears. Resolves to its answer, rejects with a CalculatorError. */
  ask(wanted: Wanted): Promise<unknown> {
    const id = `set-${++this.#count}`;
    return new Promise((resolve, reject) => {
      const asked: Asked = { data: { ...wanted }, resolve, reject };
      this.#asked.set(id, asked);
      if (this.#refusal) this.settle({ id, errors: this.#refusal });
      // As JSON has it now: objects that a framework watches cannot be sent, and the page may change them.
      this.#attempt(id, () => (asked.data = JSON.parse(jsonOf(asked.data)) as Data));
      if (this.#isHeard) this.#send(id);
    });
  }

  /**
   * The calculator hears, perhaps once more, in another document that knows nothing of what was asked: it is told all that
   * has no answer.
   */
  open(): void {
    this.#isHeard = true;
    this.#refusal = undefined;
    for (const id of this.#asked.keys()) this.#send(id);
  }

  /** Another calculator is to come, which is told what has no answer. */
  restart(): void {
    this.#isHeard = false;
    this.#refusal = undefined;
  }

  /** There is no calculator: all that was asked is refused, and so is what is asked from now on. */
  refuse(errors: readonly SetFault[]): void {
    this.#isHeard = false;
    this.#refusal = errors;
    for (const id of this.#asked.keys()) this.settle({ id, errors });
  }

  /** The calculator said something of the question `id`, if it is one. */
  settle({ id, errors, ...state }: { readonly id: string; readonly errors?: readonly SetFault[] }): void {
    const asked = this.#asked.get(id);
    if (!asked) return;
    this.#asked.delete(id);
    if (errors) asked.reject(new CalculatorError(errors));
    else asked.resolve(state);
  }

  #send(id: string): void {
    const asked = this.#asked.get(id);
    // What goes deeper than browsers copy is refused here as well.
    if (asked) this.#attempt(id, () => this.#tell(asked.data, id));
  }

  #attempt(id: string, what: () => void): void {
    try {
      what();
    } catch (error) {
      const [key = ""] = Object.keys(this.#asked.get(id)?.data ?? {});
      this.settle({ id, errors: [{ code: "wrong_type", path: `/${key}`, message: `It cannot be sent as JSON: ${String(error)}` }] });
    }
  }
}
