import type { Check } from "../../engine/types.ts";
import { ofTwenty } from "../../text/sentences.ts";
import { say, type View } from "../view.ts";

/** The largest share over the years, and its year. */
function peakOf({ state }: View, shares: readonly number[] | undefined): { share: number; year: number } {
  const share = Math.max(0, ...(shares ?? []));
  return { share, year: state.result.years[shares?.indexOf(share) ?? 0] ?? state.year };
}

/** Whether a check is worth a warning: too few businesses in fewer than 1 of 20 futures move no figure of the answer. */
export function isTold(view: View, { code }: Check): boolean {
  return code !== "above_pool" || peakOf(view, view.state.result.probability.poolLimits).share >= 0.025;
}

/**
 * What the core found, in the page's language; undefined for what is not known here. The core says it in
 * English, with the same figures.
 */
export function checkWords(view: View, { code, message }: Check): string | undefined {
  const { text, state, pack } = view;
  const { found } = text.answer;
  const { poolLimits, aboveEcommerceCeiling } = state.result.probability;
  const peak = (shares: readonly number[] | undefined): { futures: string; year: number } => {
    const { share, year } = peakOf(view, shares);
    return { futures: ofTwenty(text, share), year };
  };
  switch (code) {
    case "above_pool":
      return found.pool(peak(poolLimits));
    case "above_ecommerce_ceiling":
      return found.ceiling(peak(aboveEcommerceCeiling));
    case "above_sector_exports": {
      const sector = pack.sectors.find(({ id }) => message.includes(`"${id}"`));
      return sector && found.sector({ sector: say(view, sector.label) });
    }
    case "trainees_above_registrants":
      return found.trainees;
    case "correlations_adjusted":
      return found.correlations;
    default:
      return undefined;
  }
}
