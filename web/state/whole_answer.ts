import type { RunResult } from "../engine/types.ts";
import type { AppState } from "./app_state.ts";
import type { Plan } from "./plan/plan.ts";
import type { ShownResult } from "./readings.ts";
import type { Store } from "./store.ts";

/** Longest time in milliseconds that a visitor waits for an answer. */
const kPatienceMs = 60_000;

/** All that the engine says of a plan, or why that cannot be had. */
export type WholeAnswer =
  | { readonly kind: "answer"; readonly plan: Plan; readonly result: RunResult }
  | { readonly kind: "planChanged" }
  | { readonly kind: "late" }
  | { readonly kind: "failed"; readonly message: string };

/** Whether a result is one of the engine's own, and not the one that was built into the page. */
export function isOfEngine(result: ShownResult): result is RunResult {
  return "standardError" in result;
}

/** What `state` says of the answer to `plan`, as soon as that is decided. */
function answerIn(state: AppState, plan: Plan): WholeAnswer | undefined {
  const { engine, refusal, whole } = state;
  if (state.plan !== plan) return { kind: "planChanged" };
  if (engine.kind === "failed") return { kind: "failed", message: engine.message };
  if (refusal) return { kind: "failed", message: refusal.message };
  if (whole?.answered !== plan) return undefined;
  const { result } = whole;
  return result.model.draws === plan.draws && isOfEngine(result) ? { kind: "answer", plan, result } : undefined;
}

/**
 * The whole answer to the plan that `store` holds, from all of its draws. Where it is not there yet,
 * `ask` has to ask for it; its coming, or why it does not come, is read from the store.
 */
export function wholeAnswer(
  store: Store<AppState>,
  ask: (plan: Plan) => void,
  patienceMs = kPatienceMs,
): Promise<WholeAnswer> {
  const { plan, refusal: before } = store.get();
  // What was no fault of the plan is asked again.
  if (before?.fault) store.update({ refusal: undefined });
  const present = answerIn(store.get(), plan);
  if (present) return Promise.resolve(present);
  return new Promise((resolve) => {
    const end = (answer: WholeAnswer): void => {
      clearTimeout(patience);
      unsubscribe();
      resolve(answer);
    };
    const patience = setTimeout(() => end({ kind: "late" }), patienceMs);
    const unsubscribe = store.subscribe(() => {
      const answer = answerIn(store.get(), plan);
      if (answer) end(answer);
    });
    ask(plan);
  });
}
