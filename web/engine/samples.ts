import type { SamplesMessage } from "./protocol.ts";

/** Every draw of a scenario: a column for each input and for each output in a year. */
export interface Samples {
  readonly draws: number;
  /** Names of the columns as the command-line program writes them: "act.b2b", "exportsAdditional.2031". */
  readonly names: readonly string[];
  /** One value for each draw, in the order of the names. */
  readonly columns: readonly Float64Array<ArrayBuffer>[];
}

/** Puts draws that come in parts together. */
export class SampleCollector {
  private columns: Float64Array<ArrayBuffer>[] = [];
  private draws = 0;

  /** Takes the next part. Throws a RangeError where the draws do not fit into memory. */
  add({ draws, first, count, values }: SamplesMessage): void {
    const width = values.length / count;
    if (first === 0) {
      this.draws = draws;
      this.columns = Array.from({ length: width }, () => new Float64Array(draws));
    }
    this.columns.forEach((column, index) => column.set(values.subarray(index * count, (index + 1) * count), first));
  }

  /** All draws, once every part is there. `header` names the columns, that of the number of the draw first. */
  finish(header: string): Samples {
    const [, ...names] = header.trim().split(",");
    return { draws: this.draws, names, columns: this.columns };
  }
}
