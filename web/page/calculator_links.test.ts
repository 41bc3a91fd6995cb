import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { onCalculatorLinks } from "./calculator_links.ts";

const kPlan = "#v=1&m=1.0&newSellers=80000&pack=2026.1.0";

describe("onCalculatorLinks", () => {
  const listeners = new Map<string, (event: unknown) => void>();
  const recall = vi.fn<(name: string) => string | null>();
  /** The part from "#" on that a link has after it was followed, or when it is about to be. */
  const followed = (isMarked: boolean, sign = "click"): string => {
    const link = { hash: "" };
    listeners.get(sign)?.({ target: { closest: (selector: string) => (isMarked && selector === "[data-plan]" ? link : null) } });
    return link.hash;
  };

  beforeEach(() => {
    vi.stubGlobal("addEventListener", listeners.set.bind(listeners));
    const self = {};
    vi.stubGlobal("window", Object.assign(self, { parent: self }));
    vi.stubGlobal("sessionStorage", { getItem: recall });
    vi.stubGlobal("location", { hash: "" });
    onCalculatorLinks();
  });
  afterEach(() => {
    vi.resetAllMocks();
    vi.unstubAllGlobals();
  });

  it("gives links to the calculator the plan that it had last in this tab, whenever they are followed", () => {
    recall.mockReturnValue(kPlan);
    expect(followed(true)).toBe(kPlan);
    recall.mockReturnValue("#v=1&years=4");
    expect(followed(true)).toBe("#v=1&years=4");
    expect(recall).toHaveBeenLastCalledWith("export-potential:plan");
    expect(followed(false)).toBe("");
  });

  it.each(["pointerdown", "auxclick", "contextmenu"])("gives it to links that are opened in another tab, by %s", (sign) => {
    recall.mockReturnValue(kPlan);
    expect(followed(true, sign)).toBe(kPlan);
  });

  it("leads to the calculator as it is at first where there was no other plan", () => {
    recall.mockReturnValue("");
    expect(followed(true)).toBe("");
    recall.mockReturnValue(null);
    expect(followed(true)).toBe("");
  });

  it("goes on from the page's own address where there is no storage", () => {
    recall.mockImplementation(() => {
      throw new Error("SecurityError");
    });
    vi.stubGlobal("location", { hash: kPlan });
    expect(followed(true)).toBe(kPlan);
  });
});
