import type { Preferences } from "../state/app_state.ts";

const kKey = "export-potential:preferences";

/** How the visitor liked the page last time, as far as the browser keeps that for us. */
export function readPreferences(): Partial<Preferences> {
  try {
    const { numberWords, theme } = JSON.parse(localStorage.getItem(kKey) ?? "{}") as Record<string, unknown>;
    return {
      ...((numberWords === "million" || numberWords === "lakh") && { numberWords }),
      ...((theme === "auto" || theme === "light" || theme === "dark") && { theme }),
    };
  } catch {
    // Without storage, as in a frame of another site, the page is as it is at first.
    return {};
  }
}

/** Keeps how the visitor likes the page, where the browser allows it. */
export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(kKey, JSON.stringify(preferences));
  } catch {
    // As above: nothing depends on it.
  }
}
