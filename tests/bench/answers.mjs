import { createInterface } from "node:readline";

/**
 * Answers every line of standard input with one line of JSON: the other end of a Child.
 * @param {(command: string, ...words: string[]) => object | Promise<object>} answer
 */
export function answerLines(answer) {
  const lines = createInterface({ input: process.stdin });
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  lines.on("line", (line) => {
    const [command = "", ...words] = line.split(" ");
    last = last.then(async () => {
      process.stdout.write(`${JSON.stringify(await answer(command, ...words))}\n`);
    });
  });
}
