import { UserError } from "./command.mjs";

/**
 * One line of the table of a test run.
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<boolean>} run resolves to whether it passed
 * @property {readonly string[]} [needs] steps without which it makes no sense
 */

/** @typedef {"passed" | "failed" | "not run"} Outcome */

/** Of what a failed step wrote, so many lines are repeated before the table. */
const linesRepeated = 60;

/**
 * Runs steps in order, each whether or not others failed, unless it needs one that did. Ends with
 * the last lines of each that failed, which may be all that is kept of a long log, a table and a
 * line of totals on standard output.
 * @param {readonly Step[]} steps
 * @returns {Promise<boolean>} whether all passed
 */
export async function runSteps(steps) {
  /** @type {Map<string, { outcome: Outcome, seconds: number }>} */
  const results = new Map();
  /** @type {string[]} */
  const failures = [];
  for (const { name, run, needs = [] } of steps) {
    const blocked = needs.some((need) => (results.get(need)?.outcome ?? "passed") !== "passed");
    const started = performance.now();
    process.stdout.write(`\n── ${name}${blocked ? " (not run: what it needs failed)" : ""}\n`);
    const { outcome, written } = await (blocked ? notRun : recorded(run));
    if (outcome === "failed") {
      const lines = written.trimEnd().split("\n").slice(-linesRepeated);
      failures.push(`\n── ${name} failed; the last it wrote:\n${lines.join("\n")}\n`);
    }
    results.set(name, { outcome, seconds: (performance.now() - started) / 1000 });
  }

  const rows = [...results].map(
    ([name, { outcome, seconds }]) => `${name.padEnd(14)}${seconds.toFixed(1).padStart(8)} s  ${outcome}`,
  );
  /** @param {Outcome} wanted */
  const count = (wanted) => [...results.values()].filter(({ outcome }) => outcome === wanted).length;
  const failed = count("failed");
  const left = count("not run");
  const totals = `${count("passed")} passed, ${failed} failed${left > 0 ? `, ${left} not run` : ""}`;
  process.stdout.write(`${failures.join("")}\n${rows.join("\n")}\n\n${totals}\n`);
  return failed + left === 0;
}

/** @type {{ outcome: Outcome, written: string }} */
const notRun = { outcome: "not run", written: "" };

/**
 * @param {Step["run"]} run
 * @returns {Promise<{ outcome: Outcome, written: string }>} with what this process wrote meanwhile
 */
async function recorded(run) {
  let written = "";
  const undo = [process.stdout, process.stderr].map((stream) => {
    const write = stream.write;
    stream.write = new Proxy(write, {
      apply(target, self, args) {
        written += String(args[0]);
        return Reflect.apply(target, self, args);
      },
    });
    return () => void (stream.write = write);
  });
  try {
    const outcome = await outcomeOf(run);
    return { outcome, written };
  } finally {
    for (const restore of undo) restore();
  }
}

/**
 * @param {Step["run"]} run
 * @returns {Promise<Outcome>}
 */
async function outcomeOf(run) {
  try {
    return (await run()) ? "passed" : "failed";
  } catch (error) {
    const text = error instanceof UserError ? error.message : String(/** @type {Error} */ (error).stack);
    process.stdout.write(`${text}\n`);
    return "failed";
  }
}
