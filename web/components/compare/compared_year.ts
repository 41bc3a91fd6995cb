import type { PlanComparison } from "../../state/analyses.ts";

/** The year that is shown of a comparison to who looks at `year`: its last where not all of its plans report that one. */
export function comparedYear({ years }: Pick<PlanComparison, "years">, year: number): number {
  return years.includes(year) ? year : (years.at(-1) ?? year);
}
