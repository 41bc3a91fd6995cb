import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { inRepository } from "../../tools/paths.mjs";

/** @param {string} tool @param {readonly string[]} words @param {NodeJS.ProcessEnv} [env] */
function call(tool, words, env = process.env) {
  const program = inRepository("tools", `${tool}.mjs`);
  return spawnSync(process.execPath, [program, ...words], { encoding: "utf8", env });
}

for (const tool of ["bench", "build", "clean", "coverage", "format", "fuzz", "lint", "setup", "start", "test", "text"]) {
  const command = tool === "start" || tool === "test" ? `npm ${tool}` : `npm run ${tool}`;

  test(`${command}: an unknown option or a word too many gets the usage line and exit code 2`, () => {
    for (const words of [["--nonsense"], ["nonsense"]]) {
      const { status, stdout, stderr } = call(tool, words);
      assert.equal(status, 2, stderr);
      assert.equal(stdout, "");
      assert.match(stderr, new RegExp(`^\\n[^\\n]*nonsense[^\\n]*\\nUsage: ${command}`));
      assert.doesNotMatch(stderr, /\bat .*\d+:\d+/);
    }
  });

  test(`${command}: --help is answered on standard output`, () => {
    for (const words of [["--help"], ["--nonsense", "-h"]]) {
      const { status, stdout, stderr } = call(tool, words);
      assert.equal(status, 0);
      assert.match(stdout, new RegExp(`^Usage: ${command}`));
      assert.equal(stderr, "");
    }
  });
}

test("an unknown step of npm test is refused with the names of all", () => {
  const { status, stderr } = call("test", ["--only", "native,nonsense"]);
  assert.equal(status, 2);
  assert.match(stderr, /No step nonsense\. Steps: lint, .*\bnative\b.*\bwasm\b/);
  assert.equal(call("test", ["--only"]).status, 2);
});

test("a port that is none is refused before anything is built", () => {
  for (const port of ["-1", "65536", "80.5", "http"]) {
    const { status, stderr } = call("start", [], { ...process.env, PORT: port });
    assert.equal(status, 2);
    assert.match(stderr, new RegExp(`PORT must be a whole number from 0 to 65535, not "${port}"`));
  }
});
