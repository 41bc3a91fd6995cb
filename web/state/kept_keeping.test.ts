import { describe, expect, it, vi } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { mockResult } from "../../tests/web/mock_result.ts";
import { initialState, type AppState } from "./app_state.ts";
import { KeptKeeping, type KeptMemory } from "./kept_keeping.ts";
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

/** Keeping in a page of version 1.0 of the model, whose tab remembers `text` or is `tab`. */
function setUp(text = "", tab?: KeptMemory): Stage {
  const remembered: string[] = [];
  const result = mockResult(1);
  const store = createStore<AppState>(initialState(mockPack, { ...result, model: { ...result.model, version: "1.0" } }));
  const memory = tab ?? { recallKept: () => text, rememberKept: (next: string) => void remembered.push(next) };
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

  it("has beside them what was kept before they had come, under the next letters", async () => {
    const { keeping, store, remembered } = setUp('{"A":["","#v=1&m=1.0&newSellers=7&pack=2026.1.0"]}');
    const recalled = keeping.recall();
    store.update({ plan: { ...kPlan, newSellers: 9 } });
    keeping.keep("food");
    expect(store.get().kept).toHaveLength(1);
    await recalled;
    const both = [
      { letter: "A", preset: "", plan: kSeven },
      { letter: "B", preset: "food", plan: { ...kPlan, newSellers: 9 } },
    ];
    expect(store.get().kept).toEqual(both);
    await vi.dynamicImportSettled();
    expect(store.get().kept).toEqual(both);
    expect(remembered).toEqual([
      '{"A":["","#v=1&m=1.0&newSellers=7&pack=2026.1.0"],"B":["food","#v=1&m=1.0&newSellers=9&pack=2026.1.0"]}',
    ]);
  });

  it("has what another page of the tab kept and dropped, when it comes back and before it keeps another", async () => {
    let text = "";
    const tab: KeptMemory = { recallKept: () => text, rememberKept: (next) => void (text = next) };
    const keep = async ({ keeping, store }: Stage, newSellers: number): Promise<void> => {
      store.update({ plan: { ...kPlan, newSellers } });
      keeping.keep("");
      await vi.dynamicImportSettled();
    };
    const shown = ({ store }: Stage): string => store.get().kept.map(({ letter, plan }) => `${letter}${plan.newSellers}`).join(" ");

    const english = setUp("", tab);
    await keep(english, 7);
    const urdu = setUp("", tab);
    await urdu.keeping.recall();
    await keep(urdu, 9);
    await english.keeping.recall();
    expect(shown(english)).toBe("A7 B9");
    expect(english.onChange).toHaveBeenCalledTimes(2);
    await english.keeping.recall();
    expect(english.onChange).toHaveBeenCalledTimes(2);

    await urdu.keeping.recall();
    urdu.keeping.drop("A");
    await vi.dynamicImportSettled();
    await keep(urdu, 11);
    expect(shown(urdu)).toBe("A11 B9");
    // Whatever it did not hear of before.
    await keep(english, 13);
    expect(shown(english)).toBe("A11 B9 C13");
    await urdu.keeping.recall();
    await keep(urdu, 15);
    expect(shown(urdu)).toBe("A11 B9 C13");
    expect(Object.keys(JSON.parse(text) as object)).toEqual(["A", "B", "C"]);
  });

  it("keeps what no tab could remember beside what another page kept meanwhile", async () => {
    let text = "{}";
    const { keeping, store } = setUp("", { recallKept: () => text, rememberKept: () => undefined });
    await keeping.recall();
    store.update({ plan: kSeven });
    keeping.keep("");
    await vi.dynamicImportSettled();
    text = '{"A":["","#v=1&m=1.0&newSellers=9&pack=2026.1.0"]}';
    await keeping.recall();
    expect(store.get().kept.map(({ letter, plan }) => [letter, plan.newSellers])).toEqual([["A", 9], ["B", 7]]);
  });

  it("leaves what the tab remembers as it is where what reads it does not come, and takes it over once it does", async () => {
    const { keeping, store, remembered } = setUp('{"A":["","#v=1&m=1.0&newSellers=7&pack=2026.1.0"]}');
    vi.doMock("./kept_texts.ts", () => {
      throw new TypeError("Failed to fetch");
    });
    try {
      await keeping.recall();
      expect(store.get().kept).toEqual([]);
      store.update({ plan: { ...kPlan, newSellers: 9 } });
      keeping.keep("");
      await vi.dynamicImportSettled();
      expect(remembered).toEqual([]);
    } finally {
      vi.doUnmock("./kept_texts.ts");
    }
    store.update({ plan: { ...kPlan, newSellers: 11 } });
    keeping.keep("");
    await vi.dynamicImportSettled();
    expect(store.get().kept.map(({ letter, plan }) => [letter, plan.newSellers])).toEqual([["A", 7], ["B", 9], ["C", 11]]);
    expect(remembered).toHaveLength(1);
    expect(remembered[0]).toMatch(/newSellers=7.*newSellers=9.*newSellers=11/);
  });

  it("changes nothing where the tab remembers nothing", async () => {
    const { keeping, store, onChange } = setUp();
    store.update({ kept: [{ letter: "A", preset: "", plan: kSeven }] });
    await keeping.recall();
    expect(store.get().kept).toHaveLength(1);
    expect(onChange).not.toHaveBeenCalled();
  });
});
