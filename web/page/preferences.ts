import type { Preferences } from "../state/app_state.ts";

const kKey = "export-potential:preferences";

/** What the browser keeps for us, whatever that is. */
function kept(): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(localStorage.getItem(kKey) ?? "{}")) as Record<string, unknown>;
  } catch {
    // Without storage, as in a frame of another site, the page is as it is at first.
    return {};
  }
}

/** The theme that the visitor chose last time, as far as the browser keeps that for us. */
export function readTheme({ theme } = kept()): Preferences["theme"] | undefined {
  return theme === "light" || theme === "dark" || theme === "auto" ? theme : undefined;
}

/** How the visitor liked the page last time, as far as the browser keeps that for us. */
export function readPreferences(): Partial<Preferences> {
  const all = kept();
  const { numberWords } = all;
  const theme = readTheme(all);
  return { ...((numberWords === "million" || numberWords === "lakh") && { numberWords }), ...(theme && { theme }) };
}

/** Keeps what the visitor likes otherwise now, where the browser allows it; what else is kept stays, as another tab may have left it. */
export function keepPreferences(changed: Partial<Preferences>): void {
  try {
    localStorage.setItem(kKey, JSON.stringify({ ...readPreferences(), ...changed }));
  } catch {
    // As above: nothing depends on it.
  }
}
