import { describe, expect, it } from "vitest";
import { readHostStyle } from "./host_style.ts";

const kBoth = ["light", "dark"] as const;

/** What a sheet sets in a scheme that the visitor or the host chose. */
const chosenIn = (sheet: string, scheme: string): string => new RegExp(String.raw`\}:root:where\(\[data-theme=${scheme}\]\)\{([^}]*)`).exec(sheet)?.[1] ?? "";
/** What it sets where nobody chose and the system has the scheme. */
const systemIn = (sheet: string, scheme: string): string =>
  new RegExp(String.raw`@media \(prefers-color-scheme:${scheme}\)\{:root:where\(:not\(\[data-theme=${scheme === "light" ? "dark" : "light"}\]\)\)\{([^}]*)`).exec(sheet)?.[1] ?? "";

const refusedIn = (search: string, schemes: readonly ("light" | "dark")[] = kBoth): [code: string, path: string][] =>
  readHostStyle(search, schemes).faults.map(({ code, path }) => [code, path]);

describe("readHostStyle", () => {
  it("has nothing to say where nothing is asked for", () => {
    expect(readHostStyle("?theme=dark&view=compact&pack=pk", kBoth)).toEqual({ sheet: "", faults: [] });
  });

  it("sets colours in the schemes in which they are legible, however that came to be shown", () => {
    const { sheet, faults } = readHostStyle("?accent=1D4ED8&background=%23fdf3dc", kBoth);
    expect(faults).toEqual([]);
    for (const rules of [chosenIn(sheet, "light"), systemIn(sheet, "light")]) {
      expect(rules).toMatch(/^--accent:#1d4ed8;--on-accent:#ffffff;--bg:#fdf3dc;--card:#ffffff;/);
    }
    expect([chosenIn(sheet, "dark"), systemIn(sheet, "dark")]).toEqual(["", ""]);
    expect(chosenIn(readHostStyle("?accent=ffd700", kBoth).sheet, "dark")).toMatch(/^--accent:#ffd700;--on-accent:#000000;--band50:/);
    expect(chosenIn(readHostStyle("?background=14213d", kBoth).sheet, "dark")).toContain("--bg:#14213d;");
  });

  it("sets them for screens that force no colours, and keeps hairlines dark where that is asked for", () => {
    const { sheet } = readHostStyle("?accent=1d4ed8", kBoth);
    expect(sheet).toMatch(/^@media screen and \(forced-colors:none\)\{.*@media \(prefers-contrast:more\)\{:root\{--line:var\(--edge\)\}\}\}$/);
  });

  it("refuses a pair as a whole that is legible in no scheme which can show, with what is wrong in each", () => {
    const { sheet, faults } = readHostStyle("?accent=ffff00&background=ffffff", kBoth);
    expect(sheet).toBe("");
    expect(faults).toEqual(
      kBoth.map((scheme) => ({
        code: "contrast",
        path: "/accent",
        message: `The contrast of accent #ffff00 on background #ffffff is 1.07, least is 4.5: the ${scheme} scheme keeps its colours.`,
      })),
    );
    expect(refusedIn("?accent=1d4ed8&background=fdf3dc", ["dark"])).toEqual([["contrast", "/background"]]);
    expect(refusedIn("?background=808080", ["light"])).toEqual([["contrast", "/background"]]);
    // 4.478 is not 4.5, and is not said to be.
    expect(readHostStyle("?accent=777777&background=ffffff", ["light"]).faults[0]?.message).toContain("is 4.47, least is 4.5");
  });

  it.each(["red", "fff", "0b5d3b80", "", "0b5d3g", "##0b5d3", "url(x)"])("takes no colours where one is %o", (value) => {
    const { sheet, faults } = readHostStyle(`?${new URLSearchParams({ accent: value, background: "ffffff" })}`, kBoth);
    expect(sheet).toBe("");
    expect(faults).toEqual([{ code: "wrong_type", path: "/accent", message: `accent must be a colour as in 0b5d3b, not "${value}".` }]);
  });

  it("sets a font before the system's, whatever becomes of the colours", () => {
    expect(readHostStyle("?font=Georgia,%20serif", kBoth)).toEqual({
      sheet: "@media screen and (forced-colors:none){:root{--latin:Georgia, serif,system-ui,sans-serif}}",
      faults: [],
    });
    expect(readHostStyle("?font=Georgia&accent=red", kBoth).sheet).toContain("--latin:Georgia,");
    expect(refusedIn("?font=url(x)&accent=1d4ed8")).toEqual([["wrong_type", "/font"]]);
    expect(readHostStyle("?font=url(x)&accent=1d4ed8", kBoth).sheet).toContain("--accent:#1d4ed8;");
  });
});
