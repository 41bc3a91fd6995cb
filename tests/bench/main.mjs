import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { siteFolder } from "../../tools/build/site.mjs";
import { UserError, capture, findCommand, runTool } from "../../tools/command.mjs";
import { inRepository } from "../../tools/paths.mjs";
import { serve } from "../../tools/server/server.mjs";
import { browserCommands } from "../../tools/setup/packages.mjs";
import { figures, medians } from "./figures.mjs";
import { measure } from "./measure.mjs";
import { sizes } from "./sizes.mjs";
import { table } from "./table.mjs";
import { timeTwoWorkers } from "./two_workers.mjs";

const rounds = 15;
const largeRounds = 9;
const sobolRounds = 5;
const browserRuns = 5;
const browserDraws = 65_536;
/** Milliseconds from the call of a run to its abort: amid the run, once the workers' slices have their size. */
const abortAfter = 200;

/** @param {string} text */
const tell = (text) => process.stderr.write(`${text}\n`);

const load = () => loadavg().map((value) => value.toFixed(1)).join(", ");

/** What a reader has to know to compare the figures with others. */
function circumstances(/** @type {string} */ before) {
  const numpy = capture("/usr/bin/python3", ["-c", "import numpy; print(numpy.__version__)"]).stdout.trim();
  const { version } = JSON.parse(
    readFileSync(inRepository("node_modules/@quri/squiggle-lang/package.json"), "utf8"),
  );
  return [
    `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores; Node ${process.versions.node}, ` +
      `NumPy ${numpy}, Squiggle ${version}`,
    `Load average ${before} before, ${load()} after (1, 5, 15 minutes)`,
  ];
}

// Everything has been built by tools/bench.mjs.
await runTool(async () => {
  const browser = browserCommands.map(findCommand).find((path) => path !== undefined);
  if (browser === undefined) throw new UserError("No Chromium is installed.");
  const before = load();
  const measured = await measure({ rounds, largeRounds, sobolRounds, tell });
  tell(`${browserRuns + 1} runs, and as many aborted, in ${browser}…`);
  const server = await serve(siteFolder, 0);
  const options = { site: server.url, browser, draws: browserDraws, runs: browserRuns, abortAfter };
  const times = await timeTwoWorkers(options).finally(() => server.close());

  const result = figures(measured, times);
  process.stdout.write(
    process.argv[2] === "json"
      ? `${JSON.stringify(medians(result))}\n`
      : `${table(result, measured, sizes(siteFolder), circumstances(before))}\n`,
  );
});
