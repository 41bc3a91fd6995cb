// Squiggle beside the core: the product of product_run.cpp with the same summary. Answers every line
// "DRAWS SEED" with the time from the text of the model to the numbers.

import { run } from "@quri/squiggle-lang";
import { answerLines } from "./answers.mjs";
import { stopwatch } from "./stopwatch.mjs";

const factors = [
  "triangular(60000, 100000, 120000)",
  "beta(3.5, 10.5)",
  "lognormal({ p5: 12000, p95: 200000 })",
  "uniform(0.5, 0.95)",
  "normal(0.75, 0.02)",
];
const quantiles = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95].map((p) => `quantile(product, ${p})`);
const model = `product = ${factors.join(" * ")}
[mean(product), stdev(product), ${quantiles.join(", ")}]`;

await answerLines(async (draws, seed = "") => {
  const environment = { sampleCount: Number(draws), xyPointLength: 1000, seed };
  const lap = stopwatch();
  const { result } = await run(model, { environment });
  const total = lap();
  if (!result.ok) throw new Error(result.value.toString());
  const [mean = 0, deviation = 0] = JSON.parse(result.value.result.toString());
  return { total, mean, standardError: deviation / Math.sqrt(Number(draws)) };
});
