import assert from "node:assert/strict";
import { test } from "node:test";
import { shortfalls } from "../../tools/checks/lighthouse.mjs";

/** @param {{ accessibility?: number, shift?: number, paint?: number }} [facts] */
const report = ({ accessibility = 1, shift = 0, paint = 800 } = {}) => ({
  categories: {
    performance: { title: "Performance", score: 1, auditRefs: [] },
    accessibility: {
      title: "Accessibility",
      score: accessibility,
      auditRefs: [
        { id: "target-size", weight: 7 },
        { id: "image-alt", weight: 10 },
        { id: "unweighted", weight: 0 },
      ],
    },
    "best-practices": { title: "Best practices", score: 1, auditRefs: [] },
    seo: { title: "SEO", score: 1, auditRefs: [] },
  },
  audits: {
    "target-size": { title: "Targets are too small", score: accessibility === 1 ? 1 : 0 },
    "image-alt": { title: "Images have texts", score: 1 },
    unweighted: { title: "Counts for nothing", score: 0 },
    "cumulative-layout-shift": { title: "Shift", score: 1, numericValue: shift },
    "largest-contentful-paint": { title: "Largest paint", score: 1, numericValue: paint },
  },
});

test("a page with all points has no shortfall", () => {
  assert.deepEqual(shortfalls(report()), []);
});

test("a category that is short is named with what cost it points", () => {
  assert.deepEqual(shortfalls(report({ accessibility: 0.96 })), [
    { text: "accessibility: 96 of 100 points; at least 100 are wanted. Targets are too small", isTimed: false },
  ]);
});

test("a page that is painted late falls short, which a busy machine may cause", () => {
  const [late] = shortfalls(report({ paint: 3000 }));
  assert.match(late?.text ?? "", /^largest-contentful-paint: 3000;/);
  assert.equal(late?.isTimed, true);
});

test("a page that moves while it loads, or whose measure is missing, falls short", () => {
  assert.match(shortfalls(report({ shift: 0.02 }))[0]?.text ?? "", /^cumulative-layout-shift: 0.02;/);
  const { "cumulative-layout-shift": _, ...audits } = report().audits;
  assert.match(shortfalls({ ...report(), audits })[0]?.text ?? "", /Infinity/);
});
