/**
 * What every page runs before anything is drawn, as a classic script within its HTML: modules come later, and a page in
 * the other theme would flash. It stands after the style sheets and so waits for them: browsers that look for fields to
 * fill in as soon as a page is read would else lay it out once without its styles.
 */

import { begin } from "./begin.ts";

begin();
