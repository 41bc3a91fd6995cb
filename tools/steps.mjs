import { UserError } from "./command.mjs";

/**
 * One line of the table of a test run.
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<boolean>} run resolves to whether it passed
 * @property {readonly string[]} [needs] steps without which it makes no sense
 */

/** @typedef {"passed" | "failed" | "not run"} Outcome */

/**
 * Runs steps in order, each whether or not others failed, unless it needs one that did. Ends with
 * a table and a line of totals on standard output.
 * @param {readonly Step[]} steps
 * @returns {Promise<boolean>} whether all passed
 */
export async function runSteps(steps) {
  /** @type {Map<string, { outcome: Outcome, seconds: number }>} */
  const results = new Map();
  for (const { name, run, needs = [] } of steps) {
    const blocked = needs.some((need) => (results.get(need)?.outcome ?? "passed") !== "passed");
    const started = performance.now();
    process.stdout.write(`\n── ${name}${blocked ? " (not run: what it needs failed)" : ""}\n`);
    const outcome = blocked ? "not run" : await outcomeOf(run);
    results.set(name, { outcome, seconds: (performance.now() - started) / 1000 });
  }

  const rows = [...results].map(
    ([name, { outcome, seconds }]) => `${name.padEnd(14)}${seconds.toFixed(1).padStart(8)} s  ${outcome}`,
  );
  /** @param {Outcome} wanted */
  const count = (wanted) => [...results.values()].filter(({ outcome }) => outcome === wanted).length;
  const failed = count("failed");
  const notRun = count("not run");
  const totals = `${count("passed")} passed, ${failed} failed${notRun > 0 ? `, ${notRun} not run` : ""}`;
  process.stdout.write(`\n${rows.join("\n")}\n\n${totals}\n`);
  return failed + notRun === 0;
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
