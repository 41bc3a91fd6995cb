import { pause } from "../engine/pause.ts";

/** How a long export lets others take part in it. */
export interface ExportOptions {
  /** Ends the export, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told after every slice how much is done, 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** Longest time in milliseconds between two turns of the page; 40 are allowed. */
const kSliceMs = 12;

/** Lets the page have its turn whenever a slice of time is used up. */
export class Pacer {
  private readonly options: ExportOptions;
  private sliceStart = performance.now();

  constructor(options: ExportOptions) {
    this.options = options;
  }

  /** To be awaited between small pieces of work; `done` is the part that is finished, 0 to 1. */
  async breathe(done: number): Promise<void> {
    if (performance.now() - this.sliceStart < kSliceMs) return;
    this.options.onProgress?.(done);
    await pause();
    this.options.signal?.throwIfAborted();
    this.sliceStart = performance.now();
  }
}

/** Rows between two looks at the clock, so that one piece has about this many cells. */
const kCellsInPiece = 1024;

/**
 * The rows of a table as text, in pieces that are each quick to make; `writeRow` makes the text of
 * one. Between pieces the page has its turn.
 */
export async function* rowPieces(
  { rowCount, columns }: { readonly rowCount: number; readonly columns: { readonly length: number } },
  writeRow: (row: number) => string,
  pacer: Pacer,
): AsyncGenerator<string> {
  const step = Math.max(1, Math.floor(kCellsInPiece / Math.max(1, columns.length)));
  for (let first = 0; first < rowCount; first += step) {
    let text = "";
    const last = Math.min(rowCount, first + step);
    for (let row = first; row < last; ++row) text += writeRow(row);
    yield text;
    await pacer.breathe(last / rowCount);
  }
}
