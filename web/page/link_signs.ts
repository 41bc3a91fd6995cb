/**
 * Events before which a link has to lead where it is to lead. One that is dragged, or opened from its menu, tells the
 * page no more than the first; a menu that a key brings only the second. At the others a field that was being written
 * has been read.
 */
export const kLinkSigns = ["pointerdown", "contextmenu", "auxclick", "click"] as const;
