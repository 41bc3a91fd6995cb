import type { Colour } from "./contrast.ts";
import { paletteFor, type HostColours, type Palette, type SchemeName } from "./host_colours.ts";
import { isFontList } from "./host_font.ts";
import type { SetFault } from "./protocol.ts";

/** How a host has the calculator look, in place of its own colours and fonts. */
export interface HostStyle {
  /** A style sheet that makes it look so; empty where nothing is taken. */
  readonly sheet: string;
  /** What was refused. */
  readonly faults: readonly SetFault[];
}

const kColour = /^#?[\da-f]{6}$/i;

/** What keeps the colours of a host out of a scheme. A contrast is never said higher than it is. */
function contrastFault(scheme: SchemeName, { accent }: HostColours, { poorest }: Palette): SetFault {
  const { what, colour, on, behind, found, least } = poorest;
  const path = accent && what === "accent" ? "/accent" : "/background";
  const message = `The contrast of ${what} ${colour} on ${on} ${behind} is ${Math.floor(100 * found) / 100}, least is ${least}: the ${scheme} scheme keeps its colours.`;
  return { code: "contrast", path, message };
}

/** Rules for the root in a scheme, as the visitor or the host chose it or else as the system has it. */
function schemeRules(scheme: SchemeName, { tokens }: Palette): string {
  const other = scheme === "light" ? "dark" : "light";
  const colours = Object.entries(tokens).map(([name, value]) => `--${name}:${value};`).join("");
  return `@media (prefers-color-scheme:${scheme}){:root:where(:not([data-theme=${other}])){${colours}}}:root:where([data-theme=${scheme}]){${colours}}`;
}

/**
 * Reads `accent`, `background` and `font` from the part of an address from "?" on. Colours are taken together, in those
 * of `schemes`, which are all that can show, in which every pair that the calculator shows has enough contrast (WCAG 2.2,
 * 1.4.3 and 1.4.11); where there is none, or one is no colour, they are refused. The font is that of Latin letters and
 * figures. Both are for screens that force no colours: paper keeps the calculator's own.
 */
export function readHostStyle(search: string, schemes: readonly SchemeName[]): HostStyle {
  const said = new URLSearchParams(search);
  const faults: SetFault[] = [];
  const refuse = (name: string, kind: string): void => {
    faults.push({ code: "wrong_type", path: `/${name}`, message: `${name} must be ${kind}, not "${said.get(name) ?? ""}".` });
  };

  const colours: Partial<Record<keyof HostColours, Colour>> = {};
  for (const name of ["accent", "background"] as const) {
    const value = said.get(name);
    if (value === null) continue;
    if (kColour.test(value)) colours[name] = `#${value.slice(-6).toLowerCase()}`;
    else refuse(name, "a colour as in 0b5d3b");
  }
  const isAsked = faults.length === 0 && Object.keys(colours).length > 0;
  const palettes = (isAsked ? schemes : []).map((scheme) => [scheme, paletteFor(scheme, colours)] as const);
  const taken = palettes.filter(([, { poorest }]) => poorest.found >= poorest.least);
  if (taken.length === 0) faults.push(...palettes.map(([scheme, palette]) => contrastFault(scheme, colours, palette)));
  const rules = taken.map(([scheme, palette]) => schemeRules(scheme, palette));
  // Who asks the system for more contrast has hairlines as dark as edges.
  if (rules.length > 0) rules.push("@media (prefers-contrast:more){:root{--line:var(--edge)}}");

  const font = said.get("font");
  if (font !== null) {
    if (isFontList(font)) rules.push(`:root{--latin:${font},system-ui,sans-serif}`);
    else refuse("font", "a list of font families, as in Georgia, serif");
  }
  return { sheet: rules.length > 0 ? `@media screen and (forced-colors:none){${rules.join("")}}` : "", faults };
}
