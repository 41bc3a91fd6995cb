import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, type Colour } from "./contrast.ts";
import { kSchemes, paletteFor, type HostColours, type SchemeName } from "./host_colours.ts";

const kNames = ["light", "dark"] as const satisfies SchemeName[];
const kEverything: Required<HostColours> = { accent: "#0b5d3b", background: "#fbfaf7" };

/** Every pair of the design, with the contrast that it has where a host's colours are taken. */
function contrasts(scheme: SchemeName, host: HostColours): readonly [name: string, found: number, least: number][] {
  const { ink, muted, second, focus, loss, accent, bg } = kSchemes[scheme];
  const { tokens } = paletteFor(scheme, host);
  const now = { ink, muted, second, focus, loss, accent, bg, ...tokens } as Record<string, Colour>;
  const of = (one: string, other: string, least: number): [string, number, number] => [`${one} on ${other}`, contrast(now[one] ?? "#", now[other] ?? "#"), least];
  return [
    ...["ink", "muted", "second", "accent"].map((text) => of(text, "bg", 4.5)),
    ...(host.background ? ["ink", "muted", "second", "accent"].map((text) => of(text, "card", 4.5)) : []),
    ...(host.background ? ["edge", "focus", "loss"].flatMap((mark) => [of(mark, "bg", 3), of(mark, "card", 3)]) : []),
    ...(host.accent ? [of("on-accent", "accent", 4.5)] : []),
    of("accent", "band50", 3),
    of("second", "band50", 3),
    of("accent", "band90", 3),
    of("loss", "band90", 3),
  ];
}

const isTaken = (scheme: SchemeName, host: HostColours): boolean => {
  const { found, least } = paletteFor(scheme, host).poorest;
  return found >= least;
};

const kColour = fc.integer({ min: 0, max: 0xffffff }).map((value): Colour => `#${value.toString(16).padStart(6, "0")}`);

describe("paletteFor", () => {
  it.each(kNames)("starts from the tokens of the %s scheme", (scheme) => {
    const blocks = readFileSync("public/styles/tokens.css", "utf8").split("}").filter((block) => block.includes("--band90:"));
    // The light ones first; the dark ones for those whose system has them, and for those who chose them.
    expect(blocks).toHaveLength(3);
    for (const block of scheme === "light" ? blocks.slice(0, 1) : blocks.slice(1)) {
      for (const name of ["bg", "ink", "muted", "accent", "second", "loss", "focus"] as const) expect(block).toContain(`--${name}: ${kSchemes[scheme][name]};`);
    }
  });

  it("takes what is legible in every pair of the design, whatever the colours", () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...kNames), fc.option(kColour), fc.option(kColour), (scheme, accent, background) => {
        const host = { ...(accent && { accent }), ...(background && { background }) };
        if (Object.keys(host).length === 0 || !isTaken(scheme, host)) return;
        taken += 1;
        for (const [pair, found, least] of contrasts(scheme, host)) expect(found, `${pair}: ${scheme} ${JSON.stringify(host)}`).toBeGreaterThanOrEqual(least);
      }),
      { numRuns: 1000 },
    );
    expect(taken).toBeGreaterThan(30);
  });

  it.each([
    ["light", { accent: "#1d4ed8" }, true],
    ["light", { accent: "#1d4ed8", background: "#fdf3dc" }, true],
    ["light", { background: "#ffffff" }, true],
    ["dark", { accent: "#ffd700", background: "#14213d" }, true],
    ["dark", { background: "#000000" }, true],
    ["light", { accent: "#767676", background: "#ffffff" }, true],
    ["light", { accent: "#777777", background: "#ffffff" }, false],
    ["dark", { accent: "#1d4ed8" }, false],
    ["light", { accent: "#ffd700" }, false],
    ["dark", { background: "#ffffff" }, false],
    ["light", { background: "#14213d" }, false],
    ["light", { background: "#808080" }, false],
    ["dark", { background: "#808080" }, false],
    ["light", { accent: "#0b5d3b", background: "#0b5d3b" }, false],
  ] as const)("in the %s scheme of %o: %s", (scheme, host, whether) => {
    expect(isTaken(scheme, host)).toBe(whether);
  });

  it("says which pair is the poorest, and how poor", () => {
    expect(paletteFor("light", { accent: "#777777", background: "#ffffff" }).poorest).toEqual({
      what: "accent",
      colour: "#777777",
      on: "background",
      behind: "#ffffff",
      found: expect.closeTo(4.48, 2) as unknown,
      least: 4.5,
    });
  });

  it("leaves what does not follow from the host's as it is", () => {
    expect(Object.keys(paletteFor("light", { accent: "#1d4ed8" }).tokens)).toEqual(["accent", "on-accent", "band50", "band90"]);
    expect(Object.keys(paletteFor("light", { background: "#ffffff" }).tokens)).toEqual(["bg", "card", "line", "edge", "gross", "band50", "band90"]);
  });

  it("comes near the scheme's own where the host's colours are these", () => {
    // Of 255; the tokens were chosen by eye.
    const near = (one = "", other = ""): number => Math.max(...[1, 3, 5].map((at) => Math.abs(parseInt(one.slice(at, at + 2), 16) - parseInt(other.slice(at, at + 2), 16))));
    const { tokens } = paletteFor("light", kEverything);
    for (const [name, own] of Object.entries({ card: "#ffffff", line: "#cfd6d1", edge: "#7d8a83", band50: "#9ccbb3", band90: "#d6e8de" })) {
      expect(near(tokens[name], own), name).toBeLessThan(16);
    }
  });
});
