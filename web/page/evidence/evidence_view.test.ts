import { expect, it } from "vitest";
import { en } from "../../../tests/web/english.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockView } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import { staticHtml } from "../static_html.ts";
import { evidenceView } from "./evidence_view.ts";

it("keeps the signs of figures on their side among words from the right", () => {
  const page = staticHtml(evidenceView({ ...mockView(), text: ur }));
  expect(page).toContain("<td>\u206657\u00A0%\u2069");
  expect(page).toContain("<div><dt>ملبوسات</dt><dd>\u2066100\u00A0%\u2069</dd></div>");
});

it("names sectors, channels and markets apart where they share an identifier", () => {
  const other = (en: string): { readonly id: string; readonly label: { readonly en: string } } => ({ id: "other", label: { en } });
  const { baseline, defaults, sectors, channels, markets } = mockPack;
  const { onboarding } = defaults;
  const row = { sources: [], grade: "D", date: "2026-01" } as const;
  const pack = {
    ...mockPack,
    sectors: [...sectors, { ...other("Other goods"), exports: baseline.goodsExports }],
    channels: [...channels, { ...other("Other shops"), shipment: "parcel" as const }],
    markets: [...markets, other("Other markets")],
    baseline: {
      ...baseline,
      sectorShares: { other: { shares: { other: 0.11 }, ...row } },
      marketShares: { "other/other": { shares: { other: 0.22 }, ...row } },
    },
    defaults: { ...defaults, onboarding: { ...onboarding, mix: { "other/other": 0.33 } } },
  };
  const page = staticHtml(evidenceView({ ...mockView(), pack, text: en })).replaceAll("\u00A0", " ");
  expect(page).toContain("Shares by sector: Other shops</th>");
  expect(page).toContain("<dt>Other goods</dt><dd>11 %</dd>");
  expect(page).toContain("Shares by market: Other goods, Other shops</th>");
  expect(page).toContain("<dt>Other markets</dt><dd>22 %</dd>");
  expect(page).toContain("<dt>Other goods, Other shops</dt><dd>33 %</dd>");
});
