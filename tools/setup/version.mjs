/**
 * The first dotted number of a text, without a Debian epoch: "1:3.1.69~dfsg-3" is
 * [3, 1, 69].
 * @param {string} text
 * @returns {number[]} empty when the text has none
 */
export function parseVersion(text) {
  const match = /(?:\d+:)?(\d+(?:\.\d+)*)/.exec(text);
  return match?.[1]?.split(".").map(Number) ?? [];
}

/**
 * Whether a version is at least a floor, number by number; a text without a version is not.
 * @param {string} version
 * @param {string} floor
 */
export function isAtLeast(version, floor) {
  const have = parseVersion(version);
  if (have.length === 0) return false;
  const want = parseVersion(floor);
  for (let i = 0; i < Math.max(have.length, want.length); ++i) {
    const difference = (have[i] ?? 0) - (want[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
