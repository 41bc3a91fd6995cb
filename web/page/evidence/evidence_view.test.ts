import { expect, it } from "vitest";
import { mockView } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import { staticHtml } from "../static_html.ts";
import { evidenceView } from "./evidence_view.ts";

it("keeps the signs of figures on their side among words from the right", () => {
  const page = staticHtml(evidenceView({ ...mockView(), text: ur }));
  expect(page).toContain("<td>\u206657\u00A0%\u2069");
  expect(page).toContain("<div><dt>ملبوسات</dt><dd>\u2066100\u00A0%\u2069</dd></div>");
});
