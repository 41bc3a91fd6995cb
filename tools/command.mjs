import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { repository } from "./paths.mjs";

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd] the clone unless given
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [input] text for its standard input
 */

/** A failure with a message for the person at the terminal; it is printed without a stack. */
export class UserError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "UserError";
  }
}

/** The tool was called in a way that it does not understand. */
export class UsageError extends UserError {}

/** Not a failure: the message is the help that was asked for. */
export class HelpAsked extends UserError {}

/**
 * The absolute path of a command, like `command -v`.
 * @param {string} name
 * @returns {string | undefined}
 */
export function findCommand(name) {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    const path = join(folder || ".", name);
    try {
      accessSync(path, constants.X_OK);
      if (statSync(path).isFile()) return path;
    } catch {
      // not in this folder
    }
  }
  return undefined;
}

/**
 * The first of some commands that is there.
 * @param {readonly string[]} names
 * @returns {string | undefined} its absolute path
 */
export const findFirst = (names) => names.map(findCommand).find((path) => path !== undefined);

/**
 * Runs a command and returns what it wrote, whether it succeeded or not.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 */
export function capture(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: options.cwd ?? repository,
    env: options.env ?? process.env,
    input: options.input ?? "",
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { ok: status === 0, stdout: stdout ?? "", stderr: stderr ?? "" };
}

/** What a command leaves running may hold its output open: so long after its end nobody listens any more. */
const leftOpenMs = 2000;

/**
 * Runs a command whose output belongs to the visitor of the terminal. Where there is no terminal
 * the output passes through this process, whose own writing can then be recorded.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<boolean>} whether it succeeded
 */
export function show(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const passing = process.stdout.isTTY ? "inherit" : "pipe";
    const child = spawn(command, args, {
      cwd: options.cwd ?? repository,
      env: options.env ?? process.env,
      stdio: ["ignore", passing, passing],
    });
    child.stdout?.setEncoding("utf8").on("data", (text) => process.stdout.write(text));
    child.stderr?.setEncoding("utf8").on("data", (text) => process.stderr.write(text));
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0));
    child.once("exit", (code) => {
      const late = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
        resolve(code === 0);
      }, leftOpenMs);
      child.once("close", () => clearTimeout(late));
    });
  });
}

const heartbeatMs = process.stderr.isTTY ? 200 : 10_000;
const linesKept = 60;

/**
 * Runs a command as a named step: says what it does, shows the newest line of its output while it
 * runs, and the last lines if it fails. Everything goes to standard error.
 * @param {string} title
 * @param {string} command
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 */
export async function step(title, command, args, options = {}) {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  /** @type {string[]} */
  const lines = [];
  const terminal = process.stderr.isTTY;
  const width = Math.max(20, (process.stderr.columns ?? 80) - 1);
  process.stderr.write(terminal ? title : `${title}\n`);

  const heartbeat = setInterval(() => {
    const line = `  ${seconds()}  ${lines.at(-1) ?? ""}`;
    const text = terminal ? `\r\x1b[K${`${title}${line}`.slice(0, width)}` : `${line}\n`;
    process.stderr.write(text);
  }, heartbeatMs);

  const ok = await new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? repository,
      env: options.env ?? process.env,
      stdio: ["pipe", "pipe", "pipe"],
    });
    child.stdin.on("error", () => {}); // a command that ends early leaves its input unread
    child.stdin.end(options.input ?? "");
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        lines.push(...text.split(/[\r\n]+/).filter((/** @type {string} */ line) => line.trim()));
        lines.splice(0, lines.length - linesKept);
      });
    }
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0));
  }).finally(() => clearInterval(heartbeat));

  process.stderr.write(`${terminal ? `\r\x1b[K${title}` : " "} ${ok ? "done" : "failed"} in ${seconds()}\n`);
  if (!ok) {
    throw new UserError(`${lines.join("\n")}\n\n${command} ${args.join(" ")}\nfailed: ${title}`);
  }
}

/**
 * Runs the main function of a tool; a UserError ends the process with its message only. The exit
 * codes are those of the command-line program: 1 for a failure, 2 for bad usage.
 * @param {() => Promise<number | void>} main
 */
export async function runTool(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (error instanceof HelpAsked) {
      process.stdout.write(`${error.message}\n`);
      return;
    }
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
