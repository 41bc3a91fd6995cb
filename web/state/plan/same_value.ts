/** What `of` itself says of `key`. */
function own(of: object, key: string): unknown {
  return Object.hasOwn(of, key) ? Reflect.get(of, key) : undefined;
}

/** Whether two values made of plain objects, lists and single values say the same. A key that is undefined counts as left out. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  return (
    Object.keys(a).every((key) => sameValue(own(a, key), own(b, key))) &&
    Object.keys(b).every((key) => Object.hasOwn(a, key) || own(b, key) === undefined)
  );
}
