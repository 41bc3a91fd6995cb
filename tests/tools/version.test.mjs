import assert from "node:assert/strict";
import test from "node:test";
import { isAtLeast, parseVersion } from "../../tools/setup/version.mjs";

test("versions compare number by number", () => {
  const rising = ["3.1.6", "3.1.69", "3.2", "6.0.5", "6.0.10"];
  for (const [i, low] of rising.entries()) {
    for (const high of rising.slice(i + 1)) {
      assert.ok(isAtLeast(high, low), `${high} >= ${low}`);
      assert.ok(!isAtLeast(low, high), `${low} < ${high}`);
    }
    assert.ok(isAtLeast(low, low));
  }
});

test("missing numbers count as zero", () => {
  assert.ok(isAtLeast("3.25", "3.25.0"));
  assert.ok(!isAtLeast("3.25", "3.25.1"));
});

test("reads Debian's versions and those of programs", () => {
  assert.deepEqual(parseVersion("3.1.69~dfsg-3"), [3, 1, 69]);
  assert.deepEqual(parseVersion("1:19.1.7-3+b1"), [19, 1, 7]);
  assert.deepEqual(parseVersion("cmake version 3.25.1"), [3, 25, 1]);
});

test("no version is never enough", () => {
  assert.ok(!isAtLeast("", "3.25"));
  assert.ok(!isAtLeast("unknown", "0"));
});
