/** What the tab remembers until it is closed: the link of the calculator's plan, and the plans kept to compare with. */
export type Remembered = "export-potential:plan" | "export-potential:kept";

/** What the tab remembers under a name; null where it remembers nothing or the browser allows no storage. */
export function recall(name: Remembered): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    // As in a frame of another site: the page then knows no more than its address says.
    return null;
  }
}

/** Lets the tab remember a text, which may be empty, where the browser allows it. */
export function remember(name: Remembered, text: string): void {
  try {
    sessionStorage.setItem(name, text);
  } catch {
    // As above, or there is no room: nothing depends on it.
  }
}
