import type { Theme } from "../state/app_state.ts";

/** Shows the page in a theme; in "auto" in that of the system. Style sheets follow, and so do charts and the browser's own bars. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === "auto") delete dataset["theme"];
  else dataset["theme"] = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[data-theme]")) {
    const own = meta.dataset["theme"] ?? "";
    meta.media = theme === "auto" ? `(prefers-color-scheme: ${own})` : own === theme ? "all" : "not all";
  }
}
