import { applyTheme } from "./apply_theme.ts";
import { onCalculatorLinks } from "./calculator_links.ts";
import { onOutwardLinks } from "./outward_links.ts";
import { readTheme } from "./preferences.ts";
import { painted } from "./painted.ts";
import type { Theme } from "../state/app_state.ts";

/** Says that the program did not load or cannot start, and offers to try again. Why is for who looks into it. */
function showFailure(error: unknown): never {
  const notice = document.querySelector(".no-script");
  const button = notice?.querySelector("button");
  if (notice && button) {
    button.onclick = () => location.reload();
    button.hidden = false;
    notice.setAttribute("role", "alert");
  }
  throw error;
}

/**
 * What every page does before anything is drawn, in the script that stands in its HTML: shows itself in the theme `fixed`,
 * or in that which the visitor chose, also where that was on another page before the browser's way back; and loads its
 * program, once the page as it was built has been painted: what is read first does not share the line with what is used
 * later.
 */
export function begin(fixed?: Theme): void {
  const showTheme = (): void => {
    const theme = fixed ?? readTheme();
    if (theme) applyTheme(theme);
  };
  showTheme();
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) showTheme();
  });

  // The answer of the page as built is none to the plan of a link: it looks old until the live page takes over.
  if (location.hash.includes("=")) document.documentElement.dataset["busy"] = "";
  onCalculatorLinks();
  onOutwardLinks();

  /** The program's module and those that it imports at once, as addresses with a space between them; none without one. */
  const [program, ...imported] = (document.currentScript?.dataset["program"] ?? "").split(" ");
  if (!program) return;
  const load = (): Promise<unknown> => {
    for (const address of imported) {
      const link = document.createElement("link");
      document.head.append(Object.assign(link, { rel: "modulepreload", href: address, crossOrigin: "" }));
    }
    return import(program);
  };
  void painted().then(load).catch(showFailure);
}
