import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { UserError, capture, step } from "../command.mjs";
import { Stamp, fingerprint, writeWhole } from "../fingerprint.mjs";
import { withLock } from "../lock.mjs";
import { inRepository } from "../paths.mjs";
import { engineLicences, siteLicences } from "./licences.mjs";
import { compile, compileProgram, program } from "./native.mjs";

/** The static site. */
export const siteFolder = inRepository("dist");

/** Folders of public/ that are served as they are, under the same names. */
const servedAsTheyAre = ["hindcasts", "packs", "presets", "schemas", "social", "versions"];
const defaultPack = "pk";
/** The programme of the past that the page of evidence tells of. */
const backTested = "india";

const inputs = [
  "CMakeLists.txt",
  "CMakePresets.json",
  "build/setup.cmake",
  "cmake",
  "core/CMakeLists.txt",
  "core/cli",
  "core/include",
  "core/src",
  "LICENSE",
  "package-lock.json",
  "public",
  "tools/build",
  "tools/text",
  "tsconfig.engine.json",
  "tsconfig.json",
  "vite.config.ts",
  "web",
].map((path) => inRepository(path));

const stamp = new Stamp(inRepository("build", "site.stamp"));

/**
 * What a build is the product of: its sources, and where the pages say that they stand.
 * @param {string} [address]
 */
export const siteFingerprint = (address = process.env["SITE_URL"] ?? "") => fingerprint(inputs, [address]);

/** Computes the answer that a page shows before, or without, the engine. */
function writeDefaultResult() {
  const pack = inRepository("public", "packs", `${defaultPack}.json`);
  const scenario = JSON.stringify({ schema: 1, pack: defaultPack });
  const run = capture(program, ["run", "-", "--pack", pack], { input: scenario });
  if (!run.ok) throw new UserError(`The default scenario does not run:\n${run.stderr}`);
  writeWhole(inRepository("build", "generated", "default-result.json"), run.stdout);
}

/** Computes how the assumptions would have done for a programme of the past, and says which that is. */
function writeBackTest() {
  const run = capture(program, ["hindcast", backTested]);
  if (!run.ok) throw new UserError(`The back-test does not run:\n${run.stderr}`);
  const { label, note, sources } = JSON.parse(readFileSync(inRepository("public", "hindcasts", `${backTested}.json`), "utf8"));
  const [result] = JSON.parse(run.stdout).programmes;
  writeWhole(inRepository("build", "generated", "back-test.json"), JSON.stringify({ ...result, label, note, sources }));
}

/** What TypeScript imports has to exist before it is checked or bundled. */
export async function buildImports() {
  // Only after set-up: it stands on an npm package.
  const { writeCatalogueTypes } = await import("../text/write_types.mjs");
  writeCatalogueTypes();
  await compileProgram();
  await compile("wasm", ["engine", "analyses"]);
  await compile("javascript", ["engine", "analyses"]);
  writeDefaultResult();
  writeBackTest();
}

/** @param {string} title @param {readonly string[]} args */
const node = (title, args) => step(title, process.execPath, args);
/** @param {string} path */
const npmPackage = (path) => inRepository("node_modules", path);

async function bundle() {
  rmSync(siteFolder, { recursive: true, force: true });
  const vite = npmPackage("vite/bin/vite.js");
  await node("Bundling the pages…", [vite, "build", "--logLevel", "warn"]);
  await node("Bundling the engine…", [vite, "build", "--mode", "engine", "--logLevel", "warn"]);
  await node("Bundling the script for other sites…", [vite, "build", "--mode", "embed", "--logLevel", "warn"]);
  await node("Writing the engine's types…", [
    npmPackage("typescript/bin/tsc"),
    "--project",
    "tsconfig.engine.json",
  ]);
  for (const folder of servedAsTheyAre) {
    const source = inRepository("public", folder);
    if (existsSync(source)) cpSync(source, `${siteFolder}/${folder}`, { recursive: true });
  }
  writeWhole(`${siteFolder}/licences.txt`, siteLicences());
  writeWhole(`${siteFolder}/engine/licences.txt`, engineLicences());
  // Last, for they list the others.
  for (const worker of ["service_worker", "retiring_worker"]) {
    await node(`Bundling the ${worker.replace("_", " ")}…`, [vite, "build", "--mode", worker, "--logLevel", "warn"]);
  }
}

/**
 * What a site lacks that is built without its address, for who is about to publish it; empty with one.
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
export function missingAddress({ SITE_URL: address = "" }) {
  if (address !== "") return "";
  return "Without SITE_URL: no sitemap, and no full addresses for search engines and previews (docs/publishing.md).";
}

/**
 * Builds dist/ unless it is the product of the present inputs and SITE_URL.
 * @returns {Promise<void>}
 */
export async function buildSite() {
  await withLock(inRepository("build", "site.lock"), async () => {
    const print = siteFingerprint();
    if (stamp.matches(print) && existsSync(`${siteFolder}/index.html`)) return;
    await stamp.around(print, async () => {
      await buildImports();
      await bundle();
    });
  });
}
