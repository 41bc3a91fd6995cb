import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A program that answers each line with one line of JSON, and waits without work in between. */
export class Child {
  #process;
  #answers;
  #name;

  /**
   * @param {string} command
   * @param {readonly string[]} args
   * @param {NodeJS.ProcessEnv} [env]
   */
  constructor(command, args, env = process.env) {
    this.#name = [command, ...args].join(" ");
    this.#process = spawn(command, args, { env, stdio: ["pipe", "pipe", "inherit"] });
    // A child that ends early is told of by the answer that is missing.
    this.#process.stdin.on("error", () => {});
    this.#process.on("error", () => {});
    this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /**
   * @param {string} line
   * @returns {Promise<Record<string, number>>}
   */
  async ask(line) {
    return JSON.parse(await this.askText(line));
  }

  /** @param {string} line */
  async askText(line) {
    this.#process.stdin.write(`${line}\n`);
    const { value, done } = await this.#answers.next();
    if (done) throw new Error(`No answer to "${line}" from ${this.#name}`);
    return value;
  }

  close() {
    this.#process.stdin.end();
  }
}
