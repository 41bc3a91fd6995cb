import { describe, expect, it } from "vitest";
import { readQuery } from "./query.ts";

describe("readQuery", () => {
  it("reads what is known", () => {
    expect(readQuery("?theme=dark&view=compact&pack=pk")).toEqual({ theme: "dark", view: "compact", pack: "pk" });
    expect(readQuery("?view=headline")).toEqual({ view: "headline" });
  });

  it("shows everything, in the visitor's theme, where nothing known is said", () => {
    for (const search of ["", "?", "?theme=red&view=tiny&utm_source=x", "?theme=&view="]) expect(readQuery(search)).toEqual({ view: "full" });
  });
});
