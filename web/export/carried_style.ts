/** Properties that style sheets give to drawings and that have an attribute of the same name. */
const kPresentation = [
  "fill",
  "fill-opacity",
  "fill-rule",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "letter-spacing",
  "opacity",
  "paint-order",
  "stroke",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "stroke-width",
  "text-anchor",
  "unicode-bidi",
  "visibility",
] as const;

/** Attributes that mean nothing outside the page. */
const kPageOnly = /^(?:class|style|id|role|tabindex|focusable|aria-.*|data-.*)$/;

/** What children start from: the parent's values, but for those that do not pass down. */
function notInheritedReset(own: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...own, ["opacity", "1"], ["unicode-bidi", "normal"]]);
}

/** Writes into `copy` what style sheets say of `shown`, and the same for all that is in them. */
function carryStyle(shown: Element, copy: Element, inherited: ReadonlyMap<string, string>): void {
  const style = getComputedStyle(shown);
  if (style.display === "none") {
    copy.remove();
    return;
  }
  for (const name of copy.getAttributeNames()) if (kPageOnly.test(name)) copy.removeAttribute(name);
  const own = new Map<string, string>();
  for (const property of kPresentation) {
    const value = style.getPropertyValue(property);
    own.set(property, value);
    if (value !== "" && value !== inherited.get(property)) copy.setAttribute(property, value);
    else copy.removeAttribute(property);
  }
  const children = Array.from(copy.children);
  Array.from(shown.children).forEach((child, index) => {
    const childCopy = children[index];
    if (childCopy) carryStyle(child, childCopy, notInheritedReset(own));
  });
}

/**
 * A copy of a drawing of the page that needs no style sheet, with its texts set in `family`.
 * Transforms that only a style sheet says are not carried over.
 */
export function withItsStyle(shown: SVGSVGElement, family: string): SVGSVGElement {
  const copy = shown.cloneNode(true) as SVGSVGElement;
  carryStyle(shown, copy, new Map());
  for (const part of [copy, ...copy.querySelectorAll("[font-family]")]) part.setAttribute("font-family", family);
  return copy;
}
