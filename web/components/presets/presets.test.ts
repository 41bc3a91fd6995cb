import { describe, expect, it } from "vitest";
import { hear } from "../../../tests/web/controls_of.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { staticHtml } from "../../page/static_html.ts";
import { defaultPlan, planOf, type Plan } from "../../state/plan/plan.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import type { Preset } from "../../state/presets.ts";
import { kNothingLater } from "../later/later.ts";
import * as goalWords from "./goal_words.ts";
import * as storySources from "../sources/sources.ts";
import { presets, presetStory } from "./presets.ts";

const food: Preset = {
  id: "food",
  label: { en: "Food first" },
  story: { en: "All sell food." },
  sources: ["office"],
  scenario: { schema: 1, pack: "zz", onboarding: { mix: { "food/b2c": 1 } } },
};
const billion: Preset = {
  id: "billion",
  label: { en: "A billion" },
  story: { en: "Faster deliveries." },
  sources: [],
  scenario: { schema: 1, pack: "zz", measures: [{ type: "logistics", from: 2027, days: -5 }] },
  goal: { target: 1e9, year: 2030, probabilities: [0.5, 0.1] },
};
const plan = defaultPlan(mockPack);
const both = { presets: [food, billion] };
const set: Plan = planOf(mockPack, billion.scenario);

describe("presets", () => {
  it("are offered, and tell the story of the one that is set with its sources", () => {
    expect(wordsOf(presets(mockView({}, both)))).toBe("Food first A billion");
    const plan = planOf(mockPack, food.scenario);
    const view = mockView({ plan }, both);
    expect(wordsOf(presetStory(view))).toBe("All sell food. Sources of this story More appears here as you read on.");
    const later = { ...kNothingLater, modules: { storySources } };
    expect(wordsOf(presetStory(mockView({ plan }, { ...both, later })))).toBe(
      "All sell food. Sources of this story Yearbook , Office, 2025",
    );
    expect(staticHtml(presets(view)).match(/aria-pressed="true"/g)).toHaveLength(1);
  });

  it("are brought wholly into their row by the keyboard, but do not move under a pointer", () => {
    const places: unknown[] = [];
    const button = (isKeyboard: boolean): object => ({
      matches: (selector: string) => selector === ":focus-visible" && isKeyboard,
      scrollIntoView: (place: unknown) => places.push(place),
    });
    for (const isKeyboard of [true, false]) hear(presets(mockView({}, both)), "focusin", 'class="presets-row"', { target: button(isKeyboard) });
    expect(places).toEqual([{ block: "nearest", inline: "nearest" }]);
  });

  it("say what the search for the sellers has found", () => {
    const there = { ...both, later: { ...kNothingLater, modules: { goalWords } } };
    const words = (search: Parameters<typeof mockView>[0], parts: typeof both = there): string =>
      wordsOf(presetStory(mockView({ plan: set, ...search }, parts)));
    // What says the end has not come yet.
    expect(words({ search: { kind: "failed", preset: "billion", message: "No memory." } }, both)).toContain("Looking for the number");
    expect(words({ search: { kind: "searching", preset: "billion", progress: 0.5 } })).toContain("Looking for the number");
    expect(
      words({ search: { kind: "done", preset: "billion", outcome: { kind: "found", newSellers: 79_000, probability: 0.1 } } }),
    ).toContain("No number of sellers makes $1 billion a year by 2030 likely. With about 79,000 it could happen in 2 of 20 futures.");
    const even = { kind: "done", preset: "billion", outcome: { kind: "found", newSellers: 79_000, probability: 0.5 } } as const;
    // The middle of the mock's futures in 2030 is its headline.
    expect(words({ search: even, answered: { ...set, newSellers: 79_000 } })).toContain(
      "About 79,000 new sellers could reach $1 billion a year by 2030 in 10 of 20 futures. The middle is about $96 million.",
    );
    expect(
      words({ search: { kind: "done", preset: "billion", outcome: { kind: "outOfReach", highestProbability: 0.07 } } }),
    ).toContain("it is reached in 7 % of the futures.");
    expect(words({ search: { kind: "failed", preset: "billion", message: "No memory." } })).toContain("No memory.");
    // What was found for another preset says nothing of this one.
    expect(words({ search: { kind: "failed", preset: "food", message: "No memory." } })).not.toContain("No memory.");
  });

  it("offer to bring back the plan that they replaced, and not what something else did", () => {
    const offer = (replaced: Parameters<typeof mockView>[0]): string => wordsOf(presetStory(mockView(replaced, both)));
    expect(offer({ replaced: { by: "preset", plan, isUndone: false } })).toContain(
      "The ready-made plan took the place of yours. Bring my plan back Hide",
    );
    expect(offer({ replaced: { by: "preset", plan, isUndone: true } })).toContain("Your plan is back. Do it again");
    expect(offer({ replaced: { by: "reset", plan, isUndone: false } })).not.toContain("back");
  });
});
