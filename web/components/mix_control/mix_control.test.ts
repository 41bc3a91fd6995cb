import { describe, expect, it } from "vitest";
import { hear, writtenActions } from "../../../tests/web/controls_of.ts";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import { defaultPlan } from "../../state/plan/plan.ts";
import { mixControl } from "./mix_control.ts";

const plan = defaultPlan(mockPack);
const own = { plan: { ...plan, mix: { "food/b2b": 0.25, "food/b2c": 0.75 } } };
const chosenIn = (markup: string): (string | undefined)[] =>
  [...markup.matchAll(/name="mix" value="(\w+)" checked/g)].map(([, value]) => value);

describe("mixControl", () => {
  it("says in its line which mix is set; one's own is there to choose only then", () => {
    expect(wordsOf(mixControl(mockView()))).toMatch(/^What they sell Default mix What they sell Default mix /);
    expect(chosenIn(markupOf(mixControl(mockView())))).toEqual(["pack"]);
    expect(wordsOf(mixControl(mockView()))).not.toContain("Your own shares");
    expect(wordsOf(mixControl(mockView(own)))).toMatch(/^What they sell Your own shares /);
    expect(chosenIn(markupOf(mixControl(mockView(own))))).toEqual(["own"]);
  });

  it("has the share of each sector, of each way of selling, and of these in each sector that has sellers", () => {
    // Of the mock mix: 0.3 + 0.3 apparel, 0.2 home textiles, 0.2 food; 0.3 + 0.2 wholesale, 0.3 + 0.2 to consumers.
    const markup = markupOf(mixControl(mockView()));
    const fields = [...markup.matchAll(/id="([\w-]+)" type="text"[^>]* value="([^"]*)"/g)].map(([, id, value]) => `${id} ${value}`);
    expect(fields).toEqual([
      "sector-apparel 60 %",
      "sector-home-textiles 20 %",
      "sector-food 20 %",
      "channel-b2b 50 %",
      "channel-b2c 50 %",
      "split-apparel-b2b 50 %",
      "split-apparel-b2c 50 %",
      "split-home-textiles-b2b 100 %",
      "split-home-textiles-b2c 0 %",
      "split-food-b2b 0 %",
      "split-food-b2c 100 %",
    ]);
    const splits = [...markupOf(mixControl(mockView(own))).matchAll(/<summary>(\w+) <span class="split-words figures">([^<]*)/g)];
    expect(splits.map(([, sector, words]) => `${sector} ${words}`)).toEqual(["Food 25 % · 75 %"]);
  });

  it("says how a sector is split in whole per cents that sum to 100", () => {
    // Three ways of selling: 47.6, 42.5 and 9.9 per cent by themselves would be 48, 43 and 10.
    const [first] = mockPack.channels;
    if (!first) throw new Error("The pack has no channels.");
    const pack = { ...mockPack, channels: [...mockPack.channels, { ...first, id: "agent" }] };
    const mix = { "food/b2b": 0.476, "food/b2c": 0.425, "food/agent": 0.099 };
    const said = markupOf(mixControl(mockView({ plan: { ...plan, mix } }, { pack })));
    expect(said).toContain('<span class="split-words figures">48 % · 42 % · 10 %</span>');
  });

  it("has no fields in the page as built, which nobody could use", () => {
    const markup = markupOf(mixControl({ ...mockView(), isStatic: true }));
    expect(markup).toMatch(/<details class="shares">\s*<summary>[^<]+<\/summary>\s*<\/details>/);
    expect(chosenIn(markup)).toEqual(["pack"]);
  });

  it("keeps each figure of a split by itself where words run from the right", () => {
    expect(markupOf(mixControl(mockView(own, { text: ur })))).toContain("\u206625 %\u2069 · \u206675 %\u2069");
  });

  it("stays open while a share is refused", () => {
    const drafts = { "sector:food": { text: "x", problem: "notNumber" } } as const;
    expect(markupOf(mixControl(mockView({ drafts })))).toContain('aria-expanded="true" aria-controls="mix-body"');
    expect(markupOf(mixControl(mockView()))).toContain('aria-expanded="false" aria-controls="mix-body"');
  });

  it("sets a ready-made mix; one's own is set by its shares", () => {
    const { actions, calls } = writtenActions();
    const shown = mixControl(mockView(own, { actions }));
    hear(shown, "change", 'value="textiles"');
    hear(shown, "change", 'value="own"');
    expect(calls).toEqual([["chooseMix", "textiles"]]);
  });
});
