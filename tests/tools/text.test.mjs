import assert from "node:assert/strict";
import test from "node:test";
import { literalsIn, templateLiterals } from "../../tools/checks/literals.mjs";
import { catalogueFaults, pictureFaults } from "../../tools/checks/text.mjs";
import { compileTexts } from "../../tools/text/catalogue.mjs";
import { compileMessage } from "../../tools/text/messages.mjs";
import { catalogueTypes } from "../../tools/text/types.mjs";

test("a message is compiled into its parts", () => {
  assert.equal(compileMessage("It's plain").message, "It's plain");
  assert.deepEqual(compileMessage("By {year}, <strong>{n, plural, =0 {none} one {a} other {{n} b}}</strong>").message, [
    "By ",
    [0, "year"],
    ", ",
    [3, "strong", [[2, "n", { "=0": "none", one: "a", other: [[0, "n"], " b"] }]]],
  ]);
  assert.deepEqual(compileMessage("{s, select, a {A} b {}}").message, [[1, "s", { a: "A", b: "" }]]);
});

test("what is not part of the subset is refused", () => {
  for (const text of [
    "{n, plural, one {#} other {#}}",
    "{n, selectordinal, one {a} other {b}}",
    "{n, plural, offset:1 one {a} other {b}}",
    "{n, number}",
    "<a>link</a>",
    "{open",
    "{n, plural, one {a}}",
    "{n, plural, other {a}} {n, select, a {b}}",
  ]) {
    assert.throws(() => compileMessage(text), SyntaxError, text);
  }
});

test("types name the parameters and the options", () => {
  const types = catalogueTypes({ a: { b: "x", c: "<em>{n, plural, one {1} other {{n}}}</em> {s, select, p {} q {}} {w}" } });
  assert.match(types, /readonly b: string;/);
  assert.match(
    types,
    /readonly c: \(values: \{ readonly n: number; readonly s: "p" \| "q"; readonly w: string \| number \}\) => Phrase;/,
  );
});

test("a catalogue has the keys, parameters, marks and plural classes that it needs", () => {
  const reference = { a: "<strong>{x}</strong>", b: { c: "{n, plural, one {1} other {{n}}}", d: "d" } };
  assert.deepEqual(catalogueFaults("ur", reference, reference), []);
  assert.deepEqual(
    catalogueFaults("ur", { a: "{y}", b: { c: "{n, plural, one {1} few {2} other {{n}}}", e: "{" } }, reference),
    [
      "b.d: is missing",
      "a: the parameters are {y, argument} instead of {x, argument}",
      "a: the marks are none instead of <strong>",
      "b.c: the plural has few, one, other; the language has one, other",
      "b.e: is not in en",
    ],
  );
  assert.match(catalogueFaults("en", { a: "{" }, { a: "a" })[0] ?? "", /^a: EXPECT_ARGUMENT_CLOSING_BRACE/);
});

test("a language without its picture for shared links is told how to get it", () => {
  assert.deepEqual(pictureFaults("ps", (path) => path !== "public/social/ps.png"), [
    "public/social/ps.png: is missing; node tools/pictures.mjs draws it",
  ]);
  assert.deepEqual(pictureFaults("ps", (path) => path === "public/social/ps.png"), []);
});

test("texts are compiled in the order of the reference", () => {
  assert.deepEqual(Object.keys(compileTexts({ b: "2", a: "1" }, { a: "x", b: "y" })), ["a", "b"]);
});

test("words outside the catalogue are found in templates and pages", () => {
  assert.deepEqual(literalsIn('<p class="a" aria-label="Say">{{x}} · 5 <b>Words</b></p><!-- no --><script>no</script>'), [
    "Say",
    "Words",
  ]);
  const source = 'const a = html`<p title=${t}>${x}: ${y}</p>`;\nconst b = svg`<text>${z} km</text>`;\n';
  assert.deepEqual(templateLiterals("a.ts", source), ['2: "km"']);
});
