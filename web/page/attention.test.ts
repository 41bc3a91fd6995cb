import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { onAttention } from "./attention.ts";

/** An element that is, or is not, the slider of a field. */
class Place extends EventTarget {
  readonly #field: string | undefined;

  constructor(field?: string) {
    super();
    this.#field = field;
  }

  closest(selector: string): { dataset: { field: string } } | null {
    expect(selector).toBe("[data-field]");
    return this.#field === undefined ? null : { dataset: { field: this.#field } };
  }
}

/** An event on the way up from `place`. */
function eventAt(kind: string, place: Place): Event {
  const event = new Event(kind);
  Object.defineProperty(event, "target", { value: place });
  return event;
}

class Page extends EventTarget {
  hidden = false;
}

interface Stage {
  readonly page: Page;
  readonly heard: (string | undefined)[];
  happen(kind: string, place?: Place): void;
}

function setUp(): Stage {
  const page = new Page();
  vi.stubGlobal("Element", Place);
  vi.stubGlobal("document", page);
  const root = new EventTarget();
  const heard: (string | undefined)[] = [];
  onAttention(root as HTMLElement, (field) => heard.push(field));
  const happen = (kind: string, place = kElsewhere): void => void root.dispatchEvent(eventAt(kind, place));
  return { page, heard, happen };
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
    expect(stage.heard).toEqual(["newSellers"]);
    stage.page.dispatchEvent(eventAt("pointerup", kElsewhere));
    expect(stage.heard).toEqual(["newSellers", undefined]);
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
    for (const kind of ["pointerover", "pointerdown", "focusin", "pointerover"]) stage.happen(kind, kSellers);
    expect(stage.heard).toEqual(["newSellers"]);
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
