/** What the tab remembers until it is closed: the link of the calculator's plan, and the plans kept to compare with. */
export type Remembered = "export-potential:plan" | "export-potential:kept";

/** All frames of one site in a tab have one storage: each remembers under its own name, which it keeps when it shows another page. */
const nameHere = (name: Remembered): string => (window === window.parent ? name : `${name} ${window.name}`);

/** What the tab remembers of this frame under a name; null where it remembers nothing or the browser allows no storage. */
export function recall(name: Remembered): string | null {
  try {
    return sessionStorage.getItem(nameHere(name));
  } catch {
    // As in a frame of another site: the page then knows no more than its address says.
    return null;
  }
}

/** Lets the tab remember a text of this frame, which may be empty, where the browser allows it. */
export function remember(name: Remembered, text: string): void {
  try {
    sessionStorage.setItem(nameHere(name), text);
  } catch {
    // As above, or there is no room: nothing depends on it.
  }
}
