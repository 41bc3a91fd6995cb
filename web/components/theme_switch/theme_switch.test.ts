import { describe, expect, it } from "vitest";
import { mockView } from "../../../tests/web/mock_view.ts";
import { staticHtml } from "../../page/static_html.ts";
import { themeSwitch } from "./theme_switch.ts";

describe("themeSwitch", () => {
  it("says which of the three is set", () => {
    const markup = staticHtml(themeSwitch(mockView({ theme: "dark" })));
    expect([...markup.matchAll(/aria-pressed="(\w+)"[^>]*>([^<]*)</g)].map(([, isSet, words]) => `${words}: ${isSet}`)).toEqual([
      "As the system: false",
      "Light: false",
      "Dark: true",
    ]);
  });
});
