/** What can take the focus in place of another: no field for text, which would open the keyboard of a phone. */
const kStops = "a[href], button, select, summary";

/** Gives the focus to the first stop that `place` is or has and that takes it; whether there is one. */
function focusIn(place: Element | undefined, options: FocusOptions): boolean {
  if (!place) return false;
  const stops = [...(place.matches(kStops) ? [place] : []), ...place.querySelectorAll(kStops)] as HTMLElement[];
  return stops.some((stop) => {
    stop.focus(options);
    // Browsers take the focus from what was disabled only with the next frame.
    return stop.matches(":focus:not(:disabled)");
  });
}

/**
 * Draws with `draw`. Where that takes the element with the focus away or makes it useless, what came in its place gets
 * the focus, or the nearest that stands around it: who uses keys does not start again at the top of the page.
 */
export function drawKeepingFocus(draw: () => void): void {
  const focused = document.activeElement;
  const places: { readonly parent: Element; readonly index: number }[] = [];
  for (let at = focused; at?.parentElement; at = at.parentElement) {
    places.push({ parent: at.parentElement, index: [...at.parentElement.children].indexOf(at) });
  }
  // Who points has chosen what is in sight.
  const preventScroll = focused?.matches(":focus-visible") !== true;
  draw();
  if (!focused || (focused.isConnected && !focused.matches(":disabled, [inert] *"))) return;
  places.some(({ parent, index }) => {
    if (!parent.isConnected) return false;
    const { children } = parent;
    return [children[Math.min(index, children.length - 1)], parent].some((place) => focusIn(place, { preventScroll }));
  });
}

/** The same element in another page that looks like the one of `element`: by its id, or by its place among those of its kind and classes. */
function counterpart(element: Element, from: Element, to: Element): Element | undefined {
  if (element.id !== "") return to.querySelector(`#${CSS.escape(element.id)}`) ?? undefined;
  const kind = [element.localName, ...element.classList].join(".");
  return [...to.querySelectorAll(kind)][[...from.querySelectorAll(kind)].indexOf(element)];
}

/** Puts `next` in the place of `old`, which looks the same: what has the focus in it and what is unfolded stay so. */
export function replaceKept(old: HTMLElement, next: HTMLElement): void {
  const { activeElement } = document;
  const focused = activeElement && old.contains(activeElement) ? counterpart(activeElement, old, next) : undefined;
  for (const details of old.querySelectorAll("details[open]")) counterpart(details, old, next)?.toggleAttribute("open", true);
  old.replaceWith(next);
  (focused as HTMLElement | undefined)?.focus({ preventScroll: true });
}
