/**
 * A frame out of sight may never be painted: so long after all has loaded nobody waits for it any more. A browser that
 * has much to do draws its first frame up to two seconds late, and the program would only delay it further.
 */
const kPatienceMs = 4000;

/**
 * Resolves after the browser has painted the whole page as it was built, so that the page's program does not delay the
 * first sight of it. What is painted first may be the page as far as it was read by then: the next frame has the rest.
 */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      observer.disconnect();
      setTimeout(resolve);
    };
    const observer = new PerformanceObserver((paints) => {
      if (paints.getEntriesByName("first-contentful-paint")[0]) requestAnimationFrame(end);
    });
    observer.observe({ type: "paint", buffered: true });
    addEventListener("load", () => setTimeout(end, kPatienceMs), { once: true });
  });
}

/** Lets the browser do what else there is to do, so that no piece of work is long enough to be felt. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
