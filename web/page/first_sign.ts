/** What a visitor does on the way to asking something, by pointer, finger or keys. */
const kSigns = ["pointerover", "pointerdown", "touchstart", "focusin", "keydown"] as const;

/** What can be used; the rest of the page is read. */
const kControls = "button, input, label, select, summary";

/**
 * Calls `hear` once, with the first sign that someone is about to use a control in a part of `root` that
 * `data-asks` marks: a part whose controls lead to questions for the engine.
 */
export function onFirstSign(root: HTMLElement, hear: () => void): void {
  const listening = new AbortController();
  const look = ({ target }: Event): void => {
    if (!(target instanceof Element) || !target.closest(kControls)?.closest("[data-asks]")) return;
    listening.abort();
    hear();
  };
  for (const sign of kSigns) root.addEventListener(sign, look, { passive: true, signal: listening.signal });
}
