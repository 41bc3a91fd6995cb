import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { precacheOf } from "./precache.ts";

it("keeps the engine for every visitor, and not what few need: fonts, the page for where there is none, and the engine as JavaScript", () => {
  const folder = mkdtempSync(join(tmpdir(), "site-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const kept = ["assets/engine-a1.wasm", "assets/main-b-2.js", "index.html"];
  const others = ["assets/engine_fallback-c3.js", "assets/analyses_fallback-D-4_.js", "assets/noto-e5.woff2", "engine/index.js", "404.html", "assets/404-f6.css"];
  for (const path of [...kept, ...others]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  expect(precacheOf(folder).paths).toEqual(kept);
});
