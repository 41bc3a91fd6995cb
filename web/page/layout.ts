import type { AnalysisName } from "../state/analyses.ts";

const kPlotSuffix = "-plot";

function openAll(root: HTMLElement): () => void {
  const closed = [...root.querySelectorAll("details:not([open])")] as HTMLDetailsElement[];
  for (const details of closed) details.open = true;
  return () => {
    for (const details of closed) details.open = false;
  };
}

/**
 * Watches what style sheets cannot say: the width of each measured chart (told to `onWidth`, at
 * once and on every change), which analyses are in sight or nearly (told to `onSight`), the height
 * of the controls (so that they stick only as far as they fit), and whether the answer is in sight.
 * Opens every fold for printing.
 */
export function watchLayout(
  root: HTMLElement,
  onWidth: (chart: string, width: number) => void,
  onSight: (analysis: AnalysisName, isInSight: boolean) => void,
): void {
  const plots = [...root.querySelectorAll<HTMLElement>(".plot")];
  const measure = (plot: HTMLElement): void => {
    const width = Math.floor(plot.clientWidth);
    if (width > 0) onWidth(plot.id.slice(0, -kPlotSuffix.length), width);
  };
  const plotSizes = new ResizeObserver((entries) => {
    for (const { target } of entries) measure(target as HTMLElement);
  });
  for (const plot of plots) {
    measure(plot);
    plotSizes.observe(plot);
  }

  const side = root.querySelector<HTMLElement>(".side");
  if (side) {
    new ResizeObserver(() => {
      side.style.setProperty("--side-height", `${side.offsetHeight}px`);
    }).observe(side);
  }

  const analyses = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        onSight((target as HTMLElement).dataset["analysis"] as AnalysisName, isIntersecting);
      }
    },
    { rootMargin: "200px" },
  );
  for (const section of root.querySelectorAll("[data-analysis]")) analyses.observe(section);

  const answer = root.querySelector("#answer");
  if (answer) {
    new IntersectionObserver(
      ([entry]) => root.toggleAttribute("data-answer-in-sight", entry?.isIntersecting ?? false),
      { threshold: 1 },
    ).observe(answer);
  }

  let closeAgain = (): void => undefined;
  addEventListener("beforeprint", () => {
    closeAgain = openAll(root);
  });
  addEventListener("afterprint", () => closeAgain());
}
