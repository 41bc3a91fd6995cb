import type { DrawingInTurns } from "../components/view.ts";
import { nextTask } from "./painted.ts";

/** So long in milliseconds parts are drawn one after the other: together with one more a task short enough not to be felt, on a slow phone too. */
const kTurnMs = 4;

/**
 * A page is drawn for the first time in turns: its parts put their drawing off and are drawn one after the other, with
 * breaks in which the browser does what else there is to do. After that they are drawn at once.
 */
export class Turns implements DrawingInTurns {
  #waiting: (() => void)[] | undefined = [];

  putOff(draw: () => void): boolean {
    this.#waiting?.push(draw);
    return this.#waiting !== undefined;
  }

  /** Draws all that was put off, and what that puts off. */
  async takeAll(): Promise<void> {
    let end = 0;
    for (let draw = this.#waiting?.shift(); draw; draw = this.#waiting?.shift()) {
      if (performance.now() >= end) {
        await nextTask();
        end = performance.now() + kTurnMs;
      }
      draw();
    }
    this.#waiting = undefined;
  }
}
