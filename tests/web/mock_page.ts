import { initialState, type AppState } from "../../web/state/app_state.ts";
import { compactHeadline } from "../../web/state/compact_result.ts";
import { Controller, type ControllerOptions, type PageEngine } from "../../web/state/controller.ts";
import type { Preset } from "../../web/state/presets.ts";
import { createStore, type Store } from "../../web/state/store.ts";
import { mockPack } from "./mock_pack.ts";
import { mockResult } from "./mock_result.ts";
import { kNoEngine, kNoSurroundings, nowhere } from "./surroundings.ts";

const facts = { story: { en: "A story." }, sources: [] };
/** A ready-made plan. */
const food: Preset = {
  id: "food",
  label: { en: "Food" },
  ...facts,
  scenario: { schema: 1, pack: "zz", onboarding: { mix: { "food/b2c": 1 } } },
};
/** A ready-made plan with a target. */
export const much: Preset = {
  id: "much",
  label: { en: "Much" },
  ...facts,
  scenario: { schema: 1, pack: "zz", measures: [{ type: "logistics", from: 2027, days: -5 }] },
  goal: { target: 2e9, year: 2030, probabilities: [0.5, 0.1] },
};
/** A page without a page. */
export interface Stage {
  readonly store: Store<AppState>;
  readonly controller: Controller;
  readonly address: ReturnType<typeof nowhere>;
}

/** A started page over the mock pack whose engine has come and answers with as many dollars as there are new sellers. */
export async function setUp(
  options: Partial<ControllerOptions> = {},
  engine: Partial<PageEngine> = {},
  hash = "",
): Promise<Stage> {
  const store = createStore<AppState>(initialState(mockPack, mockResult(1)));
  const address = nowhere(hash);
  const complete: PageEngine = {
    ...kNoEngine,
    run: (scenario) => Promise.resolve(mockResult(scenario.onboarding?.newSellers ?? 100_000)),
    headline: async (scenario, choice) => compactHeadline(await complete.run(scenario, choice), 250),
    ...engine,
  };
  const controller = new Controller(mockPack, store, {
    ...kNoSurroundings,
    presets: [food, much],
    address,
    loadEngine: () => Promise.resolve(complete),
    ...options,
  });
  controller.start();
  await controller.prepare();
  return { store, controller, address };
}

