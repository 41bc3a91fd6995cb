import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { answering, isHashed, keptAs } from "./answering.ts";
import { isWorkerMessage } from "./messages.ts";
import { precacheOf } from "./precache.ts";

const kScope = "https://host.example/potential/";

describe("answering", () => {
  const way = (path: string, method = "GET", isRange = false): string =>
    answering({ method, url: new URL(path, kScope).href, isRange }, kScope);

  it("takes from the cache first what cannot change under its name", () => {
    expect(way("assets/engine-Dscc1TYO.wasm")).toBe("cacheFirst");
    expect(way("assets/index-Cd_e-f12.js?x=1")).toBe("cacheFirst");
  });

  it("asks the network first for pages and data", () => {
    for (const path of ["", "ur.html?theme=dark#v=1", "packs/pk.json", "assets/plain.js"]) {
      expect(way(path)).toBe("networkFirst");
    }
  });

  it("leaves alone other sites, other folders, ranges and everything but GET", () => {
    expect(way("https://other.example/potential/")).toBe("untouched");
    expect(way("/elsewhere/")).toBe("untouched");
    expect(way("index.html", "HEAD")).toBe("untouched");
    expect(way("assets/engine-Dscc1TYO.wasm", "GET", true)).toBe("untouched");
  });
});

describe("keptAs", () => {
  it("is the same for all ways to ask for a file", () => {
    expect(keptAs(`${kScope}?embed=1#v=1`)).toBe(`${kScope}index.html`);
    expect(keptAs(`${kScope}index.html`)).toBe(`${kScope}index.html`);
    expect(keptAs(`${kScope}ur.html?theme=dark`)).toBe(`${kScope}ur.html`);
  });
});

describe("isHashed", () => {
  it("knows the names that the build gives", () => {
    expect(isHashed(`${kScope}assets/worker-Dqe_pVsK.js`)).toBe(true);
    expect(isHashed(`${kScope}engine/worker.js`)).toBe(false);
    expect(isHashed(`${kScope}assets/worker-short.js`)).toBe(false);
  });
});

describe("isWorkerMessage", () => {
  it("takes only whole messages", () => {
    expect(isWorkerMessage({ type: "takeOver" })).toBe(true);
    expect(isWorkerMessage({ type: "keep", urls: ["a"] })).toBe(true);
    for (const other of [undefined, "takeOver", {}, { type: "keep" }, { type: "keep", urls: [1] }, { type: "x" }]) {
      expect(isWorkerMessage(other)).toBe(false);
    }
  });
});

describe("precacheOf", () => {
  const folder = mkdtempSync(join(tmpdir(), "precache-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("lists what pages need, and changes its version with any of it", () => {
    const site = join(folder, "site");
    for (const [path, text] of Object.entries({
      "index.html": "page",
      "assets/a-12345678.js": "code",
      "assets/naskh-12345678.woff2": "font",
      "packs/pk.json": "{}",
      "engine/index.js": "for others",
      "embed/v1/host.js": "for others",
      "hindcasts/india.json": "for others",
      "schemas/pack.schema.json": "{}",
      "service_worker.js": "old",
      "retiring_worker.js": "old",
    })) {
      mkdirSync(join(site, path, ".."), { recursive: true });
      writeFileSync(join(site, path), text);
    }
    const before = precacheOf(site);
    expect(before.paths).toEqual(["assets/a-12345678.js", "index.html", "packs/pk.json"]);
    expect(before.version).toMatch(/^[0-9a-f]{12}$/);

    writeFileSync(join(site, "engine/index.js"), "for others, changed");
    expect(precacheOf(site)).toEqual(before);
    writeFileSync(join(site, "packs/pk.json"), '{"new":1}');
    expect(precacheOf(site).paths).toEqual(before.paths);
    expect(precacheOf(site).version).not.toBe(before.version);

    const copy = join(folder, "elsewhere");
    cpSync(site, copy, { recursive: true });
    expect(precacheOf(copy)).toEqual(precacheOf(site));
  });
});
