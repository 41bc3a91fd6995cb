import { describe, expect, it } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { queryFaults, readBeginning, type Beginning } from "./beginning.ts";

const begins = (hash: string): Beginning => readBeginning(hash, mockPack, "1.0");
const none: Beginning = { faults: [], isRefused: false, madeWith: undefined };

describe("readBeginning", () => {
  it("has nothing to say of no link and of a whole one but what it was made with", () => {
    expect(begins("")).toEqual(none);
    expect(begins("#v=1&newSellers=7")).toEqual(none);
    expect(begins("#v=1&m=0.9&newSellers=7&pack=2025.2")).toEqual({ ...none, madeWith: { model: "0.9", pack: "2025.2" } });
  });

  it("takes a scenario as text, as it was", () => {
    const scenario = '{ "schema": 1, "pack": "zz", "label": "50 % + \u0627 & #" }';
    expect(begins(`#${new URLSearchParams({ scenario }).toString()}`)).toEqual({ ...none, scenario });
    expect(begins(`#scenario=${encodeURIComponent(scenario)}`)).toEqual({ ...none, scenario });
  });

  it("says what is left out of a link of which the rest is shown", () => {
    expect(begins("#v=1&m=0.9&newSellers=-5&sellers=5")).toEqual({
      faults: [
        { code: "out_of_range", path: "/link", message: "newSellers=-5 is not allowed; allowed is 0 to 10000000." },
        { code: "unknown_name", path: "/link", message: "sellers=5 is not known here." },
      ],
      isRefused: false,
      madeWith: { model: "0.9" },
    });
  });

  it.each([
    ["#hello%20world", "The link is no share link."],
    ["#v=2&newSellers=500", "The link is a share link of format 2, which is not known here."],
  ])("says that nothing of %s can be shown", (hash, message) => {
    expect(begins(hash)).toEqual({ faults: [{ code: "wrong_type", path: "/link", message }], isRefused: true, madeWith: undefined });
  });
});

describe("queryFaults", () => {
  it("names what is not known, and what is", () => {
    expect(queryFaults("?theme=red&view=Compact&pack=pk")).toEqual([
      { code: "unknown_name", path: "/view", message: 'view must be one of headline, compact, full, not "Compact".' },
      { code: "unknown_name", path: "/theme", message: 'theme must be one of auto, light, dark, not "red".' },
    ]);
  });

  it("has nothing against what is known, empty or not its own", () => {
    for (const search of ["", "?theme=&view=", "?theme=auto&view=full", "?utm_source=x"]) expect(queryFaults(search)).toEqual([]);
  });
});
