declare module "virtual:default-result" {
  import type { ShownResult } from "../state/readings.ts";

  /** The answer for the pack's own plan, computed when the site was built. */
  const result: ShownResult;
  export default result;
}
