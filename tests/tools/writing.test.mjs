import assert from "node:assert/strict";
import test from "node:test";
import { dataTextFaults } from "../../tools/checks/data_text.mjs";
import { newWords, pageWritingFaults, writingRules } from "../../tools/checks/writing.mjs";

test("a figure keeps its unit", () => {
  const english = writingRules("en", ["%", "million"]);
  assert.deepEqual(english("5\u00A0%, $2\u00A0million, 3 millions, {n} %, 7 of 9"), []);
  assert.deepEqual(english("5 % of $2 million"), [
    '"5 %" wants U+00A0 instead of its space',
    '"2 million" wants U+00A0 instead of its space',
  ]);
});

test("an apostrophe is curly, as all others of the site are", () => {
  const english = writingRules("en", []);
  assert.deepEqual(english("India’s, sellers’, ‘so’, 5'"), []);
  assert.deepEqual(english("India's and sellers' own"), ['"India\'s" wants U+2019 for its apostrophe', '"sellers\'" wants U+2019 for its apostrophe']);
  assert.deepEqual(dataTextFaults({ note: { en: "Pakistan's", ur: "اور" } }, ["en", "ur"]), ['/note/en: "Pakistan\'s" wants U+2019 for its apostrophe']);
});

test("the words that a unit has are those of the catalogue", () => {
  assert.deepEqual(writingRules("ur")("5 ارب، 3 فیصد، 7 ڈالر، 9 سے"), [
    '"5 ارب" wants U+00A0 instead of its space',
    '"3 فیصد" wants U+00A0 instead of its space',
    '"7 ڈالر" wants U+00A0 instead of its space',
  ]);
});

test("Urdu is written with its own letters, which its fonts have", () => {
  const urdu = writingRules("ur", [], new Set(["یہ", "کہ", "اُڑان"]));
  assert.deepEqual(urdu("یہ کہ، اُڑان ۔ یہ؟ (x)"), []);
  assert.deepEqual(urdu("\u0643\u064A\u06C7"), [
    "\u0643 (U+0643) is the letter of another language",
    "\u064A (U+064A) is the letter of another language",
    "\u06C7 (U+06C7) is not in the fonts",
  ]);
  assert.deepEqual(writingRules("ar", [])("\u0643\u064A"), []);
});

test("a word that is new to the font of the texts is named, once for each place", () => {
  const urdu = writingRules("ur", [], new Set(["بیچ", "نا", "بیچنا"]));
  assert.deepEqual(urdu("بیچنا، {count, plural, one {بیچ} other {نا}}۔"), []);
  assert.deepEqual(urdu("بیچ بیچتے۔"), ['"بیچتے" is new to the font of the texts: run /usr/bin/python3 tools/subset_fonts.py']);
});

test("a word of a built page that came from no text is named; months of the browser are known", () => {
  assert.deepEqual(pageWritingFaults('<p lang="ur">اور <b>قسطنطنیہ</b> 2031</p>'), ['"قسطنطنیہ" is new to the font of the texts: run /usr/bin/python3 tools/subset_fonts.py']);
  const months = Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat("ur", { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2026, month, 1))),
  );
  assert.deepEqual(newWords("ur", months.join(" ")), []);
});

test("every text of data has every language of the site and no other", () => {
  const data = { a: [{ label: { en: "a", ur: "اور" } }, { note: { en: "b", ur: " " } }], c: { en: "c", de: "c" }, d: "en" };
  assert.deepEqual(dataTextFaults(data, ["en", "ur"]), [
    "/a/1/note: is missing in ur",
    "/c: is missing in ur",
    "/c: there is no public/text/de.json",
  ]);
  assert.deepEqual(dataTextFaults({ note: { en: "5 %", ur: "\u0643" } }, ["en", "ur"]), [
    '/note/en: "5 %" wants U+00A0 instead of its space',
    "/note/ur: \u0643 (U+0643) is the letter of another language",
  ]);
});
