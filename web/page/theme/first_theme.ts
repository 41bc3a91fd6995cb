/**
 * The theme of the first paint. The build makes a classic script of this, which every page runs before anything is
 * drawn: modules come later, and a page in the other theme would flash.
 */

import { readPreferences } from "../preferences.ts";
import { applyTheme } from "./apply_theme.ts";

const { theme = "auto" } = readPreferences();
if (theme !== "auto") applyTheme(theme);
