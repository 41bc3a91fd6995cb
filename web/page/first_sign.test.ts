import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { onFirstSign } from "./first_sign.ts";

/** An element as far as it is asked what it stands in. */
class Place extends EventTarget {
  readonly #around: readonly string[];

  /** `around` holds what the element is and what it stands in, as tags and attributes. */
  constructor(around: readonly string[]) {
    super();
    this.#around = around;
  }

  closest(selector: string): Place | null {
    const wanted = selector.split(", ");
    return this.#around.some((one) => wanted.includes(one)) ? this : null;
  }
}

function listen(around: readonly string[]): { readonly place: Place; readonly hear: ReturnType<typeof vi.fn> } {
  const place = new Place(around);
  const hear = vi.fn();
  onFirstSign(place as unknown as HTMLElement, hear);
  return { place, hear };
}

describe("onFirstSign", () => {
  beforeEach(() => void vi.stubGlobal("Element", Place));
  afterEach(() => void vi.unstubAllGlobals());

  it.each(["pointerover", "pointerdown", "touchstart", "focusin", "keydown"])("hears %s, and then nothing more", (sign) => {
    const { place, hear } = listen(["input", "[data-asks]"]);
    place.dispatchEvent(new Event(sign));
    expect(hear).toHaveBeenCalledTimes(1);
    for (const other of ["pointerover", "pointerdown", "touchstart", "focusin", "keydown"]) place.dispatchEvent(new Event(other));
    expect(hear).toHaveBeenCalledTimes(1);
  });

  it.each(["button", "input", "label", "select", "summary"])("hears of a %s", (control) => {
    const { place, hear } = listen([control, "[data-asks]"]);
    place.dispatchEvent(new Event("focusin"));
    expect(hear).toHaveBeenCalledTimes(1);
  });

  it("passes over what is read, and over controls that ask nothing", () => {
    for (const around of [["p", "[data-asks]"], ["button"], []]) {
      const { place, hear } = listen(around);
      place.dispatchEvent(new Event("pointerover"));
      place.dispatchEvent(new Event("keydown"));
      expect(hear).not.toHaveBeenCalled();
    }
  });

  it("passes over the wheel and the moves of a pointer", () => {
    const { place, hear } = listen(["input", "[data-asks]"]);
    for (const sign of ["wheel", "pointermove", "scroll"]) place.dispatchEvent(new Event(sign));
    expect(hear).not.toHaveBeenCalled();
  });
});
