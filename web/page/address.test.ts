import { afterEach, describe, expect, it, vi } from "vitest";
import { completeAddresses, windowAddress } from "./address.ts";

const kOld = "#v=1&newSellers=80000";
const kNew = "#v=1&newSellers=90000";

describe("windowAddress", () => {
  /** What an address says after a visit of some kind, where the tab remembers `link`. */
  const said = (type: string, hash: string, link: string | null, isInFrame = false): string => {
    const self = {};
    vi.stubGlobal("window", Object.assign(self, { parent: self, top: isInFrame ? {} : self }));
    const place = { hash, href: `https://example.org/index.html?a=1${hash}`, pathname: "/index.html", search: "?a=1" };
    vi.stubGlobal("location", place);
    vi.stubGlobal("performance", { getEntriesByType: (kind: string) => (kind === "navigation" ? [{ type }] : []) });
    vi.stubGlobal("sessionStorage", { getItem: (name: string) => (name === "export-potential:plan" ? link : null) });
    vi.stubGlobal("history", {
      state: null,
      replaceState: (_state: null, _title: string, url: string) => {
        place.hash = url.replace(/^[^#]*/, "");
      },
    });
    const address = windowAddress();
    expect(address.page).toBe("https://example.org/index.html");
    return address.readHash();
  };
  afterEach(() => void vi.unstubAllGlobals());

  it("brings back what was written while the page was left to be loaded again", () => {
    expect(said("reload", kOld, kNew)).toBe(kNew);
    expect(said("reload", "", kNew)).toBe(kNew);
    expect(said("reload", kOld, "")).toBe("");
  });

  it("leaves anchors alone, and what it knows nothing of", () => {
    expect(said("reload", "#assumptions", "")).toBe("#assumptions");
    expect(said("reload", kOld, null)).toBe(kOld);
  });

  it("leaves a frame the plan that its page gave it", () => {
    expect(said("reload", kOld, kNew, true)).toBe(kOld);
  });

  it("opens on every other visit what its link says", () => {
    expect(said("navigate", kOld, kNew)).toBe(kOld);
    expect(said("navigate", "", kNew)).toBe("");
    expect(said("back_forward", kOld, kNew)).toBe(kOld);
  });

  it("writes after its page and query, and lets the tab remember", () => {
    const replaceState = vi.fn();
    const setItem = vi.fn();
    said("navigate", kOld, null);
    vi.stubGlobal("history", { state: "scrolled", replaceState });
    vi.stubGlobal("sessionStorage", { setItem });
    const address = windowAddress();
    address.writeHash(kNew);
    expect(replaceState.mock.calls).toEqual([["scrolled", "", `/index.html?a=1${kNew}`]]);
    address.rememberLink(kNew);
    expect(setItem.mock.calls).toEqual([["export-potential:plan", kNew]]);
  });
});

describe("completeAddresses", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("makes the addresses of the page in its languages whole", () => {
    const setAttribute = vi.fn();
    const link = { href: "https://example.org/ur/", setAttribute };
    vi.stubGlobal("document", {
      querySelectorAll: (selector: string) => (selector === 'link[rel="canonical"], link[rel="alternate"]' ? [link] : []),
    });
    completeAddresses();
    expect(setAttribute.mock.calls).toEqual([["href", "https://example.org/ur/"]]);
  });
});
