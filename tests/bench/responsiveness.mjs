import { loadavg } from "node:os";
import { chromium } from "playwright-core";
import { serve } from "../../tools/server/server.mjs";
import { UserError, findCommand } from "../../tools/command.mjs";
import { inRepository } from "../../tools/paths.mjs";
import { browserCommands } from "../../tools/setup/packages.mjs";

/**
 * How soon the built page answers a slider, by the clock of a Chromium that is otherwise idle:
 * node tests/bench/responsiveness.mjs. Needs dist/ and a quiet machine; the load average is shown.
 */

const moves = 30;
/** Quiet time in milliseconds between two moves: the answer, its announcement and the link are done. */
const pause = 900;
/** A drag: its moves, the milliseconds from one to the next, the part of the slider that each covers, and how long the pointer rests before it. */
const drag = { moves: 40, every: 16, step: 1 / 120, rest: 1500 };
/** Presses far from where the slider stands, each of another plan: how many, and how many milliseconds the pointer is over the place before. */
const press = { times: 20, rest: 60 };

/**
 * @typedef {object} Times
 * @property {number[]} headline milliseconds from the event to the drawing that holds the new sentence
 * @property {number[]} fan the same to the new fan
 * @property {number[]} painted to the frame after both
 * @property {number[]} interactions durations by interaction, as Interaction to Next Paint counts them
 * @property {number[]} drawing milliseconds of the longest task after a move
 */

/** @typedef {Window & { times: Times, last: { at: number, headline?: number, fan?: number } | undefined }} Stage */

/** Listens in the page: what a move of the slider leads to, and when. */
function listen() {
  const stage = /** @type {Stage} */ (/** @type {unknown} */ (window));
  stage.times = { headline: [], fan: [], painted: [], interactions: [], drawing: [] };
  stage.last = undefined;
  /** @type {Map<number, number>} */
  const durations = new Map();
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { interactionId, duration } = /** @type {PerformanceEntry & { interactionId: number }} */ (entry);
      if (interactionId > 0) durations.set(interactionId, Math.max(durations.get(interactionId) ?? 0, duration));
    }
    stage.times.interactions = [...durations.values()];
  }).observe(/** @type {PerformanceObserverInit} */ ({ type: "event", durationThreshold: 16, buffered: true }));
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) stage.times.drawing.push(duration);
  }).observe({ type: "longtask" });
  addEventListener(
    "input",
    (event) => {
      stage.last = { at: event.timeStamp };
    },
    true,
  );
  /** @param {"headline" | "fan"} part */
  const changed = (part) => () => {
    const { last, times } = stage;
    if (!last || last[part] !== undefined) return;
    last[part] = performance.now() - last.at;
    times[part].push(last[part]);
    if (last.headline === undefined || last.fan === undefined) return;
    const { at } = last;
    stage.last = undefined;
    requestAnimationFrame(() => setTimeout(() => times.painted.push(performance.now() - at)));
  };
  const all = { childList: true, characterData: true, attributes: true, subtree: true };
  for (const [part, selector] of /** @type {const} */ ([["headline", "#answer"], ["fan", "#fan-plot"]])) {
    const place = document.querySelector(selector);
    if (place) new MutationObserver(changed(part)).observe(place, all);
  }
}

/**
 * @typedef {object} Move
 * @property {number} at when
 * @property {number} [drawn] milliseconds to the next drawing that holds a new fan
 * @property {boolean} [isAtOnce] whether that was in the task of the event, which no message of the engine is
 */

/** @typedef {Window & { moves: Move[] }} MoveStage */

/** @typedef {{ throttle: number, draws: number }} Setting */

/** Listens in the page: which moves of the slider are answered at once, and when. */
function listenToMoves() {
  const stage = /** @type {MoveStage} */ (/** @type {unknown} */ (window));
  stage.moves = [];
  let isInTask = false;
  addEventListener(
    "input",
    (event) => {
      isInTask = true;
      stage.moves.push({ at: event.timeStamp });
    },
    true,
  );
  // What the slider's own listener leads to in its task is done when the event has come up here.
  addEventListener("input", () => (isInTask = false));
  // Two stops side by side can have the same sentence, not the same fan.
  const fan = document.querySelector("#fan-plot");
  if (!fan) return;
  new MutationObserver(() => {
    for (const move of stage.moves) {
      if (move.drawn !== undefined) continue;
      move.drawn = performance.now() - move.at;
      move.isAtOnce = isInTask && move === stage.moves.at(-1);
    }
  }).observe(fan, { childList: true, characterData: true, attributes: true, subtree: true });
}

/** @param {readonly number[]} values @param {number} share */
function quantile(values, share) {
  const rising = values.toSorted((a, b) => a - b);
  return rising[Math.min(rising.length - 1, Math.floor(share * rising.length))] ?? Number.NaN;
}

