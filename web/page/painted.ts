/** A frame out of sight may never be painted. */
const kPatienceMs = 1000;

/** Resolves after the browser has painted what is there, so that the page's program does not delay the first sight of it. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const isLate = setTimeout(resolve, kPatienceMs);
    requestAnimationFrame(() => {
      clearTimeout(isLate);
      // What an animation frame asks for comes after its paint.
      setTimeout(resolve);
    });
  });
}
