import { workOffline } from "../offline/register.ts";
import type { FirstData } from "../state/first_data.ts";
import type { CompiledCatalogue } from "../text/message.ts";
import { fromRoot, startCalculator } from "./calculator.ts";
import { pageView } from "./page_view.ts";

const kName = "index";

/** Takes the calculator's own page over, in the language of `catalogue`. */
export async function start(catalogue: CompiledCatalogue, data: FirstData): Promise<void> {
  const { offerVersion, text } = await startCalculator(catalogue, data, { name: kName, page: pageView });
  await workOffline(fromRoot("service_worker.js", text.tag, kName), { onNewVersion: offerVersion });
}
