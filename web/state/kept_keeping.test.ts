import { describe, expect, it, vi } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { mockResult } from "../../tests/web/mock_result.ts";
import { initialState, type AppState } from "./app_state.ts";
import { KeptKeeping } from "./kept_keeping.ts";
import { defaultPlan } from "./plan/plan.ts";
import { createStore, type Store } from "./store.ts";

const kPlan = defaultPlan(mockPack);
const kSeven = { ...kPlan, newSellers: 7 };

interface Stage {
  readonly keeping: KeptKeeping;
  readonly store: Store<AppState>;
  readonly remembered: string[];
  readonly onChange: ReturnType<typeof vi.fn>;
}

/** Keeping in a page of version 1.0 of the model, whose tab remembers `text`. */
function setUp(text = ""): Stage {
  const remembered: string[] = [];
  const result = mockResult(1);
  const store = createStore<AppState>(initialState(mockPack, { ...result, model: { ...result.model, version: "1.0" } }));
  const memory = { recallKept: () => text, rememberKept: (next: string) => void remembered.push(next) };
  const onChange = vi.fn();
  return { keeping: new KeptKeeping(mockPack, store, memory, onChange), store, remembered, onChange };
}

describe("KeptKeeping", () => {
  it("keeps the plan that is set, and lets the tab remember it", async () => {
    const { keeping, store, remembered, onChange } = setUp();
    store.update({ plan: kSeven });
    keeping.keep("food");
    expect(store.get().kept).toEqual([{ letter: "A", preset: "food", plan: kSeven }]);
    expect(onChange).toHaveBeenCalledTimes(1);
    await vi.dynamicImportSettled();
    expect(remembered).toEqual(['{"A":["food","#v=1&m=1.0&newSellers=7&pack=2026.1.0"]}']);
    keeping.drop("A");
    expect(store.get().kept).toEqual([]);
    expect(onChange).toHaveBeenCalledTimes(2);
    await vi.dynamicImportSettled();
    expect(remembered.slice(1)).toEqual(["{}"]);
  });

  it("takes over what the tab remembers", async () => {
    const { keeping, store, onChange } = setUp('{"B":["","#v=1&m=1.0&newSellers=7&pack=2026.1.0"]}');
    await keeping.recall();
    expect(store.get().kept).toEqual([{ letter: "B", preset: "", plan: kSeven }]);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it("changes nothing where the tab remembers nothing", async () => {
    const { keeping, store, onChange } = setUp();
    store.update({ kept: [{ letter: "A", preset: "", plan: kSeven }] });
    await keeping.recall();
    expect(store.get().kept).toHaveLength(1);
    expect(onChange).not.toHaveBeenCalled();
  });
});
