import { parseArgs } from "node:util";
import { HelpAsked, UsageError } from "./command.mjs";

/** @typedef {NonNullable<import("node:util").ParseArgsConfig["options"]>} Options */

/**
 * The options that a tool of this project was called with. Tools take no other arguments.
 * @template {Options} Known
 * @param {string} usage how it is called; lines after the first explain
 * @param {Known} options
 * @param {readonly string[]} [words] the command line, without node and the program
 * @throws {UsageError} for options that the tool does not have
 * @throws {HelpAsked} for --help
 */
export function readOptions(usage, options, words = process.argv.slice(2)) {
  const help = `Usage: ${usage}`;
  if (words.some((word) => word === "--help" || word === "-h")) throw new HelpAsked(help);
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    const { code = "", message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (!code.startsWith("ERR_PARSE_ARGS_")) throw error;
    const [reason = ""] = message.split(". ");
    throw new UsageError(`${reason.replace(/\.$/, "")}.\n${help}`);
  }
}
