import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../command.mjs";
import { cacheFolder } from "../paths.mjs";
import { headerVersion } from "./machine.mjs";

/** The header libraries of every build, native and wasm. */
const libraries = [
  { folder: "hwy", versionFile: "hwy/base.h", prefix: "HWY" },
  {
    folder: "nlohmann",
    versionFile: "nlohmann/detail/abi_macros.hpp",
    prefix: "NLOHMANN_JSON_VERSION",
  },
];

/**
 * Copies the header libraries into one folder of the cache, so that no build ever sees the rest of
 * an include folder. The caller holds the lock of the cache.
 * @param {string} includeFolder
 * @returns {string} the folder; its name carries the versions
 */
export function copyHeaders(includeFolder) {
  const versions = libraries.map(({ folder, versionFile, prefix }) => {
    const version = headerVersion(join(includeFolder, versionFile), prefix);
    if (!version) throw new UserError(`No ${folder}/ with a version in ${includeFolder}.`);
    return `${folder}-${version}`;
  });
  const target = join(cacheFolder, `headers-${versions.join("-")}`);
  if (existsSync(target)) return target;
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  for (const { folder } of libraries) {
    cpSync(join(includeFolder, folder), join(partial, folder), { recursive: true });
  }
  renameSync(partial, target);
  return target;
}
