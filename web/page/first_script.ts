/**
 * What every page runs before anything is drawn, as a classic script within its HTML: modules come later, and a page in
 * the other theme would flash. It stands after the style sheets and so waits for them: browsers that look for fields to
 * fill in as soon as a page is read would else lay it out once without its styles. Then it loads the page's program,
 * once the page as it was built has been painted: what is read first does not share the line with what is used later.
 */

import { readQuery } from "../embed/query.ts";
import { applyTheme } from "./apply_theme.ts";
import { painted } from "./painted.ts";
import { onCalculatorLinks } from "./calculator_links.ts";
import { onOutwardLinks } from "./outward_links.ts";
import { readTheme } from "./preferences.ts";

// What a frame shows, the page around it says, by the address.
const { dataset } = document.documentElement;
const asked = dataset["pack"] === undefined ? undefined : readQuery(location.search);
if (asked) dataset["view"] = asked.pack === undefined || asked.pack === dataset["pack"] ? asked.view : "none";
if (asked?.theme) dataset["fixedTheme"] = "";

const theme = asked?.theme ?? readTheme();
if (theme) applyTheme(theme);

// The answer of the page as built is none to the plan of a link: it looks old until the live page takes over.
if (location.hash.includes("=")) dataset["busy"] = "";
onCalculatorLinks();
onOutwardLinks();

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

/** The program's module and those that it imports at once, as addresses with a space between them; none without one. */
const [program, ...imported] = (document.currentScript?.dataset["program"] ?? "").split(" ");
if (program) {
  const load = (): Promise<unknown> => {
    for (const address of imported) {
      const link = document.createElement("link");
      document.head.append(Object.assign(link, { rel: "modulepreload", href: address, crossOrigin: "" }));
    }
    return import(program);
  };
  void painted().then(load).catch(showFailure);
}
