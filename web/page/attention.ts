import { placeAt } from "./slider_place.ts";

/** The slider of a field where an event happened. */
function sliderAt({ target }: Event): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>("[data-field]") ?? undefined) : undefined;
}

const fieldAt = (event: Event): string | undefined => sliderAt(event)?.dataset["field"];

/** The part of the slider under the pointer, where there is one. */
function placeUnder(event: Event): number | undefined {
  const slider = sliderAt(event);
  return slider && placeAt(slider, (event as PointerEvent).clientX);
}

/**
 * Calls `hear` with the field of the slider that a visitor is at whenever that changes: the one that is pressed,
 * or else the one under the pointer, or else the one with the focus; undefined for none, and while the page is not seen.
 * With the one under the pointer comes where on it the pointer is, from 0 at its least value to 1, whenever that changes:
 * a mouse is there before it is pressed.
 */
export function onAttention(root: HTMLElement, hear: (field: string | undefined, place?: number) => void): void {
  let pressed: string | undefined;
  let pointed: string | undefined;
  let place: number | undefined;
  let focused: string | undefined;
  let heard: readonly [field: string | undefined, place: number | undefined] = [undefined, undefined];
  const tell = (): void => {
    const field = document.hidden ? undefined : (pressed ?? pointed ?? focused);
    const now: typeof heard = [field, field === pointed ? place : undefined];
    if (now[0] === heard[0] && now[1] === heard[1]) return;
    heard = now;
    hear(...now);
  };
  const listen = (target: EventTarget, kind: string, note: (event: Event) => void): void =>
    target.addEventListener(
      kind,
      (event) => {
        note(event);
        tell();
      },
      { passive: true },
    );
  const point = (event: Event): void => {
    pointed = fieldAt(event);
    place = placeUnder(event);
  };
  listen(root, "pointerdown", (event) => (pressed = fieldAt(event)));
  for (const end of ["pointerup", "pointercancel"]) listen(document, end, () => (pressed = undefined));
  for (const kind of ["pointerover", "pointermove"]) listen(root, kind, point);
  listen(root, "pointerleave", () => (pointed = undefined));
  // Who uses keys does not point, wherever the pointer lies.
  listen(root, "keydown", () => (pointed = undefined));
  listen(root, "focusin", (event) => (focused = fieldAt(event)));
  listen(root, "focusout", () => (focused = undefined));
  listen(document, "visibilitychange", () => undefined);
}
