/** The field of the slider where an event happened. */
function fieldAt({ target }: Event): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>("[data-field]")?.dataset["field"] : undefined;
}

/**
 * Calls `hear` with the field of the slider that a visitor is at whenever that changes: the one that is pressed,
 * or else the one under the pointer, or else the one with the focus; undefined for none, and while the page is not seen.
 */
export function onAttention(root: HTMLElement, hear: (field: string | undefined) => void): void {
  let pressed: string | undefined;
  let pointed: string | undefined;
  let focused: string | undefined;
  let heard: string | undefined;
  const tell = (): void => {
    const field = document.hidden ? undefined : (pressed ?? pointed ?? focused);
    if (field === heard) return;
    heard = field;
    hear(field);
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
  listen(root, "pointerdown", (event) => (pressed = fieldAt(event)));
  for (const end of ["pointerup", "pointercancel"]) listen(document, end, () => (pressed = undefined));
  listen(root, "pointerover", (event) => (pointed = fieldAt(event)));
  listen(root, "pointerleave", () => (pointed = undefined));
  // Who uses keys does not point, wherever the pointer lies.
  listen(root, "keydown", () => (pointed = undefined));
  listen(root, "focusin", (event) => (focused = fieldAt(event)));
  listen(root, "focusout", () => (focused = undefined));
  listen(document, "visibilitychange", () => undefined);
}
