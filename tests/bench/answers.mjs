import { createInterface } from "node:readline";

/**
 * Answers every line of standard input with one line of JSON: the other end of a Child.
 * @param {(command: string, ...words: string[]) => object | Promise<object>} answer
 */
export async function answerLines(answer) {
  for await (const line of createInterface({ input: process.stdin })) {
    const [command = "", ...words] = line.split(" ");
    process.stdout.write(`${JSON.stringify(await answer(command, ...words))}\n`);
  }
}