/** @param {string} name @param {readonly number[]} values */
function line(name, values) {
  const at = (/** @type {number} */ share) => quantile(values, share).toFixed(1).padStart(7);
  return `  ${name.padEnd(34)}${at(0.5)}${at(0.95)}${at(1)}   (${values.length})`;
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {{ throttle: number, isWhole: boolean, draws: number }} setting
 */
async function measure(browser, url, { throttle, isWhole, draws }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${url}/#v=1&draws=${draws}`);
  await page.waitForSelector(".side:not([inert])");
  if (isWhole) {
    await page.locator('[data-part="results"]').scrollIntoViewIfNeeded();
    await page.waitForSelector("#waterfall-plot");
    await page.evaluate("scrollTo(0, 0)");
  }
  const slider = page.locator(".main-control .slider");
  await slider.focus();
  // The engine is there and everything has run once.
  for (let warm = 0; warm < 5; ++warm) {
    await slider.press("ArrowUp");
    await page.waitForTimeout(pause);
  }
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  await page.evaluate(listen);
  for (let move = 0; move < moves; ++move) {
    await slider.press(move % 20 < 10 ? "ArrowUp" : "ArrowDown");
    await page.waitForTimeout(pause);
  }
  const times = await page.evaluate(() => /** @type {Stage} */ (/** @type {unknown} */ (window)).times);
  await page.close();
  const title = `${isWhole ? "whole page" : "first screen"}, ${draws} draws, processor ${throttle === 1 ? "as it is" : `${throttle} times slower`}`;
  process.stdout.write(
    `${title}; milliseconds: median, 95 %, most\n${[
      line("event to new headline", times.headline),
      line("event to new fan", times.fan),
      line("event to the frame after both", times.painted),
      line("interaction to next paint", times.interactions),
      line("long tasks (over 50)", times.drawing),
    ].join("\n")}\n`,
  );
}

/**
 * A page whose engine has come, and where its main slider is: a pointer at `x(part)` and `y` is at that part of its stops.
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {Setting} setting
 */
async function openAtSlider(browser, url, { throttle, draws }) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${url}/#v=1&draws=${draws}`);
  await page.waitForSelector(".side:not([inert])");
  const slider = page.locator(".main-control .slider");
  const box = await slider.boundingBox();
  if (!box) throw new Error("There is no slider.");
  const share = await slider.evaluate((/** @type {HTMLInputElement} */ input) => input.valueAsNumber / Number(input.max));
  const y = box.y + box.height / 2;
  // Half a thumb lies beyond each end.
  const x = (/** @type {number} */ part) => box.x + 10 + part * (box.width - 20);
  // The first sign that it is needed brings the engine.
  await page.mouse.move(x(share), y + 200);
  await page.locator(".main-control input").first().hover();
  await page.waitForTimeout(drag.rest);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  await page.evaluate(listenToMoves);
  return { page, share, x, y };
}

/**
 * The moves that the page has heard of since it was last asked.
 * @param {import("playwright-core").Page} page
 */
const takeMoves = (page) =>
  page.evaluate(() => /** @type {MoveStage} */ (/** @type {unknown} */ (window)).moves.splice(0));

/**
 * Shows how many of some moves were answered at once, and when the fan was drawn.
 * @param {string} what
 * @param {Setting} setting
 * @param {readonly Move[]} events
 */
function report(what, { throttle, draws }, events) {
  const drawn = events.flatMap((move) => move.drawn ?? []);
  const atOnce = events.filter((move) => move.isAtOnce);
  process.stdout.write(
    `${what}, ${draws} draws, processor ${throttle === 1 ? "as it is" : `${throttle} times slower`}: ${atOnce.length} of ${events.length} moves answered at once\n${[
      line("event to the next new fan", drawn),
      line("the same, answered at once", atOnce.flatMap((move) => move.drawn ?? [])),
    ].join("\n")}\n`,
  );
}

/**
 * Drags the slider from where it is, after the pointer has rested on it.
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {Setting} setting
 */
async function measureDrag(browser, url, setting) {
  const { page, share, x, y } = await openAtSlider(browser, url, setting);
  await page.mouse.move(x(share), y);
  await page.waitForTimeout(drag.rest);
  await page.mouse.down();
  const start = performance.now();
  for (let move = 1; move <= drag.moves; ++move) {
    await new Promise((resolve) => setTimeout(resolve, start + move * drag.every - performance.now()));
    // A page that is late does not hold the next move up.
    void page.mouse.move(x(share + move * drag.step), y);
  }
  await page.waitForTimeout(pause);
  await page.mouse.up();
  const events = await takeMoves(page);
  await page.close();
  report("drag", setting, events);
}

/**
 * Presses the slider where it is not, soon after the pointer has come there.
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {Setting} setting
 */
async function measurePresses(browser, url, setting) {
  const { page, x, y } = await openAtSlider(browser, url, setting);
  /** @type {Move[]} */
  const events = [];
  for (let time = 1; time <= press.times; ++time) {
    await page.mouse.move(x(0.5), y - 90);
    // Of another plan no answer is kept.
    const other = page.locator('.slider[data-field="trainingShare"]');
    await other.evaluate((/** @type {HTMLInputElement} */ input, value) => {
      input.valueAsNumber = value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }, time);
    await page.waitForTimeout(pause);
    // Spread evenly, by the golden section.
    const place = x((time * 0.618034) % 1);
    await page.mouse.move(place, y, { steps: 12 });
    await page.waitForTimeout(press.rest);
    await takeMoves(page);
    await page.mouse.click(place, y);
    await page.waitForTimeout(pause);
    events.push(...(await takeMoves(page)));
  }
  await page.close();
  report(`press after ${press.rest} ms over the place`, setting, events);
}

const executablePath = browserCommands.map(findCommand).find((path) => path !== undefined);
if (!executablePath) throw new UserError(`There is none of ${browserCommands.join(", ")}.`);
const server = await serve(inRepository("dist"), 0);
const browser = await chromium.launch({ executablePath });
process.stdout.write(`load ${loadavg().map((load) => load.toFixed(2)).join(" ")}, Chromium ${browser.version()}\n`);
for (const throttle of [1, 6]) {
  for (const isWhole of [false, true]) await measure(browser, server.url, { throttle, isWhole, draws: 4096 });
  for (let repeat = 0; repeat < 3; ++repeat) await measureDrag(browser, server.url, { throttle, draws: 4096 });
  await measurePresses(browser, server.url, { throttle, draws: 4096 });
}
process.stdout.write(`load ${loadavg().map((load) => load.toFixed(2)).join(" ")}\n`);
await browser.close();
await server.close();
