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

/** Lets the browser do what else there is to do, so that no piece of work is long enough to be felt. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
