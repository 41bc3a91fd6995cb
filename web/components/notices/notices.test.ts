import { describe, expect, it } from "vitest";
import { ur } from "../../../tests/web/english.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import type { Notice } from "../../state/notices.ts";
import { kNothingLater } from "../later/later.ts";
import * as sharing from "../sharing/sharing.ts";
import { notices } from "./notices.ts";

const words = (...all: Notice[]): string => wordsOf(notices(mockView({ notices: all })));

describe("notices", () => {
  it("are none at first", () => {
    expect(words()).toBe("");
  });

  it("offer a newer version of the page", () => {
    expect(words({ kind: "newVersion", takeOver: () => undefined })).toBe(
      "A newer version of this calculator is ready. Your plan stays as it is. Show the new version Close this note",
    );
  });

  it("say which parts of a link were left out, and what is allowed", () => {
    expect(
      words({
        kind: "linkFaults",
        faults: [
          { key: "years", value: "99", problem: "outOfRange", limits: { min: 1, max: 15 } },
          { key: "newSellers", value: "-1", problem: "outOfRange", limits: { min: 0, max: 10_000_000 } },
          { key: "startYear", value: "1999", problem: "outOfRange", limits: { min: 2027, max: 2036 }, isYear: true },
          { key: "horse", value: "2", problem: "unknown" },
        ],
      }),
    ).toBe(
      "4 parts of the link were left out. The rest holds. years=99 is not allowed. Allowed: 1 to 15. newSellers=-1 is not allowed. Allowed: 0 to 10,000,000. startYear=1999 is not allowed. Allowed: 2027 to 2036. horse=2 is not known here. Close this note",
    );
  });

  it("say what a number or the shares of a link have to be, and what is nearest or what they are", () => {
    const faults = [
      { key: "draws", value: "1000", problem: "notPowerOfTwo", limits: { min: 256, max: 1_048_576 }, figure: 1024 },
      { key: "seed", value: "1.5", problem: "notWhole", limits: { min: 0, max: 9_007_199_254_740_991 } },
      { key: "mix", value: "apparel/b2b:0.5", problem: "wrongSum", figure: 0.1 + 0.2 },
    ] as const;
    expect(words({ kind: "linkFaults", faults })).toContain(
      "draws=1000 must be a power of two; the nearest is 1,024. Allowed: 256 to 1,048,576. " +
        "seed=1.5 is not a whole number. Allowed: 0 to 9,007,199,254,740,991. " +
        "mix=apparel/b2b:0.5 must have shares that sum to 1; the sum is 0.3. Close",
    );
    const inUrdu = wordsOf(notices(mockView({ notices: [{ kind: "linkFaults", faults }] }, { text: ur }))).replaceAll(/[\u2066\u2069]/g, "");
    expect(inUrdu).toContain("draws=1000 دو کی قوت ہونی چاہیے؛ قریب ترین 1,024 ہے۔ قابلِ قبول حد: 256 سے 1,048,576 تک۔");
    expect(inUrdu).toContain("seed=1.5 پورا عدد نہیں ہے۔ قابلِ قبول حد: 0 سے 9,007,199,254,740,991 تک۔");
    expect(inUrdu).toContain("mix=apparel/b2b:0.5 کے حصوں کا مجموعہ 1 ہونا چاہیے؛ یہ 0.3 ہے۔");
  });

  it("say what changed since an older link, or why that is not known", () => {
    const release = { date: "2026-11", model: "2026.11", packs: {}, changes: [{ en: "Sellers stay longer." }] };
    expect(words({ kind: "olderLink", link: { model: "2026.9" }, releases: [release], problem: "" })).toContain(
      "an older version (model 2026.9). The figures may differ from those that its author saw. What changed since: 2026-11 Sellers stay longer.",
    );
    expect(words({ kind: "olderLink", link: { pack: "2026.9.0" }, releases: [], problem: "no network" })).toContain(
      "What changed could not be loaded: no network",
    );
    expect(words({ kind: "newerLink", link: { model: "2027.1" } })).toContain("a newer version (model 2027.1)");
    expect(words({ kind: "newerLink", link: { model: "2026.11", pack: "2027.1.0" } })).toContain(
      "a newer version (model 2026.11, data 2027.1.0) than",
    );
    const unknown = { kind: "unknownLink", link: { model: "tomorrow" } } as const;
    expect(words(unknown)).toBe(
      "This link was made with a version (model tomorrow) that is not known here. The figures may differ from those that its author saw. Close this note",
    );
    expect(wordsOf(notices(mockView({ notices: [unknown] }, { text: ur }))).replaceAll(/[\u2066\u2069]/g, "")).toContain(
      "یہ لنک ایسے نسخے (ماڈل tomorrow) سے بنا تھا جو یہاں معلوم نہیں۔",
    );
    expect(words({ kind: "linkVersion", format: "1" })).toContain("was read as version 1.");
    expect(words({ kind: "linkFormat", format: "7" })).toContain("(version 7) that is not known here");
  });

  it("say why a file was not taken, in the words of the part that opens files", () => {
    const notice = { kind: "fileFaults", name: "plan.json", faults: [{ code: "network", path: "", message: "Gone." }] } as const;
    const later = { ...kNothingLater, modules: { sharing } };
    expect(wordsOf(notices(mockView({ notices: [notice] }, { later })))).toBe(
      "“plan.json” cannot be used: one fault was found. Your plan stays as it is. The calculator’s files could not be fetched. Gone. Close this note",
    );
    // Not even its button, until there is something to close.
    expect(words(notice)).toBe("");
  });

  it("say why a plan of the page around was not taken", () => {
    const faults = [{ code: "out_of_range", path: "/scenario/onboarding/newSellers", message: "newSellers must be from 0 to 10000000, not -1" }];
    const said = (text = mockView().text): string =>
      wordsOf(notices(mockView({ notices: [{ kind: "planFaults", faults }] }, { later: { ...kNothingLater, modules: { sharing } }, text }))).replaceAll(/[\u2066\u2069]/g, "");
    expect(said()).toBe(
      "The page around this one asked for a plan that cannot be shown. The default plan was taken in its place. " +
        "/scenario/onboarding/newSellers This is outside what is allowed. newSellers must be from 0 to 10000000, not -1 Close this note",
    );
    expect(said(ur)).toContain("ایسا منصوبہ مانگا تھا جو دکھایا نہیں جا سکتا۔ اس کی جگہ ابتدائی منصوبہ لیا گیا۔ /scenario/onboarding/newSellers یہ مقررہ حد سے باہر ہے۔");
  });
});
