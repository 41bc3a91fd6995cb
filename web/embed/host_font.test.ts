import { expect, it } from "vitest";
import { isFontList } from "./host_font.ts";

it.each(["Georgia", "Georgia,serif", "Noto Sans, system-ui , sans-serif", `"Source Sans 3", 'جمیل نوری نستعلیق', -apple-system`, "ui-serif", `"inherit"`])("takes %s", (list) => {
  expect(isFontList(list)).toBe(true);
});

it.each([
  "",
  "Georgia,",
  ",serif",
  "12px Georgia",
  "url(https://example.org/x.woff2)",
  "var(--x)",
  "Georgia;color:red",
  "Georgia}*{display:none",
  `"Georgia`,
  `Georgia"`,
  `"Georgia'`,
  `"Georgia, serif"`,
  String.raw`"Geo\"rgia"`,
  '"Geo\nrgia"',
  "inherit",
  "Georgia, Revert-Layer",
  "default",
  "Georgia/**/",
  "Source Sans 3",
  "x".repeat(201),
])("refuses %s", (list) => {
  expect(isFontList(list)).toBe(false);
});
