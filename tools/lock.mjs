import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const pollMs = 100;
/** A lock without an owner is between two system calls of its maker; after this, its maker died. */
const ownerlessMs = 5_000;

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/**
 * @param {string} folder
 * @returns {number | "unknown" | "stale" | "free"} the owner's process id where there is a living one
 */
function inspect(folder) {
  try {
    const pid = Number(readFileSync(join(folder, "owner"), "utf8"));
    if (pid > 0) return isRunning(pid) ? pid : "stale";
  } catch {
    // no owner yet
  }
  try {
    return Date.now() - statSync(folder).mtimeMs > ownerlessMs ? "stale" : "unknown";
  } catch {
    return "free";
  }
}

/** @param {string} folder */
function tryToTake(folder) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
  writeFileSync(join(folder, "owner"), String(process.pid));
  return true;
}

/**
 * Moves the lock of a dead process away. Only one of several waiters can rename it.
 * @param {string} folder
 */
function removeStale(folder) {
  const grave = `${folder}.${process.pid}.stale`;
  try {
    renameSync(folder, grave);
    rmSync(grave, { recursive: true, force: true });
  } catch {
    // another waiter was faster
  }
}

/**
 * Does work that two processes must not do at once. Waits for a living owner; the lock of a dead
 * one is taken over. Not re-entrant.
 * @template T
 * @param {string} folder the folder that stands for the lock
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, work) {
  mkdirSync(dirname(folder), { recursive: true });
  let told = false;
  while (!tryToTake(folder)) {
    const owner = inspect(folder);
    if (owner === "stale") {
      removeStale(folder);
      continue;
    }
    if (!told && typeof owner === "number") {
      process.stderr.write(`Waiting for process ${owner}, which is doing the same work…\n`);
      told = true;
    }
    await sleep(pollMs);
  }
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
