import { contrast, mix, type Colour } from "./contrast.ts";

/** What a host may set of the calculator's colours. */
export interface HostColours {
  readonly accent?: Colour;
  readonly background?: Colour;
}

/** The colour schemes of the calculator. */
export type SchemeName = "light" | "dark";

/** Least contrast ratios of WCAG 2.2, level AA: of text (1.4.3), and of what has to be seen beside it (1.4.11). */
const kText = 4.5;
const kMark = 3;

/** How much of the accent is in the inner band of the fan at most, how much of that in the outer, and of the ink in hairlines. */
const kInBand50 = 0.38;
const kOfBand50 = 0.42;
const kInLine = 0.17;
/** The step by which a band is made fainter until what is drawn on it stands out. */
const kStep = 0.02;
const kWhite = "#ffffff";

/**
 * Colours of a scheme as the tokens of public/styles/tokens.css have them; what is on the accent of a host; how much of the
 * ink is in edges, and how much white in cards.
 */
export const kSchemes = {
  light: {
    bg: "#fbfaf7",
    ink: "#16211c",
    muted: "#526058",
    accent: "#0b5d3b",
    second: "#a3460f",
    loss: "#ae7049",
    focus: "#1f4fd8",
    onAccent: "#ffffff",
    inEdge: 0.55,
    inCard: 1,
  },
  dark: {
    bg: "#101613",
    ink: "#eef3f0",
    muted: "#a9b8b0",
    accent: "#6fd3a3",
    second: "#f0a46b",
    loss: "#b97e54",
    focus: "#9db8ff",
    onAccent: "#000000",
    inEdge: 0.46,
    inCard: 0.04,
  },
} as const;

/** Colours by what they are called. */
type Named = Readonly<Record<string, Colour>>;

/** A colour on another, the contrast that they have, and the least that they need. */
interface Pair {
  readonly what: string;
  readonly colour: Colour;
  readonly on: string;
  readonly behind: Colour;
  readonly found: number;
  readonly least: number;
}

/** The colours of a scheme with those of a host in it. */
export interface Palette {
  /** What differs from the scheme's own: custom properties of the root without their "--". */
  readonly tokens: Named;
  /** The pair that has the least contrast for what it needs. */
  readonly poorest: Pair;
}

/** How much of `accent`, at most `most`, a band on `background` may have so that all `marks` stand out from it. */
function inBand(background: Colour, accent: Colour, most: number, marks: readonly Colour[]): number {
  for (let share = most; share > 0; share -= kStep) {
    if (marks.every((mark) => contrast(mark, mix(background, accent, share)) >= kMark)) return share;
  }
  return 0;
}

/** Every one of `colours` on every one of `backgrounds`. */
function pairsOf(colours: Named, backgrounds: Named, least: number): readonly Pair[] {
  return Object.entries(colours).flatMap(([what, colour]) =>
    Object.entries(backgrounds).map(([on, behind]) => ({ what, colour, on, behind, found: contrast(colour, behind), least })),
  );
}

/**
 * Puts the colours of a host, at least one, into a scheme. What is not the host's stays as it is; hairlines, edges and
 * cards follow its background, the bands of the fan both. Text on the accent, white or black, has enough contrast wherever
 * the accent has it on the background, which is never further from it.
 */
export function paletteFor(scheme: SchemeName, { accent, background }: HostColours): Palette {
  const own = kSchemes[scheme];
  const { ink, muted, second, focus, loss } = own;
  const main = accent ?? own.accent;
  const bg = background ?? own.bg;
  const card = mix(bg, kWhite, own.inCard);
  const edge = mix(bg, ink, own.inEdge);
  const on = { background: bg, card };
  const texts = { accent: main, text: ink, "muted text": muted, losses: second };
  const pairs = [...pairsOf(texts, on, kText), ...pairsOf({ edge, focus, loss }, on, kMark)];
  const inner = inBand(bg, main, kInBand50, [main, second]);
  return {
    tokens: {
      ...(accent && { accent, "on-accent": own.onAccent }),
      ...(background && { bg, card, line: mix(bg, ink, kInLine), edge, gross: edge }),
      band50: mix(bg, main, inner),
      band90: mix(bg, main, inBand(bg, main, kOfBand50 * inner, [main, loss])),
    },
    poorest: pairs.reduce((worst, pair) => (pair.found / pair.least < worst.found / worst.least ? pair : worst)),
  };
}
