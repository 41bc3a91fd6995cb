/**
 * What a page for frames runs before anything is drawn, in the place of `web/page/first_script.ts`: the page around it says
 * by the address what the frame shows.
 */

import { begin } from "../page/begin.ts";
import { readTheme } from "../page/preferences.ts";
import { readQuery } from "./query.ts";

const { dataset } = document.documentElement;
const { view, theme, pack = dataset["pack"] } = readQuery(location.search);
dataset["view"] = pack === dataset["pack"] ? view : "none";
if (theme) dataset["fixedTheme"] = "";

begin(theme ?? readTheme());
