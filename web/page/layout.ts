const kPlotSuffix = "-plot";
/** For who scrolls, parts of the page are loaded and analyses asked for when they are nearer to the window than this. */
const kNear = "400px 0px";

/** The width in CSS pixels of the place of a chart; 0 where it is not seen. */
const widthOf = (plot: HTMLElement): number => plot.clientWidth;

const chartOf = (plot: HTMLElement): string => plot.id.slice(0, -kPlotSuffix.length);

/** The widths of the charts in `root` that are drawn to measure, as they stand there now, by chart. */
export function plotWidths(root: HTMLElement): Readonly<Record<string, number>> {
  const plots = [...root.querySelectorAll<HTMLElement>(".plot")].map((plot) => [chartOf(plot), widthOf(plot)] as const);
  return Object.fromEntries(plots.filter(([, width]) => width > 0));
}

/** Windows of laptops with little height, as in public/styles/layout.css. */
export const lowWindow = (): MediaQueryList => matchMedia("screen and (min-width: 62rem) and (max-height: 47.99rem)");

/** Who hears what is measured and what is seen. */
export interface LayoutEvents {
  /** A chart that is drawn to measure has this width in CSS pixels: told before it is painted and on every change. */
  onWidth(chart: string, width: number): void;
  /** Whether the window is one of little height has changed. */
  onLow(isLow: boolean): void;
  /** The place of a part of the page is in the window, or near it for who scrolls. */
  onPart(name: string): void;
  /** Whether an analysis can be seen. */
  onLook(analysis: string, isSeen: boolean): void;
  /** The page is about to be printed. */
  onPrint(): void;
}

function openAll(root: HTMLElement): () => void {
  const closed = [...root.querySelectorAll("details:not([open])")] as HTMLDetailsElement[];
  for (const details of closed) details.open = true;
  return () => {
    for (const details of closed) details.open = false;
  };
}

/** Calls `found` for each element of `root` that is there or comes later and that `selector` matches; ends when `signal` says so. */
function onEach(selector: string, root: HTMLElement, found: (element: HTMLElement) => void, signal?: AbortSignal): void {
  const search = (node: Node): void => {
    if (!(node instanceof HTMLElement)) return;
    if (node.matches(selector)) found(node);
    for (const element of node.querySelectorAll<HTMLElement>(selector)) found(element);
  };
  search(root);
  // Most drawings bring no element: to search the page after each would cost more than they do.
  const arrivals = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) search(node);
  });
  arrivals.observe(root, { childList: true, subtree: true });
  signal?.addEventListener("abort", () => arrivals.disconnect());
}

/**
 * Watches what style sheets cannot say: the width of measured charts, the height of the controls (so
 * that they stick only as far as they fit), whether the answer is in sight, which parts of the page
 * and which analyses are near the window. Opens every fold for printing.
 */
export function watchLayout(root: HTMLElement, events: LayoutEvents): void {
  // To ask for a width at once would have the browser lay the page out twice.
  const plotSizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const plot = target as HTMLElement;
      const width = widthOf(plot);
      if (width > 0) events.onWidth(chartOf(plot), width);
    }
  });
  onEach(".plot", root, (plot) => plotSizes.observe(plot));
  lowWindow().addEventListener("change", ({ matches }) => events.onLow(matches));

  const watchPlaces = (rootMargin: string): AbortController => {
    const watching = new AbortController();
    const nearness = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const { part, analyses } = (target as HTMLElement).dataset;
          if (part !== undefined && isIntersecting) events.onPart(part);
          for (const name of analyses?.split(" ") ?? []) events.onLook(name, isIntersecting);
        }
      },
      { rootMargin },
    );
    watching.signal.addEventListener("abort", () => nearness.disconnect());
    onEach("[data-part], [data-analyses]", root, (place) => nearness.observe(place), watching.signal);
    return watching;
  };
  const inWindow = watchPlaces("0px");
  addEventListener(
    "scroll",
    () => {
      inWindow.abort();
      watchPlaces(kNear);
    },
    { once: true, passive: true },
  );

  const side = root.querySelector<HTMLElement>(".side");
  if (side) {
    new ResizeObserver(() => {
      side.style.setProperty("--side-height", `${side.offsetHeight}px`);
    }).observe(side);
  }

  const answer = root.querySelector("#answer");
  if (answer) {
    new IntersectionObserver(
      ([entry]) => root.toggleAttribute("data-answer-in-sight", entry?.isIntersecting ?? false),
      { threshold: 1 },
    ).observe(answer);
  }

  let closeAgain = (): void => undefined;
  addEventListener("beforeprint", () => {
    events.onPrint();
    closeAgain = openAll(root);
  });
  addEventListener("afterprint", () => closeAgain());
}
