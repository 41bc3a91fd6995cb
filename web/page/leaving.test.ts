import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { onLeaving } from "./leaving.ts";

/** An element that stands in a link or does not. */
class Place extends EventTarget {
  readonly closest: (selector: string) => Place | null;

  constructor(isInLink: boolean) {
    super();
    this.closest = (selector) => (isInLink && selector === "a" ? this : null);
  }
}

describe("onLeaving", () => {
  const page = new EventTarget();
  const hear = vi.fn();
  const tell = (sign: string, isInLink: boolean): void => {
    const event = new Event(sign);
    Object.defineProperty(event, "target", { value: new Place(isInLink) });
    page.dispatchEvent(event);
  };

  beforeEach(() => {
    hear.mockClear();
    vi.stubGlobal("addEventListener", page.addEventListener.bind(page));
    onLeaving(hear);
  });
  afterEach(() => void vi.unstubAllGlobals());

  it("hears of a page that goes out of sight and of links, whichever way they are followed, and of no other click", () => {
    page.dispatchEvent(new Event("pagehide"));
    expect(hear).toHaveBeenCalledTimes(1);
    page.dispatchEvent(new Event("visibilitychange"));
    expect(hear).toHaveBeenCalledTimes(2);
    // The middle button and the menu of a link lead away without a click.
    for (const sign of ["pointerdown", "auxclick", "contextmenu", "click"]) {
      hear.mockClear();
      tell(sign, false);
      expect(hear).not.toHaveBeenCalled();
      tell(sign, true);
      expect(hear).toHaveBeenCalledTimes(1);
    }
  });

  it("hears of a link before the link itself does, which takes along what is written then", () => {
    const listen = vi.fn();
    vi.stubGlobal("addEventListener", listen);
    onLeaving(hear);
    for (const sign of ["pointerdown", "auxclick", "contextmenu", "click"]) {
      expect(listen).toHaveBeenCalledWith(sign, expect.any(Function), { capture: true });
    }
  });
});
