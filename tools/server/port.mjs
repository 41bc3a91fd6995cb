import { UsageError } from "../command.mjs";

/**
 * The port that PORT asks for.
 * @param {number} usual the one without PORT
 * @returns {number} 0 for any that is free
 * @throws {UsageError}
 */
export function chosenPort(usual) {
  const text = process.env["PORT"] ?? "";
  if (text === "") return usual;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new UsageError(`PORT must be a whole number from 0 to 65535, not "${text}".`);
  }
  return port;
}
