import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { onAttention } from "./attention.ts";

/** Where the sliders begin and how wide they are: their stops lie between 108 and 308. */
const kBox = { left: 100, width: 216 };

/** An element that is, or is not, the slider of a field. */
class Place extends EventTarget {
  readonly #field: string | undefined;

  constructor(field?: string) {
    super();
    this.#field = field;
  }

  closest(selector: string): object | null {
    expect(selector).toBe("[data-field]");
    const field = this.#field;
    return field === undefined ? null : { dataset: { field }, getBoundingClientRect: () => kBox };
  }
}

/** An event on the way up from `place`, in the middle of it unless told. */
function eventAt(kind: string, place: Place, clientX = 208): Event {
  const event = new Event(kind);
  Object.defineProperties(event, { target: { value: place }, clientX: { value: clientX } });
  return event;
}

class Page extends EventTarget {
  hidden = false;
}

interface Stage {
  readonly page: Page;
  readonly heard: (string | undefined)[];
  /** The places that came with them. */
  readonly places: (number | undefined)[];
  happen(kind: string, place?: Place, clientX?: number): void;
}

function setUp(): Stage {
  const page = new Page();
  vi.stubGlobal("Element", Place);
  vi.stubGlobal("document", page);
  const root = new EventTarget();
  vi.stubGlobal("getComputedStyle", () => ({ direction: "ltr" }));
  const heard: (string | undefined)[] = [];
  const places: (number | undefined)[] = [];
  onAttention(root as HTMLElement, (field, place) => {
    heard.push(field);
    places.push(place);
  });
  const happen: Stage["happen"] = (kind, place = kElsewhere, clientX) => void root.dispatchEvent(eventAt(kind, place, clientX));
  return { page, heard, places, happen };
}

const kSellers = new Place("newSellers");
const kYears = new Place("years");
const kElsewhere = new Place();

describe("onAttention", () => {
  let stage: Stage;
  beforeEach(() => void (stage = setUp()));
  afterEach(() => void vi.unstubAllGlobals());

  it("follows the focus", () => {
    stage.happen("focusin", kSellers);
    stage.happen("focusout", kSellers);
    stage.happen("focusin", kYears);
    stage.happen("focusin", kElsewhere);
    expect(stage.heard).toEqual(["newSellers", undefined, "years", undefined]);
  });

  it("follows the pointer, and falls back on the focus", () => {
    stage.happen("focusin", kSellers);
    stage.happen("pointerover", kYears);
    stage.happen("pointerover", kElsewhere);
    stage.happen("pointerover", kYears);
    stage.happen("pointerleave");
    expect(stage.heard).toEqual(["newSellers", "years", "newSellers", "years", "newSellers"]);
  });

  it("stays with a slider that is pressed, wherever the pointer goes", () => {
    stage.happen("pointerover", kSellers);
    stage.happen("pointerdown", kSellers);
    stage.happen("pointerover", kYears);
    stage.happen("pointerover", kElsewhere);
    expect(stage.heard).toEqual(["newSellers", "newSellers"]);
    expect(stage.places).toEqual([0.5, undefined]);
    stage.page.dispatchEvent(eventAt("pointerup", kElsewhere));
    expect(stage.heard).toEqual(["newSellers", "newSellers", undefined]);
  });

  it("lets go of a slider where the press becomes a scroll", () => {
    stage.happen("pointerdown", kSellers);
    stage.page.dispatchEvent(eventAt("pointercancel", kElsewhere));
    expect(stage.heard).toEqual(["newSellers", undefined]);
  });

  it("follows the keys when they are used, wherever the pointer lies", () => {
    stage.happen("pointerover", kYears);
    stage.happen("focusin", kSellers);
    stage.happen("keydown", kSellers);
    stage.happen("keydown", kSellers);
    stage.happen("pointerover", kYears);
    expect(stage.heard).toEqual(["years", "newSellers", "years"]);
  });

  it("hears nothing twice", () => {
    for (const kind of ["pointerover", "pointermove", "focusin", "pointerover"]) stage.happen(kind, kSellers);
    expect(stage.heard).toEqual(["newSellers"]);
  });

  it("tells where on a slider the pointer is, pressed or not, and that it is nowhere where keys are used", () => {
    stage.happen("pointerover", kSellers, 108);
    stage.happen("pointermove", kSellers, 158);
    stage.happen("pointermove", kSellers, 158);
    stage.happen("pointerdown", kSellers, 158);
    stage.happen("pointermove", kSellers, 258);
    stage.page.dispatchEvent(eventAt("pointerup", kSellers));
    stage.happen("focusin", kSellers);
    stage.happen("keydown", kSellers);
    expect(stage.heard).toEqual(Array(4).fill("newSellers"));
    expect(stage.places).toEqual([0, 0.25, 0.75, undefined]);
  });

  it("tells no place on a slider that is not the one under the pointer", () => {
    stage.happen("focusin", kSellers);
    stage.happen("pointermove", kElsewhere);
    expect(stage.heard).toEqual(["newSellers"]);
    expect(stage.places).toEqual([undefined]);
  });

  it("is at no slider while the page is not seen", () => {
    stage.happen("focusin", kSellers);
    stage.page.hidden = true;
    stage.page.dispatchEvent(new Event("visibilitychange"));
    stage.happen("pointerover", kYears);
    stage.page.hidden = false;
    stage.page.dispatchEvent(new Event("visibilitychange"));
    expect(stage.heard).toEqual(["newSellers", undefined, "years"]);
  });
});
