/**
 * What a page for frames runs before anything is drawn, in the place of `web/page/first_script.ts`: the page around it says
 * by the address what the frame shows and how it looks, and a frame in other colours would flash.
 */

import { begin } from "../page/begin.ts";
import { readHostStyle } from "./host_style.ts";
import { readQuery } from "./query.ts";

const { dataset } = document.documentElement;
const { view, theme, pack = dataset["pack"] } = readQuery(location.search);
dataset["view"] = pack === dataset["pack"] ? view : "none";
if (theme) dataset["fixedTheme"] = "";

const { sheet, faults } = readHostStyle(location.search, theme === "light" || theme === "dark" ? [theme] : ["light", "dark"]);
if (sheet !== "") {
  const style = new CSSStyleSheet();
  style.replaceSync(sheet);
  // It comes behind all others, and policies that allow no styles within the page allow it.
  document.adoptedStyleSheets = [style];
}
// The program tells them when it can be heard.
if (faults.length > 0) dataset["refused"] = JSON.stringify(faults);

begin(theme);
